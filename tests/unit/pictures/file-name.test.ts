import { describe, expect, it } from 'vitest';
import { cleanFileName, decodeFileName } from '@/lib/pictures/file-name';

describe('the shown name of a file', () => {
  it.each([
    ['IMG_0042.JPG', 'IMG_0042.JPG'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\Море 2026.jpeg', 'Море 2026.jpeg'],
    ['a\0b\r\nc\u202egpj.jpg', 'abcgpj.jpg'],
    ['zero\u200bwidth\u2066.png', 'zerowidth.png'],
    ['  many   spaces .jpg ', 'many spaces .jpg'],
    ['\ud800lone.jpg', 'lone.jpg'],
    ['🏔 гори.webp', '🏔 гори.webp'],
    ['', 'photo'],
    ['..', 'photo'],
    ['/', 'photo'],
  ])('%j is %j', (raw, shown) => {
    expect(cleanFileName(raw)).toBe(shown);
  });

  it('is at most 120 characters and keeps its ending', () => {
    const shown = cleanFileName(`${'я'.repeat(10_000)}.jpeg`);
    expect(Array.from(shown)).toHaveLength(120);
    expect(shown).toMatch(/^я+….jpeg$/);
  });

  it('is read from a percent-encoded header, or as it stands', () => {
    expect(decodeFileName('%D0%BC%D0%BE%D1%80%D0%B5.jpg')).toBe('море.jpg');
    expect(decodeFileName('100%.jpg')).toBe('100%.jpg');
    expect(decodeFileName(null)).toBe('');
  });
});
