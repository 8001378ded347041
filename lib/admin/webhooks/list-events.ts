import { type Ctx, inTransaction } from '@/lib/db/context';
import { NEEDS_PERSON } from '@/lib/payments/process-payment-event';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import type { EVENT_STATES, EventFilter } from './schema';
import { findEventProviders, findEvents, namesOf } from './store';

const EVENTS_PAGE_SIZE = 50;

/** Instants are ISO 8601. */
export type EventRow = {
  id: string;
  provider: string;
  externalId: string;
  type: string;
  state: (typeof EVENT_STATES)[number];
  outcome: string | null;
  receivedAt: string;
  /** From arrival to end; null while it waits. */
  tookSeconds: number | null;
};

export type EventPage = { rows: EventRow[]; providers: string[]; hasNext: boolean };

/** Calls that came in from outside, newest first. @throws DomainError "account.not_allowed" */
export async function listEvents(ctx: Ctx, filter: EventFilter): Promise<EventPage> {
  requireStaff(ctx, 'finance');
  return inTransaction(ctx, async (tx) => {
    const names = await namesOf(tx, filter.search);
    const rows = await findEvents(tx, filter, names, EVENTS_PAGE_SIZE);
    const providers = await findEventProviders(tx);
    // What was searched for may be somebody's address.
    const { search, ...choices } = filter;
    await recordAudit(tx, {
      action: 'webhooks.listed',
      subject: 'webhooks',
      data: { ...choices, isSearch: search !== '' },
    });
    return {
      rows: rows.slice(0, EVENTS_PAGE_SIZE).map(presentEventRow),
      providers,
      hasNext: rows.length > EVENTS_PAGE_SIZE,
    };
  });
}

export function presentEventRow(
  row: Omit<Awaited<ReturnType<typeof findEvents>>[number], 'subject'>,
): EventRow {
  const { id, provider, externalId, type, outcome, receivedAt, processedAt } = row;
  const isDone = processedAt !== null;
  return {
    id,
    provider,
    externalId,
    type,
    state: outcome?.startsWith(NEEDS_PERSON) ? 'person' : isDone ? 'done' : 'waiting',
    outcome,
    receivedAt: receivedAt.toISOString(),
    tookSeconds: isDone ? Math.max(0, (processedAt.getTime() - receivedAt.getTime()) / 1000) : null,
  };
}
