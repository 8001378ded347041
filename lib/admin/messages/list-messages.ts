import { type Ctx, inTransaction } from '@/lib/db/context';
import type { OutboxMessage } from '@/lib/db/generated/client';
import { TEMPLATE_NAMES, type TemplateName } from '@/lib/messages/templates';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { countMessages, findMessages } from './message-store';
import type { MessageFilter } from './schema';

const PAGE_SIZE = 50;

export type MessageRow = {
  id: string;
  channel: string;
  recipient: string;
  template: string;
  locale: string;
  status: OutboxMessage['status'];
  attempts: number;
  lastError: string | null;
  /** Id of what it is about. */
  subject: string | null;
  userId: string | null;
  createdAt: string;
  sentAt: string | null;
};

/** Everything we sent or still send, in the order of the filter. @throws DomainError "account.not_allowed" */
export async function listMessages(
  ctx: Ctx,
  filter: MessageFilter,
): Promise<{
  rows: MessageRow[];
  total: number;
  pageCount: number;
  /** Every kind of message there is. */
  templates: readonly TemplateName[];
}> {
  requireStaff(ctx, 'support');
  return inTransaction(ctx, async (tx) => {
    const total = await countMessages(tx, filter);
    const rows = await findMessages(tx, filter, PAGE_SIZE);
    await recordAudit(tx, {
      action: 'messages.listed',
      subject: 'messages',
      data: { status: filter.status, channel: filter.channel, page: filter.page, found: total },
    });
    return {
      rows: rows.map(presentMessage),
      templates: TEMPLATE_NAMES,
      total,
      pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    };
  });
}

export function presentMessage(row: OutboxMessage): MessageRow {
  const { id, channel, recipient, template, locale, status, attempts, lastError, subject } = row;
  return {
    id,
    channel,
    recipient,
    template,
    locale,
    status,
    attempts,
    lastError,
    subject,
    userId: row.userId,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}
