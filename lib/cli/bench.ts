import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { BenchJob } from './bench/bench-job';
import {
  type Candidate,
  CHROMIUM_NAME,
  chromium,
  OURS,
  program,
  type Run,
  renderOurs,
} from './bench/candidates';
import { measureEditor } from './bench/editor';
import { measureFirstPage } from './bench/first-page';
import {
  type BenchPictures,
  makeJob,
  makeLongJob,
  makeMovedJob,
  makePassThroughJob,
  measured,
} from './bench/make-jobs';
import { makePhoto, photosIn } from './bench/make-photos';
import { goalsOf, movedLine, type PictureRuns, table } from './bench/report';
import { findChromium } from './find-chromium';
import { PlainFailure, runProgram, say } from './say';

const PHOTO_COUNT = 13;
/** What can be measured alone: `npm run bench -- print`. */
const PARTS = ['print', 'first-page', 'editor', 'studio', 'desk'];
const DEFAULT_PHOTOS = '../shared/photos';

const BOUND = new URL('./bench/children/bound.ts', import.meta.url);
const PDFKIT = new URL('./bench/children/naive-pdfkit.ts', import.meta.url);
const REACT_PDF = new URL('./bench/children/react-pdf.ts', import.meta.url);

const STUDIO = new URL('./bench/children/studio.ts', import.meta.url);
const DESK = new URL('./bench/children/desk.ts', import.meta.url);

const BOUND_NAME = 'bound: sharp alone, 2 in flight, no PDF';
const REACT_PDF_NAME = '@react-pdf/renderer';

/** Runs of each candidate; the slow ones say as much in fewer. */
const ROUNDS = { fast: 5, peers: 3, long: 2, chromium: 1 };

/**
 * Measures how the print file is made, side by side with the least that it can cost and with other ways to make it; the
 * editor in a browser; the studio's worker beside the bare queue; and the staff's pages beside plain queries.
 * Every run is a process of its own; candidates take turns, so that a busy machine is busy for all. Read the ratios.
 */
