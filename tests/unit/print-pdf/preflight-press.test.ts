import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayEntriesOf } from '@/lib/calendars/day-entries';
import { layoutCalendar } from '@/lib/print/layout-calendar';
import type { Page } from '@/lib/print/operations';
import { FILE_RULES } from '@/lib/print/preflight';
import { preflightFile } from '@/lib/print/preflight/file-rules';
import { type Edition, pressOf } from '@/lib/print/press';
import { loadFontBook } from '@/lib/providers/fonts';
import {
  HAS_PDF_TOOLS,
  paintPictures,
  render,
  run,
  type TestPicture,
  testDocument,
  useFolder,
} from './print-fixture';

const folder = useFolder();

type Made = { pdf: Buffer; pages: Page[]; file: string };
const made = new Map<Edition, Made>();
let pictures: Awaited<ReturnType<typeof paintPictures>>;
const press = pressOf('europe');

beforeAll(async () => {
  pictures = await paintPictures(folder, { widthPx: 900, heightPx: 700 });
  const document = testDocument({ monthCount: 1, title: 'Mum & Dad <2027>', language: 'uk' });
  const pages = layoutCalendar({
    document,
    entries: dayEntriesOf(document),
    pictures,
    fonts: loadFontBook(),
    themes: [],
    press,
  });
  for (const edition of ['press', 'digital'] as const) {
    const file = path.join(folder, `${edition}.pdf`);
    const { preflight } = await render(document, pictures, file, { edition });
    expect(preflight.findings.filter(({ rule }) => rule.startsWith('file-'))).toEqual([]);
    made.set(edition, { pdf: readFileSync(file), pages, file });
  }
}, 60_000);

function madeFor(edition: Edition): Made {
  const found = made.get(edition);
  if (!found) throw new Error(`there is no ${edition} file`);
  return found;
}

async function check(
  pdf: Buffer,
  edition: Edition = 'press',
  known: ReadonlyMap<string, Omit<TestPicture, 'path'>> = pictures,
): Promise<string[]> {
  const read = (offset: number, length: number) =>
    Promise.resolve(pdf.subarray(offset, offset + length));
  const { findings: found } = await preflightFile(
    { byteLength: pdf.length, read },
    { pages: madeFor(edition).pages, edition, press, hasWatermark: false, pictures: known },
  );
  return [...new Set(found.map(({ rule }) => rule))];
}

/** Replaces text by other text that is padded to its length, so that every offset stays right. */
function forged(from: RegExp | string, to: (found: string) => string, edition: Edition = 'press') {
  const { pdf } = madeFor(edition);
  const text = pdf.toString('latin1');
  const found = typeof from === 'string' ? from : (from.exec(text)?.[0] ?? '');
  const at = found === '' ? -1 : text.indexOf(found);
  expect(at, String(from)).toBeGreaterThanOrEqual(0);
  const written = to(found).padEnd(found.length);
  expect(written.length).toBe(found.length);
  const copy = Buffer.from(pdf);
  copy.write(written, at, 'latin1');
  return copy;
}

/** The file with another stream under an object's number, and with the table that goes with it. */
function withStream(pdf: Buffer, id: string, entries: string, data: Buffer): Buffer {
  const text = pdf.toString('latin1');
  const start = text.indexOf(`\n${id} 0 obj\n`) + `\n${id} 0 obj\n`.length;
  const end = text.indexOf('\nendobj', start);
  const coded = deflateSync(data);
  const head = `<< ${entries} /Filter /FlateDecode /Length ${coded.length} >>\nstream\n`;
  const stream = Buffer.concat([Buffer.from(head), coded, Buffer.from('\nendstream')]);
  const longer = stream.length - (end - start);
  const tail = text
    .slice(end)
    .replaceAll(/(\d{10}) 00000 n/g, (entry, offset: string) => {
      if (Number(offset) <= start) return entry;
      return `${String(Number(offset) + longer).padStart(10, '0')} 00000 n`;
    })
    .replace(/startxref\n(\d+)/, (_, at: string) => `startxref\n${Number(at) + longer}`);
  return Buffer.concat([pdf.subarray(0, start), stream, Buffer.from(tail, 'latin1')]);
}

