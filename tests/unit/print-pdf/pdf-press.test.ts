import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Page } from '@/lib/print/operations';
import { pressOf } from '@/lib/print/press';
import {
  contents,
  cornersPicture,
  image,
  page,
  paint,
  testSeparation,
  text,
} from './paint-fixture';
import { HAS_GHOSTSCRIPT, HAS_PDF_TOOLS, run, useFolder } from './print-fixture';

const folder = useFolder();

const PAGES: Page[] = [
  page([
    {
      kind: 'rect',
      xMm: -3,
      yMm: -3,
      widthMm: 106,
      heightMm: 86,
      fill: '#fdf6e3',
      opacity: 1,
      stroke: null,
      radiusMm: 0,
    },
    {
      kind: 'rect',
      xMm: 5,
      yMm: 5,
      widthMm: 40,
      heightMm: 20,
      fill: '#803050',
      opacity: 0.5,
      stroke: { colour: '#204060', widthMm: 0.5 },
      radiusMm: 2,
    },
    text({ colour: '#1a1a1a' }),
    text({ colour: '#c02020', yMm: 40 }),
    text({ colour: '#ffffff', yMm: 50 }),
  ]),
  page([text({})], { index: 1 }),
];

const TITLE = 'Mum & Dad <2027> — Київ';

const press = (change = {}) => paint(PAGES, { edition: 'press', title: TITLE, ...change });

