import type { LoraType } from '@/lib/db/generated/client';
import type { Locale } from '@/lib/i18n/locales';
import type { CategoryWords } from '../prompt-template';

type CategorySeed = {
  id: string;
  type: LoraType;
  needsGuardian: boolean;
  names: Record<Locale, string>;
  words: CategoryWords;
};

/** Kinds of subjects and looks of a new installation. */
export const CATEGORIES: readonly CategorySeed[] = [
  {
    id: 'woman',
    type: 'PORTRAIT',
    needsGuardian: false,
    names: { en: 'Woman', uk: 'Жінка', de: 'Frau', pl: 'Kobieta' },
    words: {
      kind: 'person',
      noun: 'woman',
      pronoun: 'she',
      young: null,
      hasAge: true,
      hasKindOf: false,
    },
  },
  {
    id: 'man',
    type: 'PORTRAIT',
    needsGuardian: false,
    names: { en: 'Man', uk: 'Чоловік', de: 'Mann', pl: 'Mężczyzna' },
    words: {
      kind: 'person',
      noun: 'man',
      pronoun: 'he',
      young: null,
      hasAge: true,
      hasKindOf: false,
    },
  },
  {
    id: 'girl',
    type: 'PORTRAIT',
    needsGuardian: true,
    names: { en: 'Girl', uk: 'Дівчинка', de: 'Mädchen', pl: 'Dziewczynka' },
    words: {
      kind: 'person',
      noun: 'girl',
      pronoun: 'she',
      young: { belowYears: 1, noun: 'baby girl' },
      hasAge: true,
      hasKindOf: false,
    },
  },
  {
    id: 'boy',
    type: 'PORTRAIT',
    needsGuardian: true,
    names: { en: 'Boy', uk: 'Хлопчик', de: 'Junge', pl: 'Chłopiec' },
    words: {
      kind: 'person',
      noun: 'boy',
      pronoun: 'he',
      young: { belowYears: 1, noun: 'baby boy' },
      hasAge: true,
      hasKindOf: false,
    },
  },
  {
    id: 'couple',
    type: 'PORTRAIT',
    needsGuardian: false,
    names: { en: 'Couple', uk: 'Пара', de: 'Paar', pl: 'Para' },
    words: {
      kind: 'person',
      noun: 'couple',
      pronoun: 'they',
      young: null,
      hasAge: false,
      hasKindOf: false,
    },
  },
  {
    id: 'family',
    type: 'PORTRAIT',
    needsGuardian: true,
    names: { en: 'Family', uk: 'Родина', de: 'Familie', pl: 'Rodzina' },
    words: {
      kind: 'person',
      noun: 'family',
      pronoun: 'they',
      young: null,
      hasAge: false,
      hasKindOf: false,
    },
  },
  {
    id: 'dog',
    type: 'PORTRAIT',
    needsGuardian: false,
    names: { en: 'Dog', uk: 'Пес', de: 'Hund', pl: 'Pies' },
    words: {
      kind: 'animal',
      noun: 'dog',
      pronoun: 'it',
      young: { belowYears: 1, noun: 'puppy' },
      hasAge: true,
      hasKindOf: true,
    },
  },
  {
    id: 'cat',
    type: 'PORTRAIT',
    needsGuardian: false,
    names: { en: 'Cat', uk: 'Кіт', de: 'Katze', pl: 'Kot' },
    words: {
      kind: 'animal',
      noun: 'cat',
      pronoun: 'it',
      young: { belowYears: 1, noun: 'kitten' },
      hasAge: true,
      hasKindOf: true,
    },
  },
  {
    id: 'pet',
    type: 'PORTRAIT',
    needsGuardian: false,
    names: {
      en: 'Another animal',
      uk: 'Інша тварина',
      de: 'Ein anderes Tier',
      pl: 'Inne zwierzę',
    },
    words: {
      kind: 'animal',
      noun: 'animal',
      pronoun: 'it',
      young: null,
      hasAge: false,
      hasKindOf: true,
    },
  },
  {
    id: 'house',
    type: 'PORTRAIT',
    needsGuardian: false,
    names: { en: 'House', uk: 'Будинок', de: 'Haus', pl: 'Dom' },
    words: {
      kind: 'thing',
      noun: 'house',
      pronoun: 'it',
      young: null,
      hasAge: false,
      hasKindOf: true,
    },
  },
  {
    id: 'object',
    type: 'PORTRAIT',
    needsGuardian: false,
    names: { en: 'Object', uk: 'Річ', de: 'Gegenstand', pl: 'Przedmiot' },
    words: {
      kind: 'thing',
      noun: 'object',
      pronoun: 'it',
      young: null,
      hasAge: false,
      hasKindOf: true,
    },
  },
  {
    id: 'illustration',
    type: 'STYLE',
    needsGuardian: false,
    names: {
      en: 'Drawing or illustration',
      uk: 'Малюнок чи ілюстрація',
      de: 'Zeichnung oder Illustration',
      pl: 'Rysunek lub ilustracja',
    },
    words: {
      kind: 'style',
      noun: 'illustration',
      pronoun: 'it',
      young: null,
      hasAge: false,
      hasKindOf: false,
    },
  },
  {
    id: 'painting',
    type: 'STYLE',
    needsGuardian: false,
    names: { en: 'Painting', uk: 'Живопис', de: 'Malerei', pl: 'Malarstwo' },
    words: {
      kind: 'style',
      noun: 'painting',
      pronoun: 'it',
      young: null,
      hasAge: false,
      hasKindOf: false,
    },
  },
  {
    id: 'photography',
    type: 'STYLE',
    needsGuardian: false,
    names: {
      en: 'Photographic look',
      uk: 'Фотографічний стиль',
      de: 'Fotografischer Stil',
      pl: 'Styl fotograficzny',
    },
    words: {
      kind: 'style',
      noun: 'photograph',
      pronoun: 'it',
      young: null,
      hasAge: false,
      hasKindOf: false,
    },
  },
];
