import { type Ctx, inTransaction } from '@/lib/db/context';
import { fromDateColumn } from '@/lib/db/plain-date-column';
import { takenOf } from '@/lib/payments/taken-of';
import type { TillAmount } from '@/lib/providers/ports/payment-gateway';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { PROVIDERS, type Provider, type TillsFilter } from './schema';
import {
  findDisputes,
  findFindings,
  findInReview,
  findOrdersOfPayments,
  findReconciliations,
  findSurplus,
  type HealthRow,
  readHealth,
} from './store';

const SINCE_DAYS = 30;
const DAY_MS = 86_400_000;

type OrderLink = { id: string; number: string } | null;

/** Instants are ISO 8601. */
export type TillHealth = { provider: Provider; isOpen: boolean } & {
  [K in keyof HealthRow]: HealthRow[K] extends Date | null ? string | null : HealthRow[K];
};
export type ReviewRow = {
  paymentId: string;
  provider: Provider;
  reason: string;
  asked: TillAmount;
  /** What can be given back; null when nobody knows what the till took. */
  left: TillAmount | null;
  order: OrderLink;
  at: string;
};
export type SurplusRow = {
  refundId: string;
  provider: Provider;
  reason: string;
  status: string;
  amount: TillAmount;
  order: OrderLink;
  at: string;
};
export type DisputeRow = {
  id: string;
  provider: Provider;
  externalId: string;
  status: 'OPEN' | 'WON' | 'LOST';
  providerStatus: string;
  reason: string;
  amount: TillAmount;
  evidenceDueAt: string | null;
  order: OrderLink;
};
export type ReconciliationRow = {
  provider: Provider;
  day: string;
  status: 'RUNNING' | 'DONE' | 'FAILED';
  listed: number;
  matched: number;
  open: number;
  error: string | null;
};
export type FindingRow = {
  id: string;
  provider: Provider;
  kind: string;
  externalId: string;
  day: string;
  theirs: TillAmount | null;
  ours: TillAmount | null;
  order: OrderLink;
  paymentId: string | null;
  foundAt: string;
  resolvedAt: string | null;
  isByPerson: boolean;
  note: string | null;
};

export type TillsView = {
  health: TillHealth[];
  review: ReviewRow[];
  surplus: SurplusRow[];
  disputes: DisputeRow[];
  days: ReconciliationRow[];
  findings: FindingRow[];
  isRunning: boolean;
};

/** How the tills stand and what in their books does not match ours. @throws DomainError "account.not_allowed" */
export async function getTills(ctx: Ctx, filter: TillsFilter): Promise<TillsView> {
  requireStaff(ctx, 'finance');
  const since = new Date(ctx.clock.now().getTime() - SINCE_DAYS * DAY_MS);
  return inTransaction(ctx, async (tx) => {
    const health: TillHealth[] = [];
    for (const provider of PROVIDERS) {
      const row = await readHealth(tx, provider, since);
      const isOpen = ctx.providers.tills[provider] !== undefined;
      if (row && (isOpen || row.lastEventAt !== null))
        health.push(presentHealth(provider, isOpen, row));
    }
    const review = await findInReview(tx, filter.provider);
    const surplus = await findSurplus(tx, filter.provider, since);
    const disputes = await findDisputes(tx, filter.provider, since);
    const days = await findReconciliations(tx, filter);
    const findings = await findFindings(tx, filter);
    const paymentIds = findings.flatMap(({ paymentId }) => paymentId ?? []);
    const orders = new Map(
      (await findOrdersOfPayments(tx, paymentIds)).map(({ id, order }) => [id, order]),
    );
    await recordAudit(tx, { action: 'tills.viewed', subject: 'tills', data: { ...filter } });
    return {
      health,
      review: review.map((row) => {
        const taken = takenOf(row);
        return {
          paymentId: row.id,
          provider: row.provider,
          reason: row.quarantineReason ?? '',
          asked: { amountMinor: row.amountMinor, currency: row.currency },
          left:
            row.takenMinor === null || row.externalPaymentId === null
              ? null
              : { ...taken, amountMinor: taken.amountMinor - row.refundedMinor },
          order: row.order,
          at: row.createdAt.toISOString(),
        };
      }),
      surplus: surplus.map(({ id, reason, status, amountMinor, payment, createdAt }) => ({
        refundId: id,
        provider: payment.provider,
        reason,
        status,
        amount: { amountMinor, currency: takenOf(payment).currency },
        order: payment.order,
        at: createdAt.toISOString(),
      })),
      disputes: disputes.map(({ payment, amountMinor, currency, evidenceDueAt, ...row }) => ({
        id: row.id,
        provider: row.provider,
        externalId: row.externalId,
        status: row.status,
        providerStatus: row.providerStatus,
        reason: row.reason,
        amount: { amountMinor, currency },
        evidenceDueAt: evidenceDueAt?.toISOString() ?? null,
        order: payment.order,
      })),
      days: days.map(({ provider, day, status, listed, matched, error, _count }) => ({
        provider,
        day: fromDateColumn(day),
        status,
        listed,
        matched,
        open: _count.findings,
        error,
      })),
      findings: findings.map((row) => ({
        id: row.id,
        provider: row.provider,
        kind: row.kind,
        externalId: row.externalId,
        day: fromDateColumn(row.reconciliation.day),
        theirs: amountIn(row.detail, 'theirs'),
        ours: amountIn(row.detail, 'ours'),
        order: (row.paymentId && orders.get(row.paymentId)) || null,
        paymentId: row.paymentId,
        foundAt: row.foundAt.toISOString(),
        resolvedAt: row.resolvedAt?.toISOString() ?? null,
        isByPerson: row.resolvedById !== null,
        note: row.note,
      })),
      isRunning: days.some(({ status }) => status === 'RUNNING'),
    };
  });
}

function presentHealth(provider: Provider, isOpen: boolean, row: HealthRow): TillHealth {
  return {
    provider,
    isOpen,
    ...row,
    lastEventAt: row.lastEventAt?.toISOString() ?? null,
    oldestWaitingAt: row.oldestWaitingAt?.toISOString() ?? null,
    oldestOpenAt: row.oldestOpenAt?.toISOString() ?? null,
  };
}

function amountIn(detail: unknown, side: 'theirs' | 'ours'): TillAmount | null {
  const amount = (detail as Record<string, { amountMinor?: unknown; currency?: unknown }>)[side];
  if (typeof amount?.amountMinor !== 'number' || typeof amount.currency !== 'string') return null;
  return { amountMinor: amount.amountMinor, currency: amount.currency };
}