describe('the press edition', () => {
  it('has its colours in inks and nothing in RGB', async () => {
    const [content = ''] = contents(await press());
    expect(content).not.toMatch(/\b(rg|RG|cs|CS|sc|SC|g|G)\n/);
    const inks = testSeparation(PAGES).inks.get('#803050') ?? [];
    const written = inks.map((ink) => Number(ink.toFixed(4))).join(' ');
    expect(content).toContain(`${written} k`);
  });

  it('prints dark text in black ink alone, over what lies beneath; other text leaves it out', async () => {
    const [content = ''] = contents(await press());
    expect(content).toMatch(/\/Over gs\n0 0 0 0\.898 k\nBT/);
    expect(content.match(/\/Over gs/g)).toHaveLength(1);
    expect(content).toMatch(/0 0 0 0 k\nBT/);
    const pdf = (await press()).toString('latin1');
    expect(pdf).toContain('/OP true /op true /OPM 1');
  });

  it('mixes translucent colours as inks, on the pages that have them', async () => {
    const pdf = (await press()).toString('latin1');
    expect(
      pdf.match(/\/Group << \/Type \/Group \/S \/Transparency \/CS \/DeviceCMYK >>/g),
    ).toHaveLength(1);
    expect(pdf).not.toMatch(/ICCBased|DeviceRGB|CalRGB/);
  });

  it('says that it is PDF/X-4, for which inks, and that nothing is trapped', async () => {
    const pdf = (await press()).toString('latin1');
    expect(pdf.slice(0, 8)).toBe('%PDF-1.6');
    expect(pdf.match(/\/S \/GTS_PDFX\n/g)).toHaveLength(1);
    expect(pdf).toContain('/OutputConditionIdentifier (FOGRA39)');
    expect(pdf).toMatch(/\/DestOutputProfile \d+ 0 R/);
    expect(pdf).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
    expect(pdf).toContain('<pdf:Trapped>False</pdf:Trapped>');
    expect(pdf).toContain('/Trapped /False');
    expect(pdf).not.toMatch(/\/(Encrypt|JavaScript|AcroForm|Annots|OCProperties|AA)\b/);
    const american = await press({ press: pressOf('america') });
    expect(american.toString('latin1')).toContain('/OutputConditionIdentifier (CGATS TR 006)');
  });

  it('carries ids of its own content: the same twice, others for another title', async () => {
    const ids = (pdf: Buffer) =>
      Array.from(
        pdf.toString('latin1').matchAll(/<xmpMM:(?:DocumentID|InstanceID)>(.+?)</g),
        ([, id]) => id,
      );
    const first = await press();
    expect(ids(first)).toHaveLength(2);
    expect(ids(first)[0]).toMatch(/^uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
    expect((await press()).equals(first)).toBe(true);
    expect(ids(await press({ title: 'Other' }))).not.toEqual(ids(first));
    expect(first.toString('latin1')).toMatch(/\/ID \[<([0-9a-f]{32})> <\1>\]/);
  });

  it('is not made of colours that nobody separated', async () => {
    const separation = { ...testSeparation(PAGES), textInks: new Map() };
    await expect(press({ separation })).rejects.toThrow('is separated');
    await expect(press({ separation: null })).rejects.toThrow('has its separation');
  });
});

describe.skipIf(!HAS_PDF_TOOLS)(
  'read by other programs, the press edition',
  { timeout: 60_000 },
  () => {
    const file = path.join(folder, 'press.pdf');

    it('is a clean PDF/X-4 with its title as it was written', async () => {
      const picture = await cornersPicture(folder, 1, 'press');
      const pages = [...PAGES, page([image({})], { index: 2 })];
      const separation = {
        ...testSeparation(pages),
        profile: readFileSync('lib/print/icc/fogra39.icc'),
      };
      const options = { edition: 'press', title: TITLE, separation } as const;
      writeFileSync(
        file,
        await paint(pages, { ...options, picture: () => Promise.resolve(picture) }),
      );
      expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
      const info = run('pdfinfo', file);
      expect(info).toContain(`Title:           ${TITLE}`);
      expect(info).toMatch(/PDF subtype: +PDF\/X-4/);
      const metadata = run('pdfinfo', '-meta', file);
      expect(metadata).toContain('Mum &amp; Dad &lt;2027&gt; — Київ');
      expect(run('pdfimages', '-list', file)).not.toMatch(/ (rgb|icc) /);
    });

    it.each([
      ['europe', 3, 3],
      ['europe-marks', 3, 10],
    ] as const)('of the house %s has its boxes one in the other', async (id, bleedMm, aroundMm) => {
      writeFileSync(file, await press({ press: pressOf(id) }));
      const boxes = run('pdfinfo', '-box', '-f', '1', '-l', '2', file);
      const points = (mm: number) => (mm * 72) / 25.4;
      for (const number of [1, 2]) {
        const box = (name: string) => {
          const found = new RegExp(`Page +${number} ${name}: +([-\\d. ]+)`).exec(boxes)?.[1] ?? '';
          return found.trim().split(/\s+/).map(Number);
        };
        const around = (growMm: number) =>
          [
            aroundMm - growMm,
            aroundMm - growMm,
            aroundMm + 100 + growMm,
            aroundMm + 80 + growMm,
          ].map((mm) => expect.closeTo(points(mm), 1));
        expect(box('MediaBox')).toEqual(around(aroundMm));
        expect(box('CropBox')).toEqual(box('MediaBox'));
        expect(box('BleedBox')).toEqual(around(bleedMm));
        expect(box('TrimBox')).toEqual(around(0));
      }
    });

    it.skipIf(!HAS_GHOSTSCRIPT)(
      'gives each ink its plate, and dark text no ink but black',
      async () => {
        writeFileSync(
          file,
          await paint(
            [page([text({ text: '█', sizePt: 60, font: 'noto-sans-jp/400', colour: '#000000' })])],
            { edition: 'press' },
          ),
        );
        const coverage = run('gs', '-q', '-o', '-', '-sDEVICE=inkcov', file);
        const [cyan, magenta, yellow, black] = coverage.trim().split(/\s+/).map(Number);
        expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
        expect(black).toBeGreaterThan(0.005);
      },
    );
  },
);

describe('an edition for the screen', () => {
  it('takes no notice of the marks that a house wants', async () => {
    for (const edition of ['proof', 'digital'] as const) {
      const plain = await paint(PAGES, { edition });
      const marked = await paint(PAGES, { edition, press: pressOf('europe-marks') });
      expect(marked.equals(plain)).toBe(true);
    }
  });

  it('does not call itself PDF/X', async () => {
    expect((await paint(PAGES)).toString('latin1')).not.toMatch(/GTS_PDFX|OutputIntent/);
  });
});
