import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { paintPicture, useFolder } from '../print-pdf/print-fixture';

const folder = useFolder();
const photos = path.join(folder, 'photos');

type Outcome = { code: number | null; stdout: string; stderr: string };

/** Runs the program as `npm run calendar` does. */
function calendar(args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/calendar.ts', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const outcome: Outcome = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    outcome.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    outcome.stderr += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...outcome, code }));
  });
}

const CHOICES =
  '--from 2027-09 --months 12 --country UA --language uk --first-weekday monday --format wall-a4-landscape --theme meridian';

const good = (out: string) => [
  '--photos',
  photos,
  ...CHOICES.split(' '),
  '--out',
  path.join(folder, out),
];

beforeAll(async () => {
  mkdirSync(photos);
  for (let index = 0; index < 4; index += 1) {
    await paintPicture(photos, index, { widthPx: 1200, heightPx: 900 });
  }
  const turned = await sharp(path.join(photos, 'picture-0.jpg'))
    .withMetadata({ orientation: 6 })
    .withExif({ IFD2: { DateTimeOriginal: '2026:07:14 10:00:00' } })
    .toBuffer();
  writeFileSync(path.join(photos, 'turned.jpg'), turned);
  writeFileSync(path.join(photos, 'README.md'), 'about these photos');
  writeFileSync(path.join(photos, 'song.mp3'), 'ID3 not a photo');
  writeFileSync(path.join(photos, 'animation.gif'), 'GIF89a');
  const whole = readFileSync(path.join(photos, 'picture-1.jpg'));
  writeFileSync(path.join(photos, 'zz-cut-off.jpg'), whole.subarray(0, whole.length * 0.6));
});

describe('npm run calendar', { timeout: 60_000 }, () => {
  it('makes a print file of a folder of photos and says so in one JSON object', async () => {
    const dates = path.join(folder, 'dates.csv');
    writeFileSync(dates, 'date,text,kind\n1987-03-08,Олена,birthday\n2028-02-30,nonsense,\n');
    const { code, stdout, stderr } = await calendar([...good('first.pdf'), '--dates', dates]);
    expect(stderr).toContain('Page 14 of 14');
    expect(code).toBe(0);
    const result = JSON.parse(stdout) as Record<string, unknown>;
    const bytes = readFileSync(path.join(folder, 'first.pdf'));
    expect(result).toMatchObject({ pages: 14, bytes: bytes.length, photos: 5, from: '2027-09' });
    expect(result.ms).toBeGreaterThan(0);
    expect(result.preflight).toMatchObject({ pageCount: 14 });
    expect(result.skipped).toEqual(
      expect.arrayContaining([
        { file: 'animation.gif', reason: expect.stringContaining('GIF is not supported') },
        { file: 'song.mp3', reason: 'it is no photo' },
        { file: 'zz-cut-off.jpg', reason: 'it is damaged' },
      ]),
    );
    expect(stderr).toContain('line 3');
  });

  const changed = (name: string, value: string) => {
    const args = good('never.pdf');
    args[args.indexOf(name) + 1] = value;
    return args;
  };

  it.each([
    ['no arguments', [], 2, '--photos is missing'],
    ['a month that does not exist', changed('--from', '2027-13'), 2, 'must be a month'],
    ['a year that is not printed', changed('--from', '1899-12'), 2, '1900'],
    ['too many months', changed('--months', '19'), 2, 'from 1 to 18'],
    ['an unknown country', changed('--country', 'XX'), 2, '"XX" is not known'],
    ['an unknown region', changed('--country', 'DE-ZZ'), 2, 'no region "ZZ"'],
    ['an unknown language', changed('--language', 'tlh'), 2, 'en, uk, de'],
    ['an unknown weekday', changed('--first-weekday', 'someday'), 2, 'monday, tuesday'],
    ['an unknown format', changed('--format', 'poster'), 2, 'wall-a3-portrait'],
    ['an unknown theme', changed('--theme', 'neon'), 2, 'atelier, meridian, evening'],
    [
      'an unknown edition',
      [...good('never.pdf'), '--edition', 'paper'],
      2,
      'press, proof, digital',
    ],
    ['an unknown print house', [...good('never.pdf'), '--press', 'nobody'], 2, 'europe, '],
    ['an unknown option', [...good('never.pdf'), '--colour', 'red'], 2, '--colour'],
    ['no folder', changed('--photos', '/nowhere/at/all'), 1, 'does not exist'],
    ['no PDF name', changed('--out', 'calendar.txt'), 2, 'must end in .pdf'],
    ['a missing file of dates', [...good('never.pdf'), '--dates', '/no.csv'], 1, 'does not exist'],
  ])('refuses %s with a sentence', async (_name, args, wanted, sentence) => {
    const { code, stdout, stderr } = await calendar(args as string[]);
    expect({ code, stdout }).toEqual({ code: wanted, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('refuses a folder without photos, and a place that cannot be written', async () => {
    const empty = path.join(folder, 'empty');
    mkdirSync(empty);
    const without = await calendar(changed('--photos', empty));
    expect(without).toMatchObject({ code: 1, stdout: '' });
    expect(without.stderr).toContain('no usable photo');
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    const blocked = await calendar(changed('--out', path.join(file, 'x.pdf')));
    expect(blocked).toMatchObject({ code: 1, stdout: '' });
    expect(blocked.stderr).toContain('Choose another --out');
  });

  it('explains itself', async () => {
    const { code, stderr } = await calendar(['--help']);
    expect(code).toBe(0);
    expect(stderr).toContain('--first-weekday');
  });
});
