import { describe, expect, it } from 'vitest';
import { encodeGiftCode, groupGiftCode, normaliseGiftCode } from '@/lib/core/gift-code';

const code = encodeGiftCode(Uint8Array.from({ length: 32 }, (_, index) => index * 7));

describe('the code of a gift certificate', () => {
  it('has sixteen letters without lookalikes, in groups of four', () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(groupGiftCode(code)).toBe(code.match(/.{4}/g)?.join('-'));
  });

  it('is read however it is typed: small, spaced, dashed, with O for 0 and l for 1', () => {
    expect(normaliseGiftCode(` ${groupGiftCode(code).toLowerCase()} `)).toBe(code);
    expect(normaliseGiftCode(code.replace(/(.)/g, '$1 '))).toBe(code);
    expect(normaliseGiftCode('oil0–oil0—OIL0 oil0')).toBe('0110011001100110');
  });

  it('is nothing else', () => {
    for (const text of ['', '123', `${code}1`, 'U'.repeat(16), 'А'.repeat(16), 'x'.repeat(9999)]) {
      expect(normaliseGiftCode(text)).toBeNull();
    }
  });
});
