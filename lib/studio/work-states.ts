import type { WorkStatus } from '@/lib/db/generated/client';

/** Where trainings, generations and enlargements may go from where. The database holds the same table. */
export const WORK_MOVES: Record<WorkStatus, readonly WorkStatus[]> = {
  QUEUED: ['RUNNING', 'FAILED', 'CANCELLED'],
  RUNNING: ['COMPLETED', 'FAILED', 'CANCELLED'],
  COMPLETED: [],
  FAILED: [],
  CANCELLED: [],
};

/** Under way: stars are held for it. */
export const OPEN_WORK: WorkStatus[] = ['QUEUED', 'RUNNING'];

/** Takes the row, so that it fits a filter as it is. */
export function isOpen({ status }: { status: WorkStatus }): boolean {
  return OPEN_WORK.includes(status);
}
