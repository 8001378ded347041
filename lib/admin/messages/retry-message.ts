import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { resendMessage } from '@/lib/messages/resend-message';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findMessage } from './message-store';

/**
 * Sends a message that was given up once more, with all its attempts.
 * @throws DomainError "account.not_allowed", "message.not_found", "message.not_failed"
 */
export async function retryMessage(
  ctx: Ctx,
  input: { outboxMessageId: Id<'outboxMessage'> },
): Promise<void> {
  requireStaff(ctx, 'support');
  await inTransaction(ctx, async (tx) => {
    if (!(await findMessage(tx, input.outboxMessageId))) throw new DomainError('message.not_found');
    if (!(await resendMessage(tx, input.outboxMessageId))) {
      throw new DomainError('message.not_failed');
    }
    await recordAudit(tx, { action: 'message.resent', subject: input.outboxMessageId });
  });
}
