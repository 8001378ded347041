import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findEvent, reopenEvent } from './store';

/**
 * Works an event off once more. Safe however often: an event only says where to look, and what happened is read anew
 * from its sender.
 * @throws DomainError "account.not_allowed", "webhook.not_found"
 */
export async function replayEvent(
  ctx: Ctx,
  input: { webhookEventId: Id<'webhookEvent'> },
): Promise<void> {
  requireStaff(ctx, 'finance');
  await inTransaction(ctx, async (tx) => {
    const event = await findEvent(tx, input.webhookEventId);
    if (!event) throw new DomainError('webhook.not_found');
    await reopenEvent(tx, event.id);
    await enqueue(tx, 'webhook.process', { webhookEventId: input.webhookEventId });
    await recordAudit(tx, {
      action: 'webhook.replayed',
      subject: event.id,
      data: { provider: event.provider, outcome: event.outcome },
    });
  });
}
