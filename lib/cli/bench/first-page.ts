import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Locator,
  type Page,
} from '@playwright/test';
import sharp from 'sharp';
import { freePort } from '../services';

const PORT_FROM = 3950;
const ROUNDS = 3;
const STEP_TIMEOUT_MS = 180_000;
const MEMORY_POLL_MS = 40;

/** What a guest waits for, in milliseconds; the least that each could take stands beside it. */
type Round = { readyMs: number; firstPageMs: number; reopenedMs: number; htmlMs: number };

/**
 * Starts the product as a newcomer does and takes the first steps in a real browser, a new guest each round.
 * @param files photographs as they come from a camera
 * @returns lines of the report
 */
export async function measureFirstPage(
  executablePath: string,
  files: readonly string[],
): Promise<string[]> {
  const barely = await ingestAlone(files.at(-1) as string);
  return await withProduct(async (url, upPid) => {
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    const memory = watchWorker(upPid);
    try {
      const rounds: Round[] = [];
      for (let index = 0; index < ROUNDS; index += 1)
        rounds.push(await takeRound(browser, url, files));
      const of = (pick: (round: Round) => number) => median(rounds.map(pick));
      const [ready, first, again, html] = [
        of((r) => r.readyMs),
        of((r) => r.firstPageMs),
        of((r) => r.reopenedMs),
        of((r) => r.htmlMs),
      ];
      const { workerMb, childMb } = memory.stop();
      const ms = (value: number) => `${Math.round(value)} ms`;
      return [
        `From the last upload to the first editable page, ${files.length} photos, medians of ${ROUNDS} new guests`,
        '',
        `  last upload to all photos ready      ${ms(ready)}   (${(ready / barely).toFixed(1)} of preparing one photo alone, ${ms(barely)})`,
        `  "Make my calendar" to the page drawn ${ms(first)}   (${(first / html).toFixed(1)} of the editor's bare HTML, ${ms(html)})`,
        `  opened again, to the page drawn      ${ms(again)}`,
        workerMb === null
          ? '  peak memory of the worker            not available on this system'
          : `  peak memory                          worker ${workerMb} MB, its largest child ${childMb} MB`,
      ];
    } finally {
      memory.stop();
      await browser.close();
    }
  });
}

async function takeRound(browser: Browser, url: string, files: readonly string[]): Promise<Round> {
  const context = await newGuest(browser);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(STEP_TIMEOUT_MS);
    let uploadedAt = Number.NaN;
    page.on('requestfinished', (request) => {
      if (request.method() === 'POST' && new URL(request.url()).pathname === '/api/pictures') {
        uploadedAt = performance.now();
      }
    });
    await uploadPhotos(page, url, files);
    const readyMs = performance.now() - uploadedAt;
    const make = await lastStep(page);
    const pressedAt = performance.now();
    await make.click();
    await page.waitForURL(/\/calendars\/cal_/);
    await largePageDrawn(page);
    const firstPageMs = performance.now() - pressedAt;
    const htmlStartedAt = performance.now();
    await (await context.request.get(page.url())).body();
    const htmlMs = performance.now() - htmlStartedAt;
    const reopenedAt = performance.now();
    await page.reload({ waitUntil: 'commit' });
    await largePageDrawn(page);
    return { readyMs, firstPageMs, reopenedMs: performance.now() - reopenedAt, htmlMs };
  } finally {
    await context.close();
  }
}

/** Somebody who was never here, on an English desktop. */
export function newGuest(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
}

/** Begins a calendar and waits until all photos are ready. */
export async function uploadPhotos(
  page: Page,
  url: string,
  files: readonly string[],
): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Make a calendar' }).first().click();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);
  await page.getByText(`${files.length} photos chosen`).waitFor();
}

/** Goes on with what is proposed, to the button that makes the calendar. */
export async function lastStep(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  const make = page.getByRole('button', { name: 'Make my calendar' });
  await make.waitFor();
  return make;
}

/** The large page stands there and every picture in it is decoded: it can be worked on. */
export async function largePageDrawn(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const large = [...document.querySelectorAll('svg')].find(
      (svg) => svg.getBoundingClientRect().width > 300 && svg.querySelector('image'),
    );
    if (!large) return false;
    const addresses = [...large.querySelectorAll('image')].map((image) => image.href.baseVal);
    await Promise.all(
      addresses.map((address) => {
        const image = new Image();
        image.src = address;
        return image.decode();
      }),
    );
    return true;
  });
}

/** The least that preparing one photo costs: sharp alone, the same three files, no queue and no process of its own. */
async function ingestAlone(file: string): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < ROUNDS; index += 1) {
    const started = performance.now();
    const master = await sharp(file)
      .rotate()
      .toColourspace('srgb')
      .jpeg({ quality: 95, chromaSubsampling: '4:4:4', optimiseCoding: false })
      .toBuffer();
    for (const width of [1600, 400]) {
      await sharp(master).resize(width, width, { fit: 'inside' }).jpeg({ quality: 82 }).toBuffer();
    }
    times.push(performance.now() - started);
  }
  return median(times);
}

/** Starts the product with an empty data folder, as `npm run up` does, and stops it afterwards. */
export async function withProduct<T>(use: (url: string, upPid: number) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'twelvefold-bench-up-'));
  // As root, the database server runs as another user and must be able to enter.
  chmodSync(dataDir, 0o755);
  const port = await freePort(PORT_FROM);
  const own = { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', APP_URL: '' };
  // A developer's real keys must not turn the bench into real payments and mails.
  const keyless = { STRIPE_SECRET_KEY: '', STRIPE_WEBHOOK_SECRET: '', SMTP_URL: '', S3_BUCKET: '' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/up.ts'], {
    env: { ...process.env, ...own, ...keyless },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    await new Promise<void>((resolve, reject) => {
      let output = '';
      const onData = (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Stop with Ctrl-C')) resolve();
      };
      child.stdout.on('data', onData);
      child.stderr.on('data', onData);
      child.once('exit', () => reject(new Error(`The product did not start:\n${output}`)));
    });
    return await use(`http://localhost:${port}`, child.pid as number);
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Follows the worker below `up` and what it starts; their high-water marks, in whole megabytes. */
function watchWorker(upPid: number): { stop(): { workerMb: number | null; childMb: number } } {
  let workerMb: number | null = null;
  let childMb = 0;
  const look = () => {
    const processes = processList();
    const worker = processes.find(
      ({ parent, command }) => parent === upPid && command.includes('worker-main'),
    );
    if (!worker) return;
    workerMb = Math.max(workerMb ?? 0, highWaterMb(worker.pid));
    for (const { pid, parent } of processes) {
      if (parent === worker.pid) childMb = Math.max(childMb, highWaterMb(pid));
    }
  };
  const timer = existsSync('/proc/self/status') ? setInterval(look, MEMORY_POLL_MS) : undefined;
  return {
    stop() {
      clearInterval(timer);
      return { workerMb, childMb };
    },
  };
}

function processList(): { pid: number; parent: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({
      pid: Number(name),
      parent: Number(/^PPid:\s+(\d+)/m.exec(procFile(name, 'status'))?.[1] ?? 0),
      command: procFile(name, 'cmdline'),
    }));
}

function highWaterMb(pid: number): number {
  const kb = /^VmHWM:\s+(\d+) kB/m.exec(procFile(String(pid), 'status'))?.[1];
  return Math.round(Number(kb ?? 0) / 1024);
}

function procFile(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // The process ended between the listing and the look.
    return '';
  }
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
