import type { Prisma } from '@/lib/db/generated/client';

const BATCH = 500;
/** Transactions of a batch write some thousand rows. */
export const BATCH_TIMEOUT_MS = 120_000;
export const DAY_MS = 86_400_000;
/** Orders lie this many days back at most, and none is of the days that tills are still compared for. */
const DAYS_BACK = 300;
const DAYS_FRESH = 3;

/** How long ago something of a long row happened. @param part 0 is the first of all, 1 the last */
export function ageMs(part: number): number {
  return (DAYS_FRESH + (DAYS_BACK - DAYS_FRESH) * (1 - part)) * DAY_MS;
}

/** The numbers from `start` to before `end`, as many at a time as one transaction writes. */
export function* batches(start: number, end: number): Generator<number[]> {
  for (let from = start; from < end; from += BATCH) {
    const length = Math.min(BATCH, end - from);
    yield Array.from({ length }, (_, index) => from + index);
  }
}

/** Statements about all rows at once take this long at most. */
export const LONG_MS = 600_000;

/** The product's own limit of a statement is for pages, not for a million rows. */
export async function allowLongStatements(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`select set_config('statement_timeout', ${String(LONG_MS)}, true)`;
}
