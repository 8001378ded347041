import type { Run } from './candidates';

export type Goal = { text: string; isMet: boolean };

/** The middle of each figure over all runs. */
export function medianRun(runs: readonly Run[]): Run {
  const middle = (pick: (run: Run) => number | null): number | null => {
    const values = runs.map(pick).filter((value) => value !== null && Number.isFinite(value));
    const sorted = (values as number[]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? null;
  };
  return {
    ms: middle((run) => run.ms) ?? Number.NaN,
    cpuMs: middle((run) => run.cpuMs),
    peakMb: middle((run) => run.peakMb),
    outMb: middle((run) => run.outMb) ?? Number.NaN,
  };
}

/**
 * How much of one candidate's figure another has: the middle over the rounds. Runs of one round follow each other, so
 * that a machine which is busy for a while is busy for both. Candidates with other rounds are compared with the middle.
 */
export function ratioOf(
  runs: readonly Run[],
  base: readonly Run[],
  pick: (run: Run) => number | null,
): number {
  const whole = pick(medianRun(base));
  const ratios = runs.flatMap((run, round) => {
    const beside = runs.length === base.length ? base[round] : undefined;
    const [value, other] = [pick(run), beside ? pick(beside) : whole];
    return value !== null && other !== null ? [value / other] : [];
  });
  return ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? Number.NaN;
}

/** One line a candidate, as ratios to one of them. */
export function table(runs: ReadonlyMap<string, readonly Run[]>, baseName: string): string {
  const base = runs.get(baseName) ?? [];
  const rows = [...runs].map(([name, list]) => {
    const { ms, peakMb, outMb } = medianRun(list);
    const cpu = ratioOf(list, base, (run) => run.cpuMs);
    return [
      name,
      ratio(ratioOf(list, base, (run) => run.ms)),
      Number.isNaN(cpu) ? '-' : ratio(cpu),
      peakMb === null ? '-' : `${Math.round(peakMb)} MB`,
      outMb === 0 ? '-' : `${outMb.toFixed(1)} MB`,
      `${Math.round(ms)} ms`,
      String(list.length),
    ];
  });
  const head = ['', 'time', 'CPU', 'peak memory', 'file', 'median', 'runs'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ');
  return [head, ...rows].map(line).join('\n');
}

const ratio = (value: number) => value.toFixed(2);

/** Of the time that decoding, cropping, scaling and encoding take by themselves. */
const TIME_GOAL = 1.15;
const MEMORY_GOAL_MB = 150;
/** What twice as many pages may take more. */
const GROWTH_GOAL = 1.1;

/** All runs of each candidate. */
export type BenchRuns = {
  rgb: PictureRuns;
  inks: PictureRuns;
  passed: readonly Run[];
  reactPdf: readonly Run[];
  /** Empty where there is no browser. */
  chromium: readonly Run[];
};

/** Photos cropped and scaled, in sRGB or in inks. */
export type PictureRuns = { bound: readonly Run[]; ours: readonly Run[]; longer: readonly Run[] };

export function goalsOf({ rgb, inks, passed, reactPdf, chromium }: BenchRuns): Goal[] {
  const ms = (run: Run) => run.ms;
  const faster = ratioOf(reactPdf, passed, ms);
  const goals: Goal[] = [
    ...pictureGoals('sRGB', rgb),
    ...pictureGoals('inks', inks),
    {
      text: `pass-through at least 3 times faster than @react-pdf/renderer: ${faster.toFixed(1)} times`,
      isMet: faster >= 3,
    },
  ];
  if (chromium.length > 0) {
    const times = ratioOf(chromium, passed, ms);
    goals.push({
      text: `pass-through at least 50 times faster than Chromium: ${times.toFixed(0)} times`,
      isMet: times >= 50,
    });
  }
  return goals;
}

function pictureGoals(name: string, { bound, ours, longer }: PictureRuns): Goal[] {
  const time = ratioOf(ours, bound, (run) => run.ms);
  const peak = medianRun(ours).peakMb ?? Number.NaN;
  const longPeak = medianRun(longer).peakMb ?? Number.NaN;
  return [
    {
      text: `${name}: time at most ${TIME_GOAL} of the bound: ${ratio(time)}`,
      isMet: time <= TIME_GOAL,
    },
    {
      text: `${name}: peak memory at most ${MEMORY_GOAL_MB} MB: ${Math.round(peak)} MB`,
      isMet: peak <= MEMORY_GOAL_MB,
    },
    {
      text: `${name}: as much memory for twice as many pages, within a tenth: ${Math.round(longPeak)} MB`,
      isMet: longPeak <= peak * GROWTH_GOAL && longPeak <= MEMORY_GOAL_MB,
    },
  ];
}

/** What a second file of the same calendar takes once one of its photos has moved. */
export function movedLine(first: readonly Run[], second: readonly Run[], madeAnew: number): string {
  const time = ratioOf(second, first, (run) => run.ms);
  const pictures = madeAnew === 1 ? 'one picture' : `${madeAnew} pictures`;
  return `A second file after one photo was moved: ${pictures} prepared anew, ${ratio(time)} of the time of the first.`;
}
