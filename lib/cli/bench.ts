import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchJob } from './bench/bench-job';
import {
  type Candidate,
  CHROMIUM_NAME,
  chromium,
  OURS,
  program,
  type Run,
} from './bench/candidates';
import { measureFirstPage } from './bench/first-page';
import { makeJob, makePassThroughJob } from './bench/make-jobs';
import { makePhoto, photosIn } from './bench/make-photos';
import { goalsOf, table } from './bench/report';
import { findChromium } from './find-chromium';
import { PlainFailure, runProgram, say } from './say';

const PHOTO_COUNT = 13;
const MONTH_COUNT = 12;
/** The longest calendar, to see whether memory grows with the pages. */
const LONG_MONTH_COUNT = 18;
/** What can be measured alone: `npm run bench -- print`. */
const PARTS = ['print', 'first-page'];
const DEFAULT_PHOTOS = '../shared/photos';

const BOUND = new URL('./bench/children/bound.ts', import.meta.url);
const NAIVE_PDFKIT = new URL('./bench/children/naive-pdfkit.ts', import.meta.url);
const REACT_PDF = new URL('./bench/children/react-pdf.ts', import.meta.url);

const REACT_PDF_NAME = '@react-pdf/renderer';

/** Runs of each candidate; the slow ones say as much in fewer. */
const ROUNDS = { fast: 5, peers: 3, chromium: 1 };

/**
 * Measures how the print file is made, side by side with the least that it can cost and with other ways to make it.
 * Every run is a process of its own; candidates take turns, so that a busy machine is busy for all. Read the ratios.
 */
await runProgram(async () => {
  const { values, positionals } = parseArgs({
    options: { photos: { type: 'string' } },
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
    if (parts.includes('first-page')) await firstPage(folder, sources);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function firstPage(folder: string, sources: readonly string[]): Promise<void> {
  const browser = findChromium();
  if (!browser) {
    say('No Chromium found: the part with a browser is left out.');
    return;
  }
  say('Starting the product and taking the first steps in a browser …');
  const files =
    sources.length >= PHOTO_COUNT
      ? sources.slice(0, PHOTO_COUNT)
      : await makePhotos(path.join(folder, 'first-page'), sources);
  const lines = await measureFirstPage(browser, files);
  process.stdout.write(`\n${lines.join('\n')}\n`);
}

async function bench(folder: string, sources: readonly string[]): Promise<void> {
  say(
    sources.length > 0
      ? `Bringing ${sources.length} real photos to 20 megapixels …`
      : 'No photos given (--photos DIR): painting some of 20 megapixels …',
  );
  const photos = await makePhotos(path.join(folder, 'photos'), sources);
  const job = await makeJob(path.join(folder, 'crop'), photos, MONTH_COUNT);
  const long = await makeJob(path.join(folder, 'long'), photos, LONG_MONTH_COUNT);
  const cut = await makePassThroughJob(job, path.join(folder, 'cut'));

  const bound = program('bound: sharp alone, 2 in flight, no PDF', BOUND);
  const naive = program('pdfkit + sharp by their manuals', NAIVE_PDFKIT);
  const scaled = await interleaved(job, [bound, OURS, naive], ROUNDS.fast);
  const longer = await interleaved(long, [OURS], 2);

  const peers = [OURS, program(REACT_PDF_NAME, REACT_PDF)];
  const passed = await interleaved(cut, peers, ROUNDS.peers);
  const browser = findChromium();
  if (browser) {
    const printed = await interleaved(cut, [chromium(browser)], ROUNDS.chromium);
    for (const [name, runs] of printed) passed.set(name, runs);
  } else say('No Chromium found: left out.');

  const lines = [
    `Cover, ${MONTH_COUNT} months and back in A3, ${PHOTO_COUNT} photos of 20 megapixels, ${process.version}`,
    '',
    'Cropped and scaled to 300 dpi',
    table(scaled, bound.name),
    '',
    'Passed through: photos already cut to their boxes',
    table(passed, OURS.name),
    '',
    ...goalsOf({
      bound: scaled.get(bound.name) ?? [],
      ours: scaled.get(OURS.name) ?? [],
      longer: longer.get(OURS.name) ?? [],
      passed: passed.get(OURS.name) ?? [],
      reactPdf: passed.get(REACT_PDF_NAME) ?? [],
      chromium: passed.get(CHROMIUM_NAME) ?? [],
    }).map(({ text, isMet }) => `${isMet ? 'met   ' : 'MISSED'}  ${text}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
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