await runProgram(async () => {
  const { values, positionals } = parseArgs({
    options: {
      photos: { type: 'string' },
      orders: { type: 'string', default: '100000' },
      ledger: { type: 'string', default: '1000000' },
    },
    allowPositionals: true,
  });
  const parts = positionals.length > 0 ? positionals : PARTS;
  const unknown = parts.find((part) => !PARTS.includes(part));
  if (unknown)
    throw new PlainFailure(`No part is called ${unknown}. There are: ${PARTS.join(', ')}.`);
  const sources = photosIn(values.photos ?? DEFAULT_PHOTOS);
  if (values.photos !== undefined && sources.length === 0) {
    throw new PlainFailure(`There are no JPEG files in ${values.photos}.`);
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'twelvefold-bench-'));
  try {
    if (parts.includes('print')) await bench(folder, sources);
    if (parts.includes('first-page')) await inBrowser(folder, sources, measureFirstPage);
    if (parts.includes('editor')) await inBrowser(folder, sources, measureEditor);
    if (parts.includes('studio')) {
      say('Starting database, sandbox and worker for the studio …');
      await inProcess(STUDIO, path.join(folder, 'studio'));
    }
    if (parts.includes('desk')) {
      say('Filling a database with orders …');
      await inProcess(DESK, path.join(folder, 'desk'), [values.orders, values.ledger]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A part that reads its own environment, and so has a process of its own. */
async function inProcess(script: URL, folder: string, args: readonly string[] = []): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(script), folder, ...args],
    { stdio: 'inherit' },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new PlainFailure(`${path.basename(fileURLToPath(script))} failed.`);
}

async function inBrowser(
  folder: string,
  sources: readonly string[],
  measure: (browserPath: string, files: readonly string[]) => Promise<string[]>,
): Promise<void> {
  const browser = findChromium();
  if (!browser) {
    say('No Chromium found: the part with a browser is left out.');
    return;
  }
  say('Starting the product for a session in a browser …');
  const files =
    sources.length >= PHOTO_COUNT
      ? sources.slice(0, PHOTO_COUNT)
      : await makePhotos(path.join(folder, 'browser'), sources);
  const lines = await measure(browser, files);
  process.stdout.write(`\n${lines.join('\n')}\n`);
}

async function bench(folder: string, sources: readonly string[]): Promise<void> {
  say(
    sources.length > 0
      ? `Bringing ${sources.length} real photos to 20 megapixels …`
      : 'No photos given (--photos DIR): painting some of 20 megapixels …',
  );
  const photos = await measured(await makePhotos(path.join(folder, 'photos'), sources));
  const rgb = await benchPictures(path.join(folder, 'rgb'), photos, 'proof');
  const inks = await benchPictures(path.join(folder, 'inks'), photos, 'press');
  const moved = await benchMoved(path.join(folder, 'moved'), photos);

  const cut = await makePassThroughJob(rgb.job, path.join(folder, 'cut'));
  const peers = [OURS, program(REACT_PDF_NAME, REACT_PDF)];
  const passed = await interleaved(cut, peers, ROUNDS.peers);
  const browser = findChromium();
  if (browser) {
    const printed = await interleaved(cut, [chromium(browser)], ROUNDS.chromium);
    for (const [name, runs] of printed) passed.set(name, runs);
  } else say('No Chromium found: left out.');

  const lines = [
    `${rgb.job.pages.length} pages of A3, ${PHOTO_COUNT} photos of 20 megapixels, ${process.version}`,
    '',
    'Cropped and scaled to 300 dpi, sRGB',
    table(rgb.runs, BOUND_NAME),
    '',
    'Cropped and scaled to 300 dpi, in the inks of the press',
    table(inks.runs, BOUND_NAME),
    '',
    'Passed through: photos already cut to their boxes',
    table(passed, OURS.name),
    '',
    moved,
    '',
    ...goalsOf({
      rgb: pictureRuns(rgb),
      inks: pictureRuns(inks),
      passed: passed.get(OURS.name) ?? [],
      reactPdf: passed.get(REACT_PDF_NAME) ?? [],
      chromium: passed.get(CHROMIUM_NAME) ?? [],
    }).map(({ text, isMet }) => `${isMet ? 'met   ' : 'MISSED'}  ${text}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

type PicturesBenched = { job: BenchJob; runs: Map<string, Run[]>; longer: readonly Run[] };

async function benchPictures(
  folder: string,
  photos: BenchPictures,
  edition: 'proof' | 'press',
): Promise<PicturesBenched> {
  const job = await makeJob(path.join(folder, 'usual'), photos, edition);
  const candidates = [program(BOUND_NAME, BOUND), OURS];
  // Its manual knows no inks: it is compared in sRGB only.
  if (edition === 'proof') candidates.push(program('pdfkit + sharp by their manuals', PDFKIT));
  const runs = await interleaved(job, candidates, ROUNDS.fast);
  const long = await makeLongJob(path.join(folder, 'long'), photos, edition);
  const longer = await interleaved(long, [OURS], ROUNDS.long);
  return { job, runs, longer: longer.get(OURS.name) ?? [] };
}

function pictureRuns({ runs, longer }: PicturesBenched): PictureRuns {
  return { bound: runs.get(BOUND_NAME) ?? [], ours: runs.get(OURS.name) ?? [], longer };
}

/** A file, a photo moved, a second file: what is kept between the two is worth. */
async function benchMoved(folder: string, photos: BenchPictures): Promise<string> {
  const job = await makeJob(path.join(folder, 'before'), photos, 'press');
  const after = await makeMovedJob(path.join(folder, 'after'), photos, 'press');
  const first: Run[] = [];
  const second: Run[] = [];
  let madeAnew = 0;
  for (let round = 0; round < ROUNDS.peers; round += 1) {
    const cacheDir = path.join(folder, `cache-${round}`);
    first.push(await renderOurs(job, cacheDir));
    const before = readdirSync(cacheDir).length;
    second.push(await renderOurs(after, cacheDir));
    madeAnew = readdirSync(cacheDir).length - before;
  }
  return movedLine(first, second, madeAnew);
}

async function makePhotos(folder: string, sources: readonly string[]): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const photos: string[] = [];
  for (let index = 0; index < PHOTO_COUNT; index += 1) {
    const out = path.join(folder, `${index}.jpg`);
    const source = sources.length > 0 ? (sources[index % sources.length] ?? null) : null;
    // Two of them lie on their side, as phones store upright photographs.
    await makePhoto(source, index, out, index % 6 === 5);
    photos.push(out);
  }
  return photos;
}

async function interleaved(
  job: BenchJob,
  candidates: readonly Candidate[],
  rounds: number,
): Promise<Map<string, Run[]>> {
  const runs = new Map<string, Run[]>(candidates.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? candidates : candidates.toReversed();
    for (const candidate of order) {
      rmSync(job.out, { force: true });
      const run = await candidate.run(job);
      runs.get(candidate.name)?.push(run);
      say(`${candidate.name}: ${Math.round(run.ms)} ms`);
    }
  }
  return runs;
}
