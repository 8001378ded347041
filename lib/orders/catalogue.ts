import type { FormatId } from '@/lib/calendars/document';
import type { Currency } from '@/lib/core/money';
import type { Locale } from '@/lib/i18n/locales';

export type CatalogueProduct = {
  slug: string;
  kind?: 'PRINTED' | 'PDF';
  /** "any" for the file: it comes in the format of its calendar. */
  formatId: FormatId | 'any';
  paper: 'matt-250' | 'silk-250' | 'none';
  binding: 'wire-o' | 'wire-o-easel' | 'none';
  /** Of the cover; "none" where it is left out. */
  lamination?: 'none' | 'gloss' | 'matt';
  /** With 13 sheets, cover and back; for the parcel. */
  weightG: number;
  sortOrder: number;
  names: Record<Locale, string>;
  descriptions: Record<Locale, string>;
  /** Tax included, minor units. */
  prices: Record<Currency, number>;
};

/** What is sold on a new installation. Staff change prices afterwards; seeding again leaves those alone. */
export const CATALOGUE: readonly CatalogueProduct[] = [
  {
    slug: 'wall-a3-portrait-matt',
    formatId: 'wall-a3-portrait',
    paper: 'matt-250',
    binding: 'wire-o',
    weightG: 520,
    sortOrder: 10,
    names: {
      en: 'A3 wall calendar, matt paper',
      uk: 'Настінний календар А3, матовий папір',
      de: 'Wandkalender A3, mattes Papier',
      pl: 'Kalendarz ścienny A3, papier matowy',
    },
    descriptions: {
      en: 'Uncoated look, no reflections, easy to write on. 250 g/m², white wire-o binding.',
      uk: 'Без відблисків, на ньому зручно писати. 250 г/м², біла пружина wire-o.',
      de: 'Wirkt ungestrichen, spiegelt nicht, lässt sich gut beschreiben. 250 g/m², weiße Wire-O-Bindung.',
      pl: 'Bez odblasków, wygodnie się na nim pisze. 250 g/m², biała spirala wire-o.',
    },
    prices: { EUR: 2990, USD: 3290, UAH: 79_900, PLN: 12_900, GBP: 2590 },
  },
  {
    slug: 'wall-a3-portrait-silk',
    formatId: 'wall-a3-portrait',
    paper: 'silk-250',
    binding: 'wire-o',
    weightG: 530,
    sortOrder: 20,
    names: {
      en: 'A3 wall calendar, silk paper',
      uk: 'Настінний календар А3, шовковистий папір',
      de: 'Wandkalender A3, seidenmattes Papier',
      pl: 'Kalendarz ścienny A3, papier jedwabisty',
    },
    descriptions: {
      en: 'A soft sheen that makes colours deeper. 250 g/m², white wire-o binding.',
      uk: 'М’який блиск, глибші кольори. 250 г/м², біла пружина wire-o.',
      de: 'Ein sanfter Schimmer, der Farben vertieft. 250 g/m², weiße Wire-O-Bindung.',
      pl: 'Delikatny połysk, który pogłębia kolory. 250 g/m², biała spirala wire-o.',
    },
    prices: { EUR: 3290, USD: 3590, UAH: 86_900, PLN: 13_900, GBP: 2790 },
  },
  {
    slug: 'wall-a3-portrait-silk-gloss',
    formatId: 'wall-a3-portrait',
    paper: 'silk-250',
    binding: 'wire-o',
    lamination: 'gloss',
    weightG: 545,
    sortOrder: 22,
    names: {
      en: 'A3 wall calendar, silk paper, laminated cover',
      uk: 'Настінний календар А3, шовковистий папір, ламінована обкладинка',
      de: 'Wandkalender A3, seidenmattes Papier, kaschierter Umschlag',
      pl: 'Kalendarz ścienny A3, papier jedwabisty, laminowana okładka',
    },
    descriptions: {
      en: 'Silk paper inside; the glossy laminated cover stands up to damp hands and kitchens. White wire-o binding.',
      uk: 'Усередині шовковистий папір; обкладинка з глянцевою ламінацією не боїться ні рук, ні кухні. Біла пружина wire-o.',
      de: 'Innen seidenmattes Papier; der Umschlag ist glänzend kaschiert und verträgt Finger und Küche. Weiße Wire-O-Bindung.',
      pl: 'W środku papier jedwabisty; okładka laminowana na błysk znosi palce i kuchnię. Biała spirala wire-o.',
    },
    prices: { EUR: 3590, USD: 3890, UAH: 94_900, PLN: 15_190, GBP: 3090 },
  },
  {
    slug: 'wall-a4-landscape-matt',
    formatId: 'wall-a4-landscape',
    paper: 'matt-250',
    binding: 'wire-o',
    weightG: 270,
    sortOrder: 30,
    names: {
      en: 'A4 wall calendar, matt paper',
      uk: 'Настінний календар А4, матовий папір',
      de: 'Wandkalender A4, mattes Papier',
      pl: 'Kalendarz ścienny A4, papier matowy',
    },
    descriptions: {
      en: 'Uncoated look, no reflections, easy to write on. 250 g/m², white wire-o binding.',
      uk: 'Без відблисків, на ньому зручно писати. 250 г/м², біла пружина wire-o.',
      de: 'Wirkt ungestrichen, spiegelt nicht, lässt sich gut beschreiben. 250 g/m², weiße Wire-O-Bindung.',
      pl: 'Bez odblasków, wygodnie się na nim pisze. 250 g/m², biała spirala wire-o.',
    },
    prices: { EUR: 1990, USD: 2190, UAH: 52_900, PLN: 8490, GBP: 1690 },
  },
  {
    slug: 'wall-a4-landscape-silk',
    formatId: 'wall-a4-landscape',
    paper: 'silk-250',
    binding: 'wire-o',
    weightG: 275,
    sortOrder: 40,
    names: {
      en: 'A4 wall calendar, silk paper',
      uk: 'Настінний календар А4, шовковистий папір',
      de: 'Wandkalender A4, seidenmattes Papier',
      pl: 'Kalendarz ścienny A4, papier jedwabisty',
    },
    descriptions: {
      en: 'A soft sheen that makes colours deeper. 250 g/m², white wire-o binding.',
      uk: 'М’який блиск, глибші кольори. 250 г/м², біла пружина wire-o.',
      de: 'Ein sanfter Schimmer, der Farben vertieft. 250 g/m², weiße Wire-O-Bindung.',
      pl: 'Delikatny połysk, który pogłębia kolory. 250 g/m², biała spirala wire-o.',
    },
    prices: { EUR: 2190, USD: 2390, UAH: 57_900, PLN: 9290, GBP: 1890 },
  },
  {
    slug: 'wall-a4-landscape-silk-gloss',
    formatId: 'wall-a4-landscape',
    paper: 'silk-250',
    binding: 'wire-o',
    lamination: 'gloss',
    weightG: 285,
    sortOrder: 42,
    names: {
      en: 'A4 wall calendar, silk paper, laminated cover',
      uk: 'Настінний календар А4, шовковистий папір, ламінована обкладинка',
      de: 'Wandkalender A4, seidenmattes Papier, kaschierter Umschlag',
      pl: 'Kalendarz ścienny A4, papier jedwabisty, laminowana okładka',
    },
    descriptions: {
      en: 'Silk paper inside; the glossy laminated cover stands up to damp hands and kitchens. White wire-o binding.',
      uk: 'Усередині шовковистий папір; обкладинка з глянцевою ламінацією не боїться ні рук, ні кухні. Біла пружина wire-o.',
      de: 'Innen seidenmattes Papier; der Umschlag ist glänzend kaschiert und verträgt Finger und Küche. Weiße Wire-O-Bindung.',
      pl: 'W środku papier jedwabisty; okładka laminowana na błysk znosi palce i kuchnię. Biała spirala wire-o.',
    },
    prices: { EUR: 2390, USD: 2590, UAH: 62_900, PLN: 10_090, GBP: 2090 },
  },
  {
    slug: 'wall-300-square-matt',
    formatId: 'wall-300-square',
    paper: 'matt-250',
    binding: 'wire-o',
    weightG: 390,
    sortOrder: 50,
    names: {
      en: 'Square wall calendar 30 × 30 cm, matt paper',
      uk: 'Квадратний календар 30 × 30 см, матовий папір',
      de: 'Quadratischer Wandkalender 30 × 30 cm, mattes Papier',
      pl: 'Kwadratowy kalendarz ścienny 30 × 30 cm, papier matowy',
    },
    descriptions: {
      en: 'Uncoated look, no reflections, easy to write on. 250 g/m², white wire-o binding.',
      uk: 'Без відблисків, на ньому зручно писати. 250 г/м², біла пружина wire-o.',
      de: 'Wirkt ungestrichen, spiegelt nicht, lässt sich gut beschreiben. 250 g/m², weiße Wire-O-Bindung.',
      pl: 'Bez odblasków, wygodnie się na nim pisze. 250 g/m², biała spirala wire-o.',
    },
    prices: { EUR: 2490, USD: 2690, UAH: 65_900, PLN: 10_690, GBP: 2190 },
  },
  {
    slug: 'wall-300-square-silk',
    formatId: 'wall-300-square',
    paper: 'silk-250',
    binding: 'wire-o',
    weightG: 400,
    sortOrder: 60,
    names: {
      en: 'Square wall calendar 30 × 30 cm, silk paper',
      uk: 'Квадратний календар 30 × 30 см, шовковистий папір',
      de: 'Quadratischer Wandkalender 30 × 30 cm, seidenmattes Papier',
      pl: 'Kwadratowy kalendarz ścienny 30 × 30 cm, papier jedwabisty',
    },
    descriptions: {
      en: 'A soft sheen that makes colours deeper. 250 g/m², white wire-o binding.',
      uk: 'М’який блиск, глибші кольори. 250 г/м², біла пружина wire-o.',
      de: 'Ein sanfter Schimmer, der Farben vertieft. 250 g/m², weiße Wire-O-Bindung.',
      pl: 'Delikatny połysk, który pogłębia kolory. 250 g/m², biała spirala wire-o.',
    },
    prices: { EUR: 2690, USD: 2890, UAH: 70_900, PLN: 11_490, GBP: 2390 },
  },
  {
    slug: 'wall-a3-landscape-matt',
    formatId: 'wall-a3-landscape',
    paper: 'matt-250',
    binding: 'wire-o',
    weightG: 520,
    sortOrder: 25,
    names: {
      en: 'A3 wall calendar, landscape, matt paper',
      uk: 'Настінний календар А3, горизонтальний, матовий папір',
      de: 'Wandkalender A3, quer, mattes Papier',
      pl: 'Kalendarz ścienny A3, poziomy, papier matowy',
    },
    descriptions: {
      en: 'Uncoated look, no reflections, easy to write on. 250 g/m², white wire-o binding.',
      uk: 'Без відблисків, на ньому зручно писати. 250 г/м², біла пружина wire-o.',
      de: 'Wirkt ungestrichen, spiegelt nicht, lässt sich gut beschreiben. 250 g/m², weiße Wire-O-Bindung.',
      pl: 'Bez odblasków, wygodnie się na nim pisze. 250 g/m², biała spirala wire-o.',
    },
    prices: { EUR: 2990, USD: 3290, UAH: 79_900, PLN: 12_900, GBP: 2590 },
  },
  {
    slug: 'wall-a4-portrait-matt',
    formatId: 'wall-a4-portrait',
    paper: 'matt-250',
    binding: 'wire-o',
    weightG: 270,
    sortOrder: 45,
    names: {
      en: 'A4 wall calendar, portrait, matt paper',
      uk: 'Настінний календар А4, вертикальний, матовий папір',
      de: 'Wandkalender A4, hoch, mattes Papier',
      pl: 'Kalendarz ścienny A4, pionowy, papier matowy',
    },
    descriptions: {
      en: 'Uncoated look, no reflections, easy to write on. 250 g/m², white wire-o binding.',
      uk: 'Без відблисків, на ньому зручно писати. 250 г/м², біла пружина wire-o.',
      de: 'Wirkt ungestrichen, spiegelt nicht, lässt sich gut beschreiben. 250 g/m², weiße Wire-O-Bindung.',
      pl: 'Bez odblasków, wygodnie się na nim pisze. 250 g/m², biała spirala wire-o.',
    },
    prices: { EUR: 1990, USD: 2190, UAH: 52_900, PLN: 8490, GBP: 1690 },
  },
  {
    slug: 'wall-letter-landscape-matt',
    formatId: 'wall-letter-landscape',
    paper: 'matt-250',
    binding: 'wire-o',
    weightG: 265,
    sortOrder: 70,
    names: {
      en: 'Wall calendar 11 × 8.5 in, matt paper',
      uk: 'Настінний календар 11 × 8,5 дюйма, матовий папір',
      de: 'Wandkalender 11 × 8,5 Zoll, mattes Papier',
      pl: 'Kalendarz ścienny 11 × 8,5 cala, papier matowy',
    },
    descriptions: {
      en: 'Uncoated look, no reflections, easy to write on. 250 g/m², white wire-o binding.',
      uk: 'Без відблисків, на ньому зручно писати. 250 г/м², біла пружина wire-o.',
      de: 'Wirkt ungestrichen, spiegelt nicht, lässt sich gut beschreiben. 250 g/m², weiße Wire-O-Bindung.',
      pl: 'Bez odblasków, wygodnie się na nim pisze. 250 g/m², biała spirala wire-o.',
    },
    prices: { EUR: 1990, USD: 2190, UAH: 52_900, PLN: 8490, GBP: 1690 },
  },
  {
    slug: 'wall-12in-square-matt',
    formatId: 'wall-12in-square',
    paper: 'matt-250',
    binding: 'wire-o',
    weightG: 405,
    sortOrder: 80,
    names: {
      en: 'Square wall calendar 12 × 12 in, matt paper',
      uk: 'Квадратний календар 12 × 12 дюймів, матовий папір',
      de: 'Quadratischer Wandkalender 12 × 12 Zoll, mattes Papier',
      pl: 'Kwadratowy kalendarz ścienny 12 × 12 cali, papier matowy',
    },
    descriptions: {
      en: 'Uncoated look, no reflections, easy to write on. 250 g/m², white wire-o binding.',
      uk: 'Без відблисків, на ньому зручно писати. 250 г/м², біла пружина wire-o.',
      de: 'Wirkt ungestrichen, spiegelt nicht, lässt sich gut beschreiben. 250 g/m², weiße Wire-O-Bindung.',
      pl: 'Bez odblasków, wygodnie się na nim pisze. 250 g/m², biała spirala wire-o.',
    },
    prices: { EUR: 2590, USD: 2790, UAH: 68_900, PLN: 11_090, GBP: 2290 },
  },
  {
    slug: 'desk-a5-landscape-matt',
    formatId: 'desk-a5-landscape',
    paper: 'matt-250',
    binding: 'wire-o-easel',
    weightG: 210,
    sortOrder: 90,
    names: {
      en: 'A5 desk calendar, matt paper',
      uk: 'Настільний календар А5, матовий папір',
      de: 'Tischkalender A5, mattes Papier',
      pl: 'Kalendarz biurkowy A5, papier matowy',
    },
    descriptions: {
      en: 'Stands on its own cardboard easel. 250 g/m² matt paper, white wire-o binding.',
      uk: 'Стоїть на власній картонній підставці. Матовий папір 250 г/м², біла пружина wire-o.',
      de: 'Steht auf eigenem Kartonfuß. Mattes Papier, 250 g/m², weiße Wire-O-Bindung.',
      pl: 'Stoi na własnej kartonowej podstawce. Papier matowy 250 g/m², biała spirala wire-o.',
    },
    prices: { EUR: 1590, USD: 1690, UAH: 41_900, PLN: 6790, GBP: 1390 },
  },
  {
    slug: 'poster-a2-portrait-matt',
    formatId: 'poster-a2-portrait',
    paper: 'matt-250',
    binding: 'none',
    weightG: 95,
    sortOrder: 100,
    names: {
      en: 'A2 year poster, matt paper',
      uk: 'Плакат на рік А2, матовий папір',
      de: 'Jahresposter A2, mattes Papier',
      pl: 'Plakat na rok A2, papier matowy',
    },
    descriptions: {
      en: 'The whole year on one sheet of matt paper, 250 g/m², rolled in a tube.',
      uk: 'Увесь рік на одному аркуші матового паперу 250 г/м², скручений у тубус.',
      de: 'Das ganze Jahr auf einem Bogen. Mattes Papier, 250 g/m², gerollt in einer Röhre.',
      pl: 'Cały rok na jednym arkuszu matowego papieru 250 g/m², zwinięty w tubie.',
    },
    prices: { EUR: 1790, USD: 1890, UAH: 46_900, PLN: 7590, GBP: 1490 },
  },
  {
    slug: 'poster-a3-portrait-matt',
    formatId: 'poster-a3-portrait',
    paper: 'matt-250',
    binding: 'none',
    weightG: 50,
    sortOrder: 110,
    names: {
      en: 'A3 year poster, matt paper',
      uk: 'Плакат на рік А3, матовий папір',
      de: 'Jahresposter A3, mattes Papier',
      pl: 'Plakat na rok A3, papier matowy',
    },
    descriptions: {
      en: 'The whole year on one sheet of matt paper, 250 g/m², rolled in a tube.',
      uk: 'Увесь рік на одному аркуші матового паперу 250 г/м², скручений у тубус.',
      de: 'Das ganze Jahr auf einem Bogen. Mattes Papier, 250 g/m², gerollt in einer Röhre.',
      pl: 'Cały rok na jednym arkuszu matowego papieru 250 g/m², zwinięty w tubie.',
    },
    prices: { EUR: 1290, USD: 1390, UAH: 33_900, PLN: 5490, GBP: 1090 },
  },
  {
    slug: 'pdf-edition',
    kind: 'PDF',
    formatId: 'any',
    paper: 'none',
    binding: 'none',
    weightG: 0,
    sortOrder: 500,
    names: {
      en: 'PDF edition',
      uk: 'PDF-версія',
      de: 'PDF-Ausgabe',
      pl: 'Wersja PDF',
    },
    descriptions: {
      en: 'The finished calendar as a clean file: to look at, to keep, to print at home.',
      uk: 'Готовий календар чистим файлом: дивитися, зберігати, друкувати вдома.',
      de: 'Der fertige Kalender als saubere Datei: zum Ansehen, Aufheben und Selbstdrucken.',
      pl: 'Gotowy kalendarz jako czysty plik: do oglądania, zachowania i druku w domu.',
    },
    prices: { EUR: 490, USD: 490, UAH: 14_900, PLN: 1990, GBP: 390 },
  },
];

/** Share of the list price that each copy costs from so many copies of one product on, in basis points. */
export const VOLUME_STEPS = [
  { fromCopies: 5, basisPoints: 9500 },
  { fromCopies: 10, basisPoints: 9000 },
  { fromCopies: 25, basisPoints: 8500 },
] as const;

/** What having one copy printed costs us, of the list price, until staff enter the print house's own prices. */
export const COST_BASIS_POINTS = 4000;

/** Gift wrap of one parcel, with a card. */
export const WRAP_PRICES: Record<Currency, number> = {
  EUR: 390,
  USD: 420,
  UAH: 9900,
  PLN: 1690,
  GBP: 340,
};
