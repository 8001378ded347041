import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENV_KEYS } from '@/lib/core/env';
import {
  environmentReaders,
  impurities,
  LINES_MAX,
  tooLong,
  undeclaredEdges,
} from '../support/architecture/rules';
import { parseSource, readSourceFiles } from '../support/architecture/source-files';

const files = readSourceFiles();

describe('files', () => {
  it('are short enough to be read in one go', () => {
    expect(tooLong(files)).toEqual([]);
  });
  it('that are too long are caught', () => {
    const long = parseSource(
      'lib/x.ts',
      'const a = 1;\n'.repeat(LINES_MAX + 1).replaceAll('const a', 'globalThis.a'),
    );
    expect(tooLong([long])).toHaveLength(1);
  });
});

describe('the environment', () => {
  it('is read in one place', () => {
    expect(environmentReaders(files)).toEqual([]);
  });
  it('read elsewhere is caught', () => {
    expect(
      environmentReaders([parseSource('lib/orders/x.ts', 'const a = process.env.SECRET;')]),
    ).toHaveLength(1);
  });
  it('is explained key by key in .env.example', () => {
    const example = readFileSync('.env.example', 'utf8');
    const missing = ENV_KEYS.filter((key) => !new RegExp(`^#?\\s*${key}=`, 'm').test(example));
    expect(missing).toEqual([]);
  });
  it('has no key in .env.example that nothing reads', () => {
    const example = readFileSync('.env.example', 'utf8');
    const named = [...example.matchAll(/^#?\s*([A-Z][A-Z0-9_]+)=/gm)].map(
      (match) => match[1] as string,
    );
    const ofTools = ['HOST', 'CHROMIUM_PATH', 'TEST_DATABASE_URL'];
    const ofTests = [
      'STAR_COURSES',
      'STAR_COURSES_FROM',
      'GIFT_COURSES',
      'GIFT_COURSES_FROM',
      'PAYMENT_COURSES',
      'PAYMENT_SEED',
    ];
    const read = new Set<string>([...ENV_KEYS, ...ofTools, ...ofTests]);
    expect(named.filter((key) => !read.has(key))).toEqual([]);
  });
});

describe('paper', () => {
  it('depends on nothing but its input', () => {
    expect(impurities(files, ['lib/print', 'lib/calendar-days'], new Set(EXPLAINED))).toEqual([]);
  });
  it.each([
    ['const n = Date.now();', 'Date.now'],
    ['const d = new Date();', 'new Date'],
    ['const f = new Intl.NumberFormat("de");', 'Intl'],
    ['const r = Math.random();', 'Math.random'],
    ['const e = process.env.TZ;', 'process'],
    ["import { readFileSync } from 'node:fs';\nreadFileSync('x');", 'node:fs'],
  ])('that depends on the machine is caught: %s', (text, what) => {
    expect(impurities([parseSource('lib/print/x.ts', text)], ['lib/print'])).toEqual([
      `lib/print/x.ts: ${what}`,
    ]);
  });
});

/** Known and harmless: each with its reason. */
const EXPLAINED: string[] = [
  // The holiday library makes instants by itself; this file makes them in UTC, whatever the zone of the process.
  'lib/calendar-days/date-holidays-utc.ts: new Date',
];

describe('edges', () => {
  it('are all declared with who may use them', () => {
    expect(undeclaredEdges(files)).toEqual([]);
  });
  it.each([
    ['app/api/x/route.ts', 'export async function GET() { return new Response(); }'],
    ['app/api/x/route.ts', 'const h = () => 1;\nexport { h as GET };'],
    ['app/x/actions.ts', "'use server';\nexport async function act() { return 1; }"],
  ])('that are not are caught: %s', (path, text) => {
    expect(undeclaredEdges([parseSource(path, text)])).toHaveLength(1);
  });
});
