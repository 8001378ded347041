import { describe, expect, it } from 'vitest';
import { negotiateLocale } from '@/lib/i18n/locales';

describe('the language of the screens', () => {
  it.each([
    ['uk-UA,uk;q=0.9,en;q=0.8', 'uk'],
    ['fr-FR,fr;q=0.9,uk;q=0.5,en;q=0.4', 'uk'],
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['pl', 'pl'],
    ['cs-CZ,pl;q=0.8,de;q=0.8', 'pl'],
    ['en;q=0.3,uk;q=0.9', 'uk'],
    ['ja', 'en'],
    ['', 'en'],
    [null, 'en'],
    [';;;q=,,*;q=abc', 'en'],
  ])('for %j is %s', (header, locale) => expect(negotiateLocale(header)).toBe(locale));
});
