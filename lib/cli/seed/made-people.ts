import { createHash } from 'node:crypto';
import { type CalendarDocument, emptyPage } from '@/lib/calendars/document';
import type { YearMonth } from '@/lib/core/plain-date';
import { randomFrom } from '@/lib/core/random-from';
import type { Prisma } from '@/lib/db/generated/client';
import type { Address } from '@/lib/orders/address';
import { madeId } from './made-ids';

/** Where made customers live. All cities and postal codes exist; the streets are in every town. */
const PLACES = [
  {
    country: 'UA',
    currency: 'UAH',
    locale: 'uk',
    city: 'Київ',
    postalCode: '01001',
    line1: 'вул. Садова, ',
  },
  {
    country: 'UA',
    currency: 'UAH',
    locale: 'uk',
    city: 'Львів',
    postalCode: '79000',
    line1: 'вул. Шевченка, ',
  },
  {
    country: 'DE',
    currency: 'EUR',
    locale: 'de',
    city: 'Berlin',
    postalCode: '10115',
    line1: 'Gartenstraße ',
  },
  {
    country: 'DE',
    currency: 'EUR',
    locale: 'de',
    city: 'Köln',
    postalCode: '50667',
    line1: 'Hauptstraße ',
  },
  {
    country: 'PL',
    currency: 'PLN',
    locale: 'pl',
    city: 'Kraków',
    postalCode: '31-001',
    line1: 'ul. Ogrodowa ',
  },
  {
    country: 'FR',
    currency: 'EUR',
    locale: 'en',
    city: 'Lyon',
    postalCode: '69001',
    line1: 'rue des Jardins ',
  },
] as const;

const NAMES = {
  uk: [
    ['Олена', 'Тарас', 'Ірина', 'Андрій', 'Соломія', 'Богдан', 'Марія', 'Остап'],
    ['Шевченко', 'Коваль', 'Бондар', 'Ткач', 'Мельник', 'Гнатюк', 'Савчук', 'Лисенко', 'Дорош'],
  ],
  de: [
    ['Anna', 'Jonas', 'Lena', 'Felix', 'Marie', 'Paul', 'Clara', 'Max'],
    ['Müller', 'Schmidt', 'Weber', 'Fischer', 'Becker', 'Hoffmann', 'Krüger', 'Vogel', 'Lang'],
  ],
  pl: [
    ['Zofia', 'Jan', 'Maja', 'Piotr', 'Hanna', 'Tomasz', 'Ewa', 'Marek'],
    ['Nowak', 'Kowalska', 'Wiśniewski', 'Zieliński', 'Wójcik', 'Mazur', 'Krawczyk', 'Dudek', 'Lis'],
  ],
  en: [
    ['Emma', 'Louis', 'Chloé', 'Hugo', 'Alice', 'Jules', 'Manon', 'Noah'],
    ['Martin', 'Bernard', 'Dubois', 'Moreau', 'Laurent', 'Garnier', 'Rousseau', 'Perrin', 'Roy'],
  ],
} as const;

export type MadePerson = {
  index: number;
  userId: string;
  calendarId: string;
  proofId: string;
  name: string;
  email: string;
  locale: string;
  country: string;
  currency: string;
  address: Address;
  document: CalendarDocument & Prisma.InputJsonObject;
  fileSha256: string;
};

export const MADE_PREFLIGHT = { verdict: 'pass', findings: [] };

/** The person with this index: the same at every run. Their address lies in a domain that nobody owns (RFC 2606). */
export function madePerson(index: number, year: number): MadePerson {
  const random = randomFrom(index + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const place = pick(PLACES);
  const [first, last] = NAMES[place.locale];
  const name = `${pick(first)} ${pick(last)}`;
  const document = madeDocument(`${year}`, year);
  return {
    index,
    userId: madeId('user', index),
    calendarId: madeId('calendar', index),
    proofId: madeId('proof', index),
    name,
    email: `made-${index}@twelvefold.example`,
    locale: place.locale,
    country: place.country,
    currency: place.currency,
    address: {
      recipient: name,
      phone: `+38067${String(1_000_000 + index).slice(-7)}`,
      line1: `${place.line1}${1 + Math.floor(random() * 120)}`,
      line2: '',
      city: place.city,
      postalCode: place.postalCode,
      region: '',
      country: place.country,
    },
    document,
    fileSha256: createHash('sha256').update(madeId('proof', index)).digest('hex'),
  };
}

function madeDocument(title: string, year: number): MadePerson['document'] {
  return {
    schemaVersion: 2,
    title,
    subtitle: '',
    formatId: 'wall-a3-portrait',
    from: `${year}-01` as YearMonth,
    monthCount: 1,
    language: 'en',
    firstWeekday: 1,
    weekNumbers: 'none',
    hasNativeDigits: false,
    secondaryCalendar: 'none',
    hasMoonPhases: false,
    hasOverview: false,
    notesPages: 0,
    people: [],
    themeId: 'atelier',
    layoutId: 'photo-above',
    holidaySets: [],
    hiddenHolidays: [],
    shownHolidays: [],
    dates: [],
    cover: emptyPage(),
    pages: [emptyPage()],
  };
}
