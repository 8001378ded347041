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

/** One line a candidate, as ratios to one of them. */
export function table(runs: ReadonlyMap<string, readonly Run[]>, baseName: string): string {
  const base = medianRun(runs.get(baseName) ?? []);
  const rows = [...runs].map(([name, list]) => {
    const { ms, cpuMs, peakMb, outMb } = medianRun(list);
    const cpu = cpuMs !== null && base.cpuMs !== null ? ratio(cpuMs / base.cpuMs) : '-';
    return [
      name,
      ratio(ms / base.ms),
      cpu,
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

/** From reference/pdf-speed.md; with pdfkit 1.25 of the bound and 180 MB are accepted. */
const TIME_GOAL = 1.15;
const TIME_ACCEPTED = 1.25;
const MEMORY_GOAL_MB = 150;
const MEMORY_ACCEPTED_MB = 180;

export function goalsOf(runs: {
  bound: Run;
  ours: Run;
  longer: Run;
  passed: Run;
  reactPdf: Run;
  chromium: Run | null;
}): Goal[] {
  const { bound, ours, longer, passed, reactPdf, chromium } = runs;
  const time = ours.ms / bound.ms;
  const [peak, longPeak] = [ours.peakMb ?? Number.NaN, longer.peakMb ?? Number.NaN];
  const faster = reactPdf.ms / passed.ms;
  const goals: Goal[] = [
    {
      text: `time at most ${TIME_GOAL} of the bound (${TIME_ACCEPTED} accepted): ${ratio(time)}`,
      isMet: time <= TIME_GOAL,
    },
    {
      text: `peak memory at most ${MEMORY_GOAL_MB} MB (${MEMORY_ACCEPTED_MB} accepted): ${Math.round(peak)} MB`,
      isMet: peak <= MEMORY_GOAL_MB,
    },
    {
      text: `as much memory for 18 months as for 12, within a tenth: ${Math.round(longPeak)} MB`,
      isMet: longPeak <= peak * 1.1,
    },
    {
      text: `pass-through at least 3 times faster than @react-pdf/renderer: ${faster.toFixed(1)} times`,
      isMet: faster >= 3,
    },
  ];
  if (chromium) {
    const times = chromium.ms / passed.ms;
    goals.push({
      text: `pass-through at least 50 times faster than Chromium: ${times.toFixed(0)} times`,
      isMet: times >= 50,
    });
  }
  return goals;
}
