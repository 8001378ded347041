import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { OutboxMessage } from '@/lib/db/generated/client';
import { renderMail, renderShort } from '@/lib/messages/render-mail';
import { holdsSecret, isTemplateName } from '@/lib/messages/templates';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { type MessageRow, presentMessage } from './list-messages';
import { findMessage } from './message-store';

export type MessageView = MessageRow & {
  /** As its reader sees it; null for letters that open an account, which staff do not read. */
  content: { subject: string; html: string | null; text: string } | null;
};

/** One message as it went out. @throws DomainError "account.not_allowed", "message.not_found" */
export async function getMessage(
  ctx: Ctx,
  input: { outboxMessageId: Id<'outboxMessage'> },
): Promise<MessageView> {
  requireStaff(ctx, 'support');
  return inTransaction(ctx, async (tx) => {
    const row = await findMessage(tx, input.outboxMessageId);
    if (!row) throw new DomainError('message.not_found');
    await recordAudit(tx, { action: 'message.read', subject: row.id });
    return { ...presentMessage(row), content: contentOf(row) };
  });
}

function contentOf(row: OutboxMessage): MessageView['content'] {
  const { template, locale, data } = row;
  if (!isTemplateName(template) || holdsSecret(template)) return null;
  if (row.channel !== 'MAIL') {
    const text = renderShort(template, locale, data);
    return { subject: text.split('\n')[0] ?? '', html: null, text };
  }
  return renderMail(template, locale, data);
}