function streamOf(pdf: Buffer, id: string): Buffer {
  const text = pdf.toString('latin1');
  const dataAt = text.indexOf('stream\n', text.indexOf(`\n${id} 0 obj\n`)) + 'stream\n'.length;
  return inflateSync(pdf.subarray(dataAt, text.indexOf('\nendstream', dataAt)));
}

/** Changes what the content of the month's page says. */
function withContent(change: (content: string) => string, edition: Edition = 'press'): Buffer {
  const { pdf } = madeFor(edition);
  const [, month] = [...pdf.toString('latin1').matchAll(/\/Contents (\d+) 0 R/g)];
  const id = month?.[1] ?? '';
  const before = streamOf(pdf, id).toString('latin1');
  const after = change(before);
  expect(after).not.toBe(before);
  return withStream(pdf, id, '', Buffer.from(after, 'latin1'));
}

describe('preflight of a press file', { timeout: 30_000 }, () => {
  it('has more than 25 rules of its own', () => {
    expect(FILE_RULES.length).toBeGreaterThanOrEqual(40);
  });

  it('passes what the painter wrote, in the press and in the digital edition', async () => {
    expect(await check(madeFor('press').pdf)).toEqual([]);
    expect(await check(madeFor('digital').pdf, 'digital')).toEqual([]);
  });

  it('does not take one edition for another', async () => {
    const asPress = await check(madeFor('digital').pdf, 'press');
    expect(asPress).toEqual(
      expect.arrayContaining(['file-standard', 'file-intent', 'file-boxes', 'file-colours']),
    );
    const asDigital = await check(madeFor('press').pdf, 'digital');
    expect(asDigital).toEqual(expect.arrayContaining(['file-tags', 'file-colours']));
  });

  const swap = (from: string, to: string) => () => forged(from, () => to);
  const inFound = (from: RegExp, part: string | RegExp, to: string) => () =>
    forged(from, (found) => found.replace(part, to));
  const faults: [rule: string, what: string, make: () => Buffer][] = [
    ['file-header', 'another version', swap('%PDF-1.6', '%PDF-1.7')],
    ['file-trailer', 'a table of another size', inFound(/\/Size \d+/, /\d$/, '')],
    [
      'file-trailer',
      'an older version of itself',
      inFound(/\/ID \[<\w+> /, /\/ID.*/, '/Prev 9 /ID ['),
    ],
    ['file-identity', 'a short identity', inFound(/\/ID \[<\w+>/, /\w\w>/, '>')],
    ['file-encryption', 'encryption', inFound(/\/ID \[<\w+> <\w+>\]/, /.*/, '/Encrypt 1 0 R')],
    ['file-active', 'an action on opening', swap('/ViewerPreferences <<', '/OpenAction 1 0 R/A<<')],
    ['file-active', 'layers', swap('/ViewerPreferences <<', '/OCProperties <<')],
    ['file-language', 'no language', swap('/Lang (uk)', '/Lank (uk)')],
    ['file-xmp', 'a title that is no XML', swap('Mum &amp; Dad', 'Mum & Dad')],
    [
      'file-standard',
      'another standard',
      swap('<pdfxid:GTS_PDFXVersion>PDF/X-4<', '<pdfxid:GTS_PDFXVersion>PDF/X-3<'),
    ],
    [
      'file-standard',
      'a claim in one place only',
      swap('/GTS_PDFXVersion (PDF/X-4)', '/GTS_PDFXVersiox (PDF/X-4)'),
    ],
    ['file-metadata', 'two titles', swap('Mum &amp; Dad', 'Dad &amp; Mum')],
    ['file-metadata', 'two dates', swap('<xmp:CreateDate>2000', '<xmp:CreateDate>2001')],
    ['file-document-ids', 'no document id', inFound(/<xmpMM:DocumentID>[^<]*</, /uuid:[^<]*/, '<')],
    ['file-trapped', 'a trapped key that is a text', swap('/Trapped /False', '/Trapped (No)')],
    [
      'file-trapped',
      'two opinions about trapping',
      swap('<pdf:Trapped>False', '<pdf:Trapped>True '),
    ],
    ['file-intent', 'another condition', swap('(FOGRA39)', '(FOGRA51)')],
    ['file-intent', 'an intent of PDF/A', swap('/S /GTS_PDFX', '/S /GTS_PDFA')],
    ['file-intent', 'no intent', swap('/OutputIntents', '/OutputInt3nts')],
    [
      'file-profile',
      'an intent without its profile',
      swap('/DestOutputProfile', '/DestOutputPr0file'),
    ],
    ['file-pages', 'a wrong count', inFound(/\/Type \/Pages \/Count \d+/, /\d+/, '9')],
    ['file-boxes', 'a trim box of another size', swap('/TrimBox [8.5039', '/TrimBox [2.5039')],
    [
      'file-box-nesting',
      'a trim box outside its bleed',
      swap('/TrimBox [8.5039', '/TrimBox [-8.503'),
    ],
    ['file-box-nesting', 'an art box', swap('/Parent 1 0 R\n/MediaBox', '/ArtBox [0]\n/MediaBox')],
    ['file-scaling', 'a unit of its own', swap('/Parent 1 0 R\n', '/UserUnit 2\n')],
    ['file-annotations', 'annotations', swap('/Parent 1 0 R\n', '/Annots []\n')],
    ['file-resources', 'a pattern', swap('/ExtGState <<', '/Pattern   <<')],
    ['file-states', 'a transfer curve', swap('/OPM 1', '/TR 12')],
    ['file-states', 'an overprint that knocks out', swap('/OPM 1', '/OPM 0')],
    [
      'file-fonts',
      'a font under its whole name',
      inFound(/\/BaseFont \/[A-Z]{6}\+\S+ \/Enc/, '+', '-'),
    ],
    ['file-fonts', 'a font that is not in the file', swap('/FontFile2', '/FontFileX')],
    [
      'file-font-kind',
      'a font of the reader',
      swap('/Subtype /CIDFontType2', '/Subtype /CIDFontType0'),
    ],
    ['file-font-kind', 'another encoding', swap('/Encoding /Identity-H', '/Encoding /Identity-V')],
    [
      'file-font-widths',
      'widths that are not the glyphs’',
      inFound(/\/W \[0 \[\d+ \d+ \d+/, /\d+$/, '7'),
    ],
    ['file-pictures', 'a picture that is stretched', inFound(/\/Width (\d+) /, /\d/g, '5')],
    ['file-picture-header', 'pixels of another size', inFound(/\/Width (\d+) /, /\d/, '5')],
    ['file-picture-coding', 'twelve bits', swap('/BitsPerComponent 8', '/BitsPerComponent 4')],
    ['file-picture-space', 'RGB', swap('/ColorSpace /DeviceCMYK', '/ColorSpace /DeviceRGB')],
    [
      'file-picture-decode',
      'a negative',
      swap('/Decode [1 0 1 0 1 0 1 0]', '/Decode [0 1 0 1 0 1 0 1]'),
    ],
  ];
  it.each(faults)('says %s of %s', async (rule, _what, make) => {
    const found = await check(make());
    expect(found).toContain(rule);
  });

  it('finds a profile that is damaged or for another kind of device', async () => {
    const { pdf } = madeFor('press');
    const id = /\/DestOutputProfile (\d+) 0 R/.exec(pdf.toString('latin1'))?.[1] ?? '';
    const withProfile = (change: (profile: Buffer) => void) => {
      const profile = streamOf(pdf, id);
      change(profile);
      return check(withStream(pdf, id, '/N 4', profile));
    };
    expect(await withProfile(() => undefined)).toEqual([]);
    expect(await withProfile((icc) => icc.write('scnr', 12, 'latin1'))).toEqual(['file-profile']);
    expect(await withProfile((icc) => icc.write('RGB ', 16, 'latin1'))).toEqual(['file-profile']);
    const soaked = await withProfile((icc) => {
      const tag = icc.indexOf('B2A0');
      const [offset, length] = [icc.readUInt32BE(tag + 4), icc.readUInt32BE(tag + 8)];
      icc.fill(0xff, offset + length / 2, offset + length);
    });
    expect(soaked).toEqual(['file-profile-ink']);
  });

  it('finds colours, inks, lines and operators that a press cannot print', async () => {
    const first = (content: string, operators: string) => content.replace(/\n/, `\n${operators}\n`);
    const found = (operators: string) => check(withContent((content) => first(content, operators)));
    expect(await found('1 0 0 rg 0 0 9 9 re f')).toContain('file-colours');
    expect(await found('1 0 0 1 k 1 1 1 1 K 0 0 9 9 re B')).toEqual(['file-ink']);
    expect(await found('q 0.05 w 0 0 m 9 9 l S Q')).toContain('file-lines');
    expect(await found('/Sh0 sh')).toEqual(['file-operators']);
    expect(await found('q /Over gs 0 0 9 9 re f Q')).toContain('file-overprint');
  });

  it('finds black text of several inks, text that is moved, and text that leaves a gap', async () => {
    const black = /0 0 0 (0\.\d+|1) k\nBT/g;
    expect(
      await check(withContent((content) => content.replaceAll(black, '.7 .6 .6 .7 k\nBT'))),
    ).toEqual(expect.arrayContaining(['file-black-text', 'file-overprint']));
    const matrix = /1 0 0 -1 ([\d.]+) ([\d.]+) Tm/;
    expect(
      await check(withContent((content) => content.replace(matrix, '1 0 0 -1 50 50 Tm'))),
    ).toEqual(['file-text-place']);
    expect(await check(withContent((content) => content.replace('/Over gs', '')))).toEqual([
      'file-overprint',
    ]);
  });

  it('finds a glyph that no font has', async () => {
    const missing = withContent((content) => content.replace(/\[<\w{4}/, '[<0000'));
    expect(await check(missing)).toEqual(
      expect.arrayContaining(['file-font-glyphs', 'file-font-unicode']),
    );
  });

  it('finds content that no tag names in the digital edition', async () => {
    const untagged = withContent((content) => content.replace(/\n/, '\n0 0 9 9 re f\n'), 'digital');
    expect(await check(untagged, 'digital')).toEqual(['file-tags']);
    const unmarked = forged('/Marked true', () => '/Marked 0', 'digital');
    expect(await check(unmarked, 'digital')).toContain('file-tags');
  });

  it('finds a picture with fewer pixels than its master has', async () => {
    const larger = new Map(
      [...pictures].map(([id]) => [id, { widthPx: 1800, heightPx: 1400 }] as const),
    );
    expect(await check(madeFor('press').pdf, 'press', larger)).toEqual(['file-picture-resolution']);
  });

  it.runIf(HAS_PDF_TOOLS)('sees the objects that qpdf sees', async () => {
    const { file, pdf } = madeFor('press');
    const { qpdf } = JSON.parse(run('qpdf', '--json=2', '--json-key=qpdf', file));
    const [, objects] = qpdf as [unknown, Record<string, { value?: unknown; stream?: unknown }>];
    const text = pdf.toString('latin1');
    const trailer = (objects.trailer as { value: Record<string, unknown> }).value;
    const root = objects[`obj:${String(trailer['/Root'])}`]?.value as Record<string, unknown>;
    const intents = root['/OutputIntents'] as string[];
    expect(intents).toHaveLength(1);
    const intent = objects[`obj:${intents[0]}`]?.value as Record<string, unknown>;
    expect(intent['/S']).toBe('/GTS_PDFX');
    const all = JSON.stringify(objects);
    for (const word of ['/DeviceRGB', '/JavaScript', '/Annots', '/LZWDecode', '/Encrypt']) {
      expect(all).not.toContain(word);
    }
    const pages = Object.values(objects).filter(({ value }) => {
      return (value as Record<string, unknown> | undefined)?.['/Type'] === '/Page';
    });
    expect(pages).toHaveLength([...text.matchAll(/\/Type \/Page\b(?!s)/g)].length);
  });
});
