import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { markQueuedAgain } from './store';

/** Puts a message that was given up back in line, for staff. @returns false when it had not failed */
export async function resendMessage(tx: TxCtx, id: Id<'outboxMessage'>): Promise<boolean> {
  if (!(await markQueuedAgain(tx, id))) return false;
  await enqueue(tx, 'outbox.send', { outboxMessageId: id });
  return true;
}
