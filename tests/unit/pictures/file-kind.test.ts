import { describe, expect, it } from 'vitest';
import { fileKindOf, isAcceptedKind } from '@/lib/pictures/file-kind';

const text = (value: string) => Buffer.from(value, 'latin1');
const box = (brand: string, compatible = '') =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 16 + compatible.length]),
    text(`ftyp${brand}\0\0\0\0${compatible}`),
  ]);

describe('the kind of a file', () => {
  const cases: [string, Uint8Array, string | null][] = [
    ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe1]), 'JPEG'],
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'PNG'],
    ['WebP', text('RIFF\x10\0\0\0WEBPVP8 '), 'WebP'],
    ['a WAV, which starts like WebP', text('RIFF\x10\0\0\0WAVEfmt '), null],
    ['an iPhone photo', box('heic', 'mif1heic'), 'HEIC'],
    ['a HEIC that names its kind second', box('mif1', 'mif1heic'), 'HEIC'],
    ['an AVIF that is also mif1', box('mif1', 'mif1avif'), 'AVIF'],
    ['a video', box('mp42', 'isommp42'), null],
    ['a Canon raw file', box('crx ', 'crx isom'), 'RAW'],
    ['GIF', text('GIF89a'), 'GIF'],
    ['TIFF', Buffer.from([0x4d, 0x4d, 0, 0x2a]), 'TIFF'],
    ['an SVG behind a byte order mark', text('ï»¿ <svg xmlns="x">'), 'SVG'],
    ['an SVG behind a prolog', text('<?xml version="1.0"?><!-- x --><svg>'), 'SVG'],
    ['XML that is no picture', text('<?xml version="1.0"?><html>'), null],
    ['a text that begins with BM', text('BMW is a company from Bavaria'), null],
    ['nothing', new Uint8Array(), null],
    ['half a signature', Buffer.from([0xff, 0xd8]), null],
  ];
  it.each(cases)('of %s', (_name, head, kind) => {
    expect(fileKindOf(head)).toBe(kind);
  });

  it('is accepted for what we decode and nothing else', () => {
    expect((['JPEG', 'PNG', 'WebP', 'HEIC', 'GIF', null] as const).map(isAcceptedKind)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
