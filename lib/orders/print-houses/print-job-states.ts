import { DomainError } from '@/lib/core/errors';

export const PRINT_JOB_STATUSES = [
  'QUEUED',
  'SUBMITTING',
  'SUBMITTED',
  'PRINTING',
  'DONE',
  'REJECTED',
  'FAILED',
  'CANCELLED',
] as const;
export type PrintJobStatus = (typeof PRINT_JOB_STATUSES)[number];

/**
 * Every move a hand-off to a print house can make. The database holds the same pairs in the trigger
 * print_job_moves_by_table and refuses all others; a test keeps the two equal. What comes after REJECTED, FAILED or
 * CANCELLED is a new print job.
 */
export const PRINT_JOB_MOVES = {
  QUEUED: ['SUBMITTING', 'CANCELLED'],
  // Once a call may have left, only its answer says what became of it.
  SUBMITTING: ['SUBMITTED', 'REJECTED', 'FAILED'],
  SUBMITTED: ['PRINTING', 'DONE', 'REJECTED', 'FAILED', 'CANCELLED'],
  PRINTING: ['DONE', 'REJECTED', 'FAILED', 'CANCELLED'],
  DONE: [],
  REJECTED: [],
  FAILED: [],
  CANCELLED: [],
} as const satisfies Record<PrintJobStatus, readonly PrintJobStatus[]>;

/** A house still works on it, or will. */
export const OPEN_PRINT_JOBS = ['QUEUED', 'SUBMITTING', 'SUBMITTED', 'PRINTING'] as const;

/** Ended without calendars: the parcel may be handed over again. */
export const LOST_PRINT_JOBS = ['REJECTED', 'FAILED', 'CANCELLED'] as const;

export function isLostPrintJob(status: PrintJobStatus): boolean {
  return LOST_PRINT_JOBS.some((lost) => lost === status);
}

export function mayMovePrintJob(from: PrintJobStatus, to: PrintJobStatus): boolean {
  const moves: readonly PrintJobStatus[] = PRINT_JOB_MOVES[from];
  return moves.includes(to);
}

/** @throws DomainError "print_job.illegal_transition" with both states */
export function requirePrintJobMove(from: PrintJobStatus, to: PrintJobStatus): void {
  if (!mayMovePrintJob(from, to))
    throw new DomainError('print_job.illegal_transition', { from, to });
}
