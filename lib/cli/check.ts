import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildIfNeeded } from './build-if-needed';
import { findChromium } from './find-chromium';
import { PlainFailure, runProgram, say } from './say';

type Tally = { passed: number; failed: number; skipped: number; failures?: string[] };
type Step = { name: string; run: () => Promise<Tally | null> };

const REPORTS = '.data/check';

/** Programs of Debian that tests open PDF files and pages with, and the package of each. */
const TOOLS = [
  { command: 'pdftoppm', package: 'poppler-utils' },
  { command: 'qpdf', package: 'qpdf' },
  { command: 'gs', package: 'ghostscript' },
] as const;

/** Everything a change must pass, in the order of what fails fastest. Ends with "N passed, N failed". */
async function check(): Promise<void> {
  mkdirSync(REPORTS, { recursive: true });
  const steps: Step[] = [
    { name: 'format and lint (biome)', run: () => tool('biome', ['check', '--error-on-warnings']) },
    {
      name: 'lint with types (oxlint)',
      run: () => tool('oxlint', ['--type-aware', 'app', 'components', 'lib', 'prisma', 'tests']),
    },
    { name: 'types of routes (next typegen)', run: () => tool('next', ['typegen']) },
    { name: 'types (tsc)', run: () => tool('tsc', ['--noEmit']) },
    { name: 'unused code (knip)', run: () => tool('knip', []) },
    { name: 'architecture', run: () => vitest('architecture') },
    { name: 'unit, in the easternmost zone', run: () => vitest('unit', 'Pacific/Kiritimati') },
    { name: 'unit, in a western zone', run: () => vitest('unit', 'America/Los_Angeles') },
    { name: 'integration', run: () => vitest('integration') },
    { name: 'visual: paper against screen', run: () => vitest('visual') },
    {
      name: 'build',
      run: async () => {
        buildIfNeeded(process.env);
        return null;
      },
    },
    { name: 'end to end', run: () => playwright() },
  ];
  const only = process.argv.slice(2);
  const chosen = steps.filter(
    (step) => only.length === 0 || only.some((part) => step.name.includes(part)),
  );
  if (chosen.length === 0) throw new PlainFailure(`No step is called ${only.join(', ')}.`);

  say(`Check of ${chosen.length} steps`);
  installTools();
  const total: Tally = { passed: 0, failed: 0, skipped: 0 };
  const broken: string[] = [];
  const failures: string[] = [];
  for (const [index, step] of chosen.entries()) {
    const started = performance.now();
    process.stdout.write(`\n[${index + 1}/${chosen.length}] ${step.name}\n`);
    let tally: Tally | null;
    try {
      tally = await step.run();
    } catch (error) {
      if (!(error instanceof PlainFailure)) throw error;
      say(error.message);
      tally = { passed: 0, failed: 1, skipped: 0 };
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const result = tally ?? { passed: 1, failed: 0, skipped: 0 };
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped;
    if (result.failed > 0) {
      broken.push(step.name);
      failures.push(...(result.failures ?? []).map((name) => `${step.name}: ${name}`));
    }
    process.stdout.write(
      `[${index + 1}/${chosen.length}] ${step.name}: ${result.failed > 0 ? 'FAILED' : 'ok'} (${seconds} s)\n`,
    );
  }
  if (broken.length > 0) {
    process.stdout.write(`\nFailed: ${broken.join('; ')}\n`);
    for (const failure of failures) process.stdout.write(`  ${failure}\n`);
  }
  process.stdout.write(
    `\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`,
  );
  process.exit(broken.length > 0 ? 1 : 0);
}

/** Installs the browser and the PDF tools where this user may; else says what is missing and what that means. */
function installTools(): void {
  const missing = TOOLS.filter(({ command }) => !hasCommand(command)).map((t) => t.package);
  const needsBrowser = findChromium() === undefined;
  if (missing.length === 0 && !needsBrowser) return;
  if (process.getuid?.() === 0 && hasCommand('apt-get')) {
    const packages: string[] = [...missing];
    if (needsBrowser) packages.push('chromium', 'fonts-liberation');
    say(`Installing ${packages.join(', ')} for the tests …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const options = { stdio: ['ignore', 2, 2] as ('ignore' | number)[], env };
    spawnSync('apt-get', ['update', '-qq'], options);
    const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
    if (spawnSync('apt-get', args, options).status !== 0) {
      throw new PlainFailure(`Could not install ${packages.join(', ')}; see above.`);
    }
    return;
  }
  if (missing.length > 0) {
    say(
      `Not found: ${missing.join(', ')}. Tests that open PDF files with them are skipped; install these packages to run them.`,
    );
  }
  if (needsBrowser) {
    say('Installing a browser for the end-to-end tests …');
    const result = spawnSync(process.execPath, [binary('playwright'), 'install', 'chromium'], {
      stdio: ['ignore', 2, 2],
    });
    if (result.status !== 0) {
      throw new PlainFailure(
        'No browser could be installed. Install Chromium or Google Chrome, or set CHROMIUM_PATH to one.',
      );
    }
  }
}

function hasCommand(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

const ENTRIES: Record<string, string> = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  next: 'node_modules/next/dist/bin/next',
  tsc: 'node_modules/typescript/bin/tsc',
  knip: 'node_modules/knip/bin/knip.js',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
};

function binary(name: string): string {
  const entry = ENTRIES[name];
  if (!entry || !existsSync(entry)) throw new PlainFailure(`${name} is not installed; run npm ci.`);
  return entry;
}

/** Runs one program with the pinned Node, its output as it is. */
function run(name: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [binary(name), ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

async function tool(name: string, args: string[]): Promise<null> {
  if ((await run(name, args)) !== 0) throw new PlainFailure(`${name} found problems.`);
  return null;
}

async function vitest(project: string, timeZone?: string): Promise<Tally> {
  const report = `${REPORTS}/${project}-${timeZone?.replace('/', '-') ?? 'default'}.json`;
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(
    'vitest',
    ['run', '--project', project, ...reporters],
    timeZone ? { TZ: timeZone } : {},
  );
  if (!existsSync(report)) throw new PlainFailure(`The ${project} tests did not run.`);
  const result = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    testResults: VitestFile[];
  };
  const tally = {
    passed: result.numPassedTests,
    failed: result.numFailedTests,
    skipped: result.numPendingTests,
    failures: failuresOf(result.testResults),
  };
  // A file that cannot be loaded has no failed test, yet the run has failed.
  if (code !== 0 && tally.failed === 0) tally.failed = 1;
  if (tally.passed + tally.failed === 0) throw new PlainFailure(`No ${project} test ran.`);
  return tally;
}

type VitestFile = {
  name: string;
  message?: string;
  assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
};

/** Said again at the very end, where a long log still shows it: file, test, first line of the reason. */
function failuresOf(files: readonly VitestFile[]): string[] {
  return files.flatMap((file) => {
    const name = path.relative('tests', file.name);
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && file.message) return [`${name}: ${firstLine(file.message)}`];
    return failed.map(
      (test) => `${name} › ${test.fullName}: ${firstLine(test.failureMessages?.[0] ?? '')}`,
    );
  });
}

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').slice(0, 300);
}

async function playwright(): Promise<Tally> {
  const report = `${REPORTS}/e2e.json`;
  rmSync(report, { force: true });
  const code = await run('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  if (!existsSync(report)) throw new PlainFailure('The end-to-end tests did not run.');
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  const tally = {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  };
  if (code !== 0 && tally.failed === 0) tally.failed = 1;
  if (tally.passed + tally.failed === 0) throw new PlainFailure('No end-to-end test ran.');
  return tally;
}

await runProgram(check);
