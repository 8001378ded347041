import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeDocument } from '@/lib/calendars/compose-document';
import { dayEntriesOf } from '@/lib/calendars/day-entries';
import { YearMonthSchema } from '@/lib/calendars/document';
import { layoutCalendar } from '@/lib/print/layout-calendar';
import type { Page } from '@/lib/print/operations';
import { structurePage } from '@/lib/print/pdf/page-structure';
import type { StructureNode } from '@/lib/print/pdf/structure-node';
import { pressOf } from '@/lib/print/press';
import { loadFontBook } from '@/lib/providers/fonts';
import { contents, cornersPicture, image, page, paint, text } from './paint-fixture';
import { HAS_PDF_TOOLS, run, useFolder } from './print-fixture';

const folder = useFolder();
const file = path.join(folder, 'digital.pdf');

function pagesOf(choices: Partial<Parameters<typeof composeDocument>[0]>, change = {}): Page[] {
  const composed = composeDocument({
    title: 'Mum & Dad',
    formatId: 'wall-a4-portrait',
    from: YearMonthSchema.parse('2027-01'),
    monthCount: 12,
    language: 'en',
    firstWeekday: 1,
    holidaySets: [{ country: 'GB', region: 'ENG' }],
    themeId: 'atelier',
    layoutId: 'photo-above',
    ...choices,
  });
  const document = { ...composed, ...change };
  return layoutCalendar({
    document,
    entries: dayEntriesOf(document),
    pictures: new Map(),
    fonts: loadFontBook(),
    themes: [],
    press: pressOf('europe'),
  });
}

/** What a reader speaks of each page, one line for each piece, indented as the tree is; attributes left out. */
function sections(): string[][] {
  const lines = run('pdfinfo', '-struct-text', file)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^ *\//.test(line));
  return lines
    .join('\n')
    .split(/\n {2}Sect\n/)
    .slice(1)
    .map((section) => section.split('\n'));
}

const spoken = (lines: readonly string[]) =>
  lines.flatMap((line) => /^ *"(.*)"$/.exec(line)?.[1] ?? []).map((words) => words.trim());

describe('the digital edition', { timeout: 60_000 }, () => {
  it('is cut to the trimmed page', async () => {
    const pdf = (await paint([page([text({})])], { edition: 'digital' })).toString('latin1');
    expect(pdf).toContain('/MediaBox [0 0 283.4646 226.7717]');
    expect(pdf).toContain('/TrimBox [0 0 283.4646 226.7717]');
  });

  it('says that it is tagged, in which language, and what it is called', async () => {
    const pdf = await paint([page([text({})])], { edition: 'digital', language: 'uk', title: 'А' });
    const written = pdf.toString('latin1');
    expect(written).toContain('/MarkInfo << /Marked true >>');
    expect(written).toContain('/Lang (uk)');
    expect(written).toContain('/ViewerPreferences << /DisplayDocTitle true >>');
    expect(written).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(written).toMatch(/\/StructParents 0 \/Tabs \/S/);
  });

  it('marks every piece of content as something to read or as decoration', async () => {
    const [content = ''] = contents(
      await paint([page([text({}), text({ role: 'mini', text: '7' }), text({ yMm: 60 })])], {
        edition: 'digital',
      }),
    );
    const marks = content.match(/\/\w+ (<< \/MCID \d+ >> BDC|BMC)/g);
    expect(marks).toEqual(['/P << /MCID 0 >> BDC', '/Artifact BMC', '/P << /MCID 1 >> BDC']);
    expect(content.match(/\bEMC\b/g)).toHaveLength(3);
    const outside = content.replaceAll(/\/\w+ (?:<<[^>]*>> BDC|BMC)\n[\s\S]*?\nEMC/g, '');
    expect(outside).not.toMatch(/ (TJ|Do|f|S|B)\b/);
  });

  it('tells what a picture shows: its caption, else the heading of its page', async () => {
    const picture = await cornersPicture(folder, 1);
    const options = { edition: 'digital' as const, picture: () => Promise.resolve(picture) };
    const heading = text({ role: 'month', text: 'May', sizePt: 20 });
    const caption = text({ role: 'caption', text: 'At the lake', yMm: 70 });
    const plain = await paint([page([image({}), heading])], options);
    expect(plain.toString('latin1')).toContain('/Alt (May)');
    const captioned = await paint([page([image({}), heading, caption])], options);
    expect(captioned.toString('latin1')).toContain('/Alt (At the lake)');
    const [content = ''] = contents(
      await paint([page([image({ slotIndex: null }), heading])], options),
    );
    expect(content).toMatch(/\/Artifact BMC\nq/);
  });
});

