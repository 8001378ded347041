import type { Ctx } from '@/lib/db/context';
import { JOBS, type JobPayload } from '@/lib/jobs/jobs';
import { sendMessage } from '@/lib/messages/send-message';

/** The queue's first run and its retries. */
const ATTEMPTS_MAX = JOBS['outbox.send'].retryLimit + 1;

export async function handleOutboxSend(
  ctx: Ctx,
  { outboxMessageId }: JobPayload<'outbox.send'>,
): Promise<void> {
  await sendMessage(ctx, outboxMessageId, ATTEMPTS_MAX);
}
