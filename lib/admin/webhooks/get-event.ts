import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { PROVIDERS } from '../tills/schema';
import { cutSecrets, isReadable } from './cut-secrets';
import { type EventRow, presentEventRow } from './list-events';
import { findEvent, findPaymentOfEvent } from './store';

export type EventView = EventRow & {
  /** What the event is about, as its adapter read it. */
  subject: { name: string; value: string }[];
  /** As it came, for reading: secrets are cut out. */
  payload: string;
  order: { id: string; number: string } | null;
};

/** @throws DomainError "account.not_allowed", "webhook.not_found" */
export async function getEvent(
  ctx: Ctx,
  input: { webhookEventId: Id<'webhookEvent'> },
): Promise<EventView> {
  requireStaff(ctx, 'finance');
  return inTransaction(ctx, async (tx) => {
    const event = await findEvent(tx, input.webhookEventId);
    if (!event) throw new DomainError('webhook.not_found');
    const subject = Object.entries(event.subject as Record<string, unknown>).flatMap(
      ([name, value]) => (typeof value === 'string' ? [{ name, value }] : []),
    );
    const named = (name: string) => subject.find((part) => part.name === name)?.value ?? null;
    const provider = PROVIDERS.find((candidate) => candidate.toLowerCase() === event.provider);
    const payment =
      provider &&
      (await findPaymentOfEvent(tx, provider, {
        checkoutId: named('checkoutId'),
        externalPaymentId: named('externalPaymentId'),
        refundId: named('refundId'),
      }));
    await recordAudit(tx, { action: 'webhook.viewed', subject: event.id });
    return {
      ...presentEventRow(event),
      subject: subject.filter(({ name }) => isReadable(event.provider, name)),
      payload: cutSecrets(event.body, event.provider),
      order: payment?.order ?? null,
    };
  });
}
