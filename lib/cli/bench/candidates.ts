import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startRenderProcess } from '@/lib/calendars/run-render-process';
import { pressOf } from '@/lib/print/press';
import type { BenchJob, BenchUsage } from './bench-job';
import { chromiumArguments, pagesAsHtml } from './chromium-page';

/** One run of one candidate. CPU and memory are null where they cannot be told. */
export type Run = { ms: number; cpuMs: number | null; peakMb: number | null; outMb: number };

export type Candidate = { name: string; run(job: BenchJob): Promise<Run> };

const TIMEOUT_MS = 10 * 60_000;

/** Our own render process, from its start to the checked file. */
export const OURS: Candidate = { name: 'ours', run: (job) => renderOurs(job, null) };

/** @param cacheDir where prepared pictures are kept for the next run */
export async function renderOurs(job: BenchJob, cacheDir: string | null): Promise<Run> {
  const startedAt = performance.now();
  const child = startRenderProcess({ timeoutMs: TIMEOUT_MS });
  const spillDir = path.join(job.folder, 'spill');
  try {
    const done = await child.render({
      pages: job.pages,
      pictures: job.pictures,
      language: 'uk',
      title: 'Bench',
      shapes: job.shapes,
      watermarks: null,
      edition: job.edition,
      press: pressOf('europe'),
      unfinishedPath: job.out,
      cacheDir,
      spillDir,
    });
    const ms = performance.now() - startedAt;
    if (done.report.findings.length > 0)
      throw new Error(`Preflight: ${done.report.findings[0]?.rule}`);
    return { ms, cpuMs: done.cpuMs, peakMb: done.peakMemoryBytes / 1e6, outMb: sizeMb(job.out) };
  } finally {
    child.stop();
    rmSync(spillDir, { recursive: true, force: true });
  }
}

/** A program of `children/`, run without any loader so that nothing but its own work is measured. */
export function program(name: string, script: URL): Candidate {
  return {
    name,
    async run(job) {
      const jobFile = path.join(job.folder, 'job.json');
      writeFileSync(jobFile, JSON.stringify(job));
      const startedAt = performance.now();
      const child = spawn(process.execPath, [fileURLToPath(script), jobFile], {
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        timeout: TIMEOUT_MS,
      });
      let usage: BenchUsage | null = null;
      child.on('message', (message: BenchUsage) => {
        usage = message;
      });
      await ended(child, name);
      const ms = performance.now() - startedAt;
      const { peakKb, cpuMs } = usage ?? { peakKb: Number.NaN, cpuMs: Number.NaN };
      return { ms, cpuMs, peakMb: (peakKb * 1024) / 1e6, outMb: sizeMb(job.out) };
    },
  };
}

export const CHROMIUM_NAME = 'headless Chromium';

/** Headless Chromium prints an HTML page with the same texts and pictures. */
export function chromium(binary: string): Candidate {
  return {
    name: CHROMIUM_NAME,
    async run(job) {
      const page = path.join(job.folder, 'pages.html');
      writeFileSync(page, pagesAsHtml(job));
      const startedAt = performance.now();
      const child = spawn(binary, chromiumArguments(job, page), {
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: TIMEOUT_MS,
      });
      const memory = watchMemory(child.pid);
      await ended(child, 'Chromium');
      const ms = performance.now() - startedAt;
      return { ms, cpuMs: null, peakMb: memory.stop(), outMb: sizeMb(job.out) };
    },
  };
}

async function ended(child: ChildProcess, name: string): Promise<void> {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-2000);
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (code !== 0) throw new Error(`${name} ended with ${code ?? signal}: ${stderr}`);
}

function sizeMb(file: string): number {
  const facts = statSync(file, { throwIfNoEntry: false });
  return facts ? facts.size / 1e6 : 0;
}

const SAMPLE_MS = 100;

/** The memory of a process with all its descendants together, where the system tells (Linux). */
function watchMemory(pid: number | undefined): { stop(): number | null } {
  let peakMb: number | null = null;
  const timer = setInterval(() => {
    const mb = pid === undefined ? null : treeMemoryMb(pid);
    if (mb !== null) peakMb = Math.max(peakMb ?? 0, mb);
  }, SAMPLE_MS);
  return {
    stop() {
      clearInterval(timer);
      return peakMb;
    },
  };
}

function treeMemoryMb(root: number): number | null {
  const parents = new Map<number, number>();
  const residentMb = new Map<number, number>();
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const status = readStatus(name);
      const value = (key: string) =>
        Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
      parents.set(Number(name), value('PPid'));
      residentMb.set(Number(name), (value('VmRSS') || 0) / 1000);
    }
  } catch {
    // Not Linux: there is no /proc to ask.
    return null;
  }
  let total = 0;
  for (const pid of residentMb.keys()) {
    let ancestor: number | undefined = pid;
    while (ancestor !== undefined && ancestor !== root) ancestor = parents.get(ancestor);
    if (ancestor === root) total += residentMb.get(pid) ?? 0;
  }
  return total;
}

function readStatus(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    // It has ended since the folder was listed.
    return '';
  }
}
