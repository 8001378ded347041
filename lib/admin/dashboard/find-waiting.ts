import { findLateErasures } from '@/lib/accounts/erasure/erasure-store';
import { ERASURE_LATE_MS } from '@/lib/accounts/erasure/revive-erasures';
import { isAdmitted } from '@/lib/core/actor';
import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import type { TxCtx } from '@/lib/db/context';
import { findOpenClaims } from '../claims/claim-store';
import { findLostPrintJobs } from '../print/print-store';
import {
  findFailedMails,
  findFailedProofs,
  findFailedRefunds,
  findProblemShipments,
  findQuarantinedPayments,
  findStuckEvents,
} from '../store';
import { findOpenDisputes, findOpenFindings } from './dashboard-store';

/** The queue gives an event up after about this long. */
const EVENT_STUCK_MS = 30 * 60_000;

/** Something that does not go on by itself. `code` is ours or a provider's. */
export type WaitingThing = {
  id: string;
  kind:
    | 'payment'
    | 'refund'
    | 'dispute'
    | 'finding'
    | 'event'
    | 'mail'
    | 'claim'
    | 'proof'
    | 'shipment'
    | 'print_job'
    | 'erasure';
  code: string;
  at: string;
  order: { id: Id<'order'>; number: string } | null;
  amount: Money | null;
  /** The page where it is dealt with, where that is not the order's. */
  href: string | null;
};

/** What waits for a person, newest first: of each desk that the reader may use. */
export async function findWaiting(tx: TxCtx): Promise<WaitingThing[]> {
  const things = [
    ...(isAdmitted(tx.actor, 'finance') ? await findMoney(tx) : []),
    ...(isAdmitted(tx.actor, 'support') ? await findTalk(tx) : []),
    ...(isAdmitted(tx.actor, 'claims') ? await findClaims(tx) : []),
    ...(isAdmitted(tx.actor, 'production') ? await findMaking(tx) : []),
    ...(isAdmitted(tx.actor, 'admin') ? await findErasures(tx) : []),
  ];
  return things.sort((a, b) => (a.at < b.at ? 1 : -1));
}

const orderOf = (order: { id: string; number: string } | null) =>
  order && { id: order.id as Id<'order'>, number: order.number };
const sumOf = (amountMinor: number, currency: string) => money(amountMinor, currency as Currency);

async function findMoney(tx: TxCtx): Promise<WaitingThing[]> {
  const stuckBefore = new Date(tx.clock.now().getTime() - EVENT_STUCK_MS);
  const payments = await findQuarantinedPayments(tx);
  const refunds = await findFailedRefunds(tx);
  const disputes = await findOpenDisputes(tx);
  const findings = await findOpenFindings(tx);
  const events = await findStuckEvents(tx, stuckBefore);
  return [
    ...payments.map((row) => ({
      id: row.id,
      kind: 'payment' as const,
      code: row.quarantineReason ?? '',
      at: row.createdAt.toISOString(),
      order: orderOf(row.order),
      // Telegram's own stars are no money.
      amount: row.provider === 'TELEGRAM' ? null : sumOf(row.amountMinor, row.currency),
      href: '/admin/tills',
    })),
    ...refunds.map((row) => ({
      id: row.id,
      kind: 'refund' as const,
      code: row.failureCode ?? '',
      at: row.createdAt.toISOString(),
      order: orderOf(row.payment.order),
      amount: sumOf(row.amountMinor, row.payment.currency),
      href: null,
    })),
    ...disputes.map((row) => ({
      id: row.id,
      kind: 'dispute' as const,
      code: row.reason,
      at: row.openedAt.toISOString(),
      order: orderOf(row.payment.order),
      amount: sumOf(row.amountMinor, row.currency),
      href: '/admin/tills',
    })),
    ...findings.map((row) => ({
      id: row.id,
      kind: 'finding' as const,
      code: `${row.provider} ${row.kind}`,
      at: row.foundAt.toISOString(),
      order: null,
      amount: null,
      href: '/admin/tills',
    })),
    ...events.map((row) => ({
      id: row.id,
      kind: 'event' as const,
      code: row.outcome ?? row.type,
      at: row.receivedAt.toISOString(),
      order: null,
      amount: null,
      href: `/admin/webhooks/${row.id}`,
    })),
  ];
}

async function findTalk(tx: TxCtx): Promise<WaitingThing[]> {
  const mails = await findFailedMails(tx);
  return mails.map((row) => ({
    id: row.id,
    kind: 'mail' as const,
    code: row.template,
    at: row.createdAt.toISOString(),
    order: null,
    amount: null,
    href: `/admin/messages/${row.id}`,
  }));
}

async function findErasures(tx: TxCtx): Promise<WaitingThing[]> {
  const before = new Date(tx.clock.now().getTime() - ERASURE_LATE_MS);
  return (await findLateErasures(tx, before)).map((row) => ({
    id: row.id,
    kind: 'erasure' as const,
    code: row.number,
    at: row.startedAt.toISOString(),
    order: null,
    amount: null,
    href: '/admin/jobs?queue=account.erase',
  }));
}

async function findClaims(tx: TxCtx): Promise<WaitingThing[]> {
  const claims = await findOpenClaims(tx);
  return claims.map((row) => ({
    id: row.id,
    kind: 'claim' as const,
    code: row.number,
    at: row.createdAt.toISOString(),
    order: orderOf(row.order),
    amount: null,
    href: `/admin/claims/${row.id}`,
  }));
}

async function findMaking(tx: TxCtx): Promise<WaitingThing[]> {
  const proofs = await findFailedProofs(tx);
  const shipments = await findProblemShipments(tx);
  const printJobs = await findLostPrintJobs(tx);
  return [
    ...proofs.map((row) => ({
      id: row.id,
      kind: 'proof' as const,
      code: row.failureCode ?? '',
      at: row.createdAt.toISOString(),
      order: null,
      amount: null,
      href: null,
    })),
    ...shipments.map((row) => ({
      id: row.id,
      kind: 'shipment' as const,
      code: row.carrierStatus ?? row.trackingNumber,
      at: (row.checkedAt ?? row.shippedAt).toISOString(),
      order: orderOf(row.order),
      amount: null,
      href: null,
    })),
    ...printJobs.map((row) => ({
      id: row.id,
      kind: 'print_job' as const,
      code: [row.number, row.reason].filter(Boolean).join(': '),
      at: (row.finishedAt ?? row.createdAt).toISOString(),
      order: orderOf(row.order),
      amount: null,
      href: `/admin/print?search=${row.number}`,
    })),
  ];
}
