import { describe, expect, it } from 'vitest';
import { negotiateLocale } from '@/lib/i18n/locales';

describe('the language of the screens', () => {
  it.each([
    ['uk-UA,uk;q=0.9,en;q=0.8', 'uk'],
    ['de-DE,de;q=0.9,uk;q=0.5,en;q=0.4', 'uk'],
    ['en;q=0.3,uk;q=0.9', 'uk'],
    ['ja', 'en'],
    ['', 'en'],
    [null, 'en'],
    [';;;q=,,*;q=abc', 'en'],
  ])('for %j is %s', (header, locale) => expect(negotiateLocale(header)).toBe(locale));
});