describe('the structure of a poster', () => {
  it('has each month under its name, with a cell for each of its days', () => {
    const [poster] = pagesOf({ formatId: 'poster-a3-portrait' });
    if (!poster) throw new Error('no poster');
    const { root } = structurePage(poster, 'Mum & Dad');
    const textOf = ({ kids }: StructureNode): string[] =>
      kids.flatMap((kid) => {
        if ('tag' in kid) return textOf(kid);
        const operation = poster.operations[kid.operation];
        return operation?.kind === 'text' ? [operation.text] : [];
      });
    const parts = root.kids.flatMap((kid) => ('tag' in kid ? [kid] : []));
    const names = parts.filter(({ tag }) => tag === 'H2').map((part) => textOf(part)[0]);
    expect(names).toHaveLength(12);
    expect(names.slice(0, 3)).toEqual(['January', 'February', 'March']);
    const counts = parts
      .filter(({ tag }) => tag === 'Table')
      .map((part) => textOf(part).filter((word) => /^\d{1,2}$/.test(word)).length);
    expect(counts).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    const order = parts.map(({ tag }) => tag).filter((tag) => tag === 'H2' || tag === 'Table');
    expect(order).toEqual(names.flatMap(() => ['H2', 'Table']));
  });
});

describe.skipIf(!HAS_PDF_TOOLS)('read aloud, the digital edition', { timeout: 60_000 }, () => {
  let pages: Page[];

  beforeAll(async () => {
    const all = pagesOf({}, { weekNumbers: 'iso' });
    // Cover, May, which begins on a Saturday, and June.
    pages = all.filter(({ index }) => index === 0 || index === 5 || index === 6);
    writeFileSync(file, await paint(pages, { edition: 'digital', title: 'Mum & Dad' }));
  });

  it('is a clean file with a bookmark for each page', () => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
    const outline = run('qpdf', '--json', '--json-key=outlines', file);
    const titles = (JSON.parse(outline).outlines as { title: string }[]).map(({ title }) => title);
    expect(titles).toEqual(['Mum & Dad', 'May 2027', 'June 2027']);
  });

  it('gives each month its heading, and its days as a table in the order of the weeks', () => {
    const [, may = [], ...others] = sections();
    expect(others).toHaveLength(1);
    const words = spoken(may);
    expect(words.slice(0, 2)).toEqual(['May', '2027']);
    const days = words.filter((word) => /^\d{1,2}$/.test(word));
    const weeks = ['17', '18', '19', '20', '21', '22'];
    const wanted = Array.from({ length: 31 }, (_, index) => String(index + 1));
    // Each week begins with its number.
    const rows = [0, 2, 9, 16, 23, 30, 31].map((start, index, all) =>
      wanted.slice(start, all[index + 1]),
    );
    expect(days).toEqual(weeks.flatMap((week, index) => [week, ...(rows[index] ?? [])]));
    expect(words[words.indexOf('3') + 1]).toMatch(/May/);
  });

  it('has as many cells in every row as there are heads', () => {
    const rows = (sections()[1] ?? [])
      .join('\n')
      .split(/\n {6}TR\n/)
      .slice(1);
    const counts = rows.map(
      (row) => row.split('\n').filter((line) => /^ {8}T[HD]\b/.test(line)).length,
    );
    expect(counts).toEqual([8, 8, 8, 8, 8, 8, 8]);
  });

  it('speaks right-to-left text in reading order', async () => {
    const hebrew = pagesOf({ language: 'he', firstWeekday: 7 });
    writeFileSync(file, await paint(hebrew.slice(1, 2), { edition: 'digital', language: 'he' }));
    const words = spoken(sections()[0] ?? []);
    expect(words).toContain('ינואר');
    const heads = words.filter((word) => /^(יום )?(ראשון|שני|שלישי|שבת)$/.test(word));
    expect(heads.map((word) => word.replace('יום ', ''))).toEqual(['ראשון', 'שני', 'שלישי', 'שבת']);
  });

  it('reads a family planner row by row, under the names of the people', async () => {
    const people = [
      { id: 'a', name: 'Anna', colour: '#aa3344' },
      { id: 'b', name: 'Bohdan', colour: '#3344aa' },
    ];
    const planner = pagesOf({ layoutId: 'family-planner' }, { people });
    writeFileSync(file, await paint(planner.slice(1, 2), { edition: 'digital' }));
    const words = spoken(sections()[0] ?? []);
    const first = words.indexOf('Anna');
    expect(words.slice(first, first + 2)).toEqual(['Anna', 'Bohdan']);
    expect(words.filter((word) => /^\d{1,2}$/.test(word))).toHaveLength(31);
  });
});
