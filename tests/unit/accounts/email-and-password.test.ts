import { describe, expect, it } from 'vitest';
import { checkName } from '@/lib/accounts/check-name';
import { checkPassword } from '@/lib/accounts/check-password';
import { COMMON_PASSWORDS } from '@/lib/accounts/common-passwords';
import { normaliseEmail } from '@/lib/accounts/normalise-email';
import { DomainError } from '@/lib/core/errors';

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('e-mail addresses', () => {
  it.each([
    ['  Olena@Example.COM ', 'olena@example.com'],
    ['o.lena+cal@mail.example.co.uk', 'o.lena+cal@mail.example.co.uk'],
    ['ｏｌｅｎａ@ｅｘａｍｐｌｅ．ｃｏｍ', 'olena@example.com'],
    ['olena@пошта.укр', 'olena@xn--80a1acn3a.xn--j1amh'],
    ["o'neil@example.com", "o'neil@example.com"],
  ])('every spelling of one address is stored as one: %s', (typed, stored) => {
    expect(normaliseEmail(typed)).toBe(stored);
  });

  it.each([
    '',
    'olena',
    '@example.com',
    'olena@',
    'olena@example',
    'olena@@example.com',
    '"e@x"@example.com',
    'a@example.com,b@example.com',
    'olena@example.com\nBcc: x@example.com',
    'olena@exam ple.com',
    'Olena <olena@example.com>',
    'olena\u0000@example.com',
    'olena\u200b@example.com',
    'оlena@example.com', // a Cyrillic o
    'olena@example.com.',
    'olena@-example.com',
    'olena@127.0.0.1',
    'olena@[127.0.0.1]',
    '.olena@example.com',
    'o..lena@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.com`,
    'x'.repeat(1_000_000),
  ])('what is not exactly one plain address is refused: %j', (typed) => {
    expect(codeOf(() => normaliseEmail(typed))).toBe('account.email_invalid');
  });
});

describe('new passwords', () => {
  const check = (typed: string) =>
    codeOf(() => checkPassword(typed, 'olena.kovalenko@example.com'));

  it.each([
    'tin roof rusted',
    'жовтий млинець',
    'aB3$aB3$xy',
    'correct horse battery staple x',
    '密密密密密密密密密乙',
    `${'é'.normalize('NFD').repeat(5)}kalina`,
  ])('no rule of composition stands in the way: %s', (typed) => {
    expect(check(typed)).toBe('accepted');
  });

  it('length is counted in characters, after normalising, from 10 to 128', () => {
    expect(check('wohngkdir')).toBe('account.password_too_short');
    expect(check('🌻🌻🌻🌻🌻🌲🌲🌲🌲')).toBe('account.password_too_short');
    expect(check(`${'é'.normalize('NFD').repeat(4)}wohng`)).toBe('account.password_too_short');
    expect(check('wohng kdir '.repeat(12).slice(0, 128))).toBe('accepted');
    expect(check('wohng kdir '.repeat(12).slice(0, 129))).toBe('account.password_too_long');
    expect(check('x'.repeat(1_000_000))).toBe('account.password_too_long');
  });

  it.each([
    'password123',
    'PassWord123',
    'pass-word-123',
    'qwertyuiop',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '1234567890',
    '0987654321',
    'abcdefghijkl',
    'olena.kovalenko@example.com',
    'olenakovalenko',
    'Olena Kovalenko',
    'йцукенгшщз',
  ])('what anybody would guess is refused: %s', (typed) => {
    expect(check(typed)).toBe('account.password_too_common');
  });

  it('the same text typed on another keyboard becomes the same password', () => {
    const composed = 'міцний пароль'.normalize('NFC');
    const decomposed = 'міцний пароль'.normalize('NFD');
    expect(checkPassword(decomposed, 'a@example.com')).toBe(
      checkPassword(composed, 'a@example.com'),
    );
  });

  it('the list holds only what the length rule would let through, in the spelling it is compared in', () => {
    const entries = [...COMMON_PASSWORDS];
    expect(entries.length).toBeGreaterThan(300);
    expect(entries.filter((entry) => Array.from(entry).length < 10)).toEqual([]);
    expect(entries.filter((entry) => entry !== entry.toLowerCase().normalize('NFKC'))).toEqual([]);
  });
});

describe('names', () => {
  it('spaces are tidied and any script is welcome', () => {
    expect(checkName('  Олена\t Коваленко ')).toBe('Олена Коваленко');
    expect(checkName('田中さくら')).toBe('田中さくら');
  });

  it.each(['', '   ', 'a\u202eb', 'a\u200bb', 'a\u0000b', '\ud800', 'n'.repeat(81)])(
    'an empty, endless or invisible name is refused: %j',
    (typed) => {
      expect(codeOf(() => checkName(typed))).toBe('account.name_invalid');
    },
  );
});
