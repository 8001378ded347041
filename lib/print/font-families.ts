/** serif and sans have a companion of the same kind in other scripts; script is handwriting, whose companion is sans. */
export type FontKind = 'serif' | 'sans' | 'script';

export type FontFamily = {
  /** How its package spells it in file names. */
  fileName: string;
  kind: FontKind;
  /** Upright and italic weights that exist as files. */
  weights: readonly number[];
  italics: readonly number[];
  /** The family that stands in for Cyrillic where this one has some of its letters but not the Ukrainian ones. */
  cyrillic?: string;
  /** Its package keeps all files in one folder. */
  isFlat?: true;
};

/** Every family that can be printed, by the first half of a font id: "eb-garamond/500", "vollkorn/400-italic". */
export const FONT_FAMILIES: Readonly<Record<string, FontFamily>> = {
  alegreya: {
    fileName: 'Alegreya',
    kind: 'serif',
    weights: [400, 500, 600, 700, 800, 900],
    italics: [400, 500, 600, 700, 800, 900],
  },
  caveat: { fileName: 'Caveat', kind: 'script', weights: [400, 500, 600, 700], italics: [] },
  commissioner: {
    fileName: 'Commissioner',
    kind: 'sans',
    weights: [100, 200, 300, 400, 500, 600, 700, 800, 900],
    italics: [],
  },
  cormorant: {
    fileName: 'Cormorant',
    kind: 'serif',
    weights: [300, 400, 500, 600, 700],
    italics: [300, 400, 500, 600, 700],
  },
  'eb-garamond': {
    fileName: 'EBGaramond',
    kind: 'serif',
    weights: [400, 500, 600, 700, 800],
    italics: [400, 500, 600, 700, 800],
  },
  forum: { fileName: 'Forum', kind: 'serif', weights: [400], italics: [] },
  jost: {
    fileName: 'Jost',
    kind: 'sans',
    weights: [100, 200, 300, 400, 500, 600, 700, 800, 900],
    italics: [100, 200, 300, 400, 500, 600, 700, 800, 900],
    cyrillic: 'montserrat',
  },
  literata: {
    fileName: 'Literata',
    kind: 'serif',
    weights: [200, 300, 400, 500, 600, 700, 800, 900],
    italics: [200, 300, 400, 500, 600, 700, 800, 900],
  },
  manrope: {
    fileName: 'Manrope',
    kind: 'sans',
    weights: [200, 300, 400, 500, 600, 700, 800],
    italics: [],
  },
  montserrat: {
    fileName: 'Montserrat',
    kind: 'sans',
    weights: [100, 200, 300, 400, 500, 600, 700, 800, 900],
    italics: [100, 200, 300, 400, 500, 600, 700, 800, 900],
  },
  'noto-naskh-arabic': {
    fileName: 'NotoNaskhArabic',
    kind: 'serif',
    weights: [400, 500, 600, 700],
    italics: [],
  },
  'noto-sans': {
    fileName: 'NotoSans',
    kind: 'sans',
    weights: [100, 200, 300, 400, 500, 600, 700, 800, 900],
    italics: [100, 200, 300, 400, 500, 600, 700, 800, 900],
  },
  'noto-sans-arabic': {
    fileName: 'NotoSansArabic',
    kind: 'sans',
    weights: [100, 200, 300, 400, 500, 600, 700, 800, 900],
    italics: [],
  },
  'noto-sans-devanagari': {
    fileName: 'NotoSansDevanagari',
    kind: 'sans',
    weights: [100, 200, 300, 400, 500, 600, 700, 800, 900],
    italics: [],
  },
  'noto-sans-hebrew': {
    fileName: 'NotoSansHebrew',
    kind: 'sans',
    weights: [100, 200, 300, 400, 500, 600, 700, 800, 900],
    italics: [],
  },
  'noto-sans-jp': {
    fileName: 'NotoSansJP',
    kind: 'sans',
    weights: [100, 200, 300, 400, 500, 600, 700, 800, 900],
    italics: [],
  },
  'noto-sans-kr': {
    fileName: 'NotoSansKR',
    kind: 'sans',
    weights: [100, 200, 300, 400, 500, 600, 700, 800, 900],
    italics: [],
  },
  'noto-sans-sc': {
    fileName: 'NotoSansSC',
    kind: 'sans',
    weights: [100, 200, 300, 400, 500, 600, 700, 800, 900],
    italics: [],
  },
  'noto-serif': {
    fileName: 'NotoSerif',
    kind: 'serif',
    weights: [100, 200, 300, 400, 500, 600, 700, 800, 900],
    italics: [100, 200, 300, 400, 500, 600, 700, 800, 900],
  },
  'noto-serif-devanagari': {
    fileName: 'NotoSerifDevanagari',
    kind: 'serif',
    weights: [100, 200, 300, 400, 500, 600, 700, 800, 900],
    italics: [],
  },
  'noto-serif-hebrew': {
    fileName: 'NotoSerifHebrew',
    kind: 'serif',
    weights: [100, 200, 300, 400, 500, 600, 700, 800, 900],
    italics: [],
  },
  'noto-serif-jp': {
    fileName: 'NotoSerifJP',
    kind: 'serif',
    weights: [200, 300, 400, 500, 600, 700, 800, 900],
    italics: [],
  },
  'noto-serif-kr': {
    fileName: 'NotoSerifKR',
    kind: 'serif',
    weights: [200, 300, 400, 500, 600, 700, 800, 900],
    italics: [],
  },
  'noto-serif-sc': {
    fileName: 'NotoSerifSC',
    kind: 'serif',
    weights: [200, 300, 400, 500, 600, 700, 800, 900],
    italics: [],
  },
  'old-standard-tt': {
    fileName: 'OldStandardTT',
    kind: 'serif',
    weights: [400, 700],
    italics: [400],
    isFlat: true,
  },
  oswald: {
    fileName: 'Oswald',
    kind: 'sans',
    weights: [200, 300, 400, 500, 600, 700],
    italics: [],
  },
  'playfair-display': {
    fileName: 'PlayfairDisplay',
    kind: 'serif',
    weights: [400, 500, 600, 700, 800, 900],
    italics: [400, 500, 600, 700, 800, 900],
  },
  raleway: {
    fileName: 'Raleway',
    kind: 'sans',
    weights: [100, 200, 300, 400, 500, 600, 700, 800, 900],
    italics: [100, 200, 300, 400, 500, 600, 700, 800, 900],
  },
  rubik: {
    fileName: 'Rubik',
    kind: 'sans',
    weights: [300, 400, 500, 600, 700, 800, 900],
    italics: [300, 400, 500, 600, 700, 800, 900],
  },
  spectral: {
    fileName: 'Spectral',
    kind: 'serif',
    weights: [200, 300, 400, 500, 600, 700, 800],
    italics: [200, 300, 400, 500, 600, 700, 800],
  },
  vollkorn: {
    fileName: 'Vollkorn',
    kind: 'serif',
    weights: [400, 500, 600, 700, 800, 900],
    italics: [400, 500, 600, 700, 800, 900],
  },
  'yeseva-one': { fileName: 'YesevaOne', kind: 'serif', weights: [400], italics: [] },
};
