import type { Ctx } from '@/lib/db/context';
import type { PaymentProvider, Prisma } from '@/lib/db/generated/client';
import type { ProviderDispute } from '@/lib/providers/ports/payment-gateway';
import { findDispute, findOpenDisputes } from './dispute-store';
import type { FindingKind } from './findings';
import { orUnknown } from './or-unknown';
import type { Purposes } from './purpose';
import type { Compared } from './reconciliation-store';
import { settleDispute } from './settle-dispute';
import { tillOf } from './till-of';

/**
 * Finds disputes whose news was lost: those that the till opened in `range`, and those from before that are open here
 * and may have been decided there. What belongs to a payment of ours is recorded as if its news had come.
 * @returns one for each dispute that was looked at; none for a till without disputes
 * @throws DomainError "payment.provider_unavailable"
 */
export async function compareDisputes(
  ctx: Ctx,
  provider: PaymentProvider,
  range: { from: Date; to: Date },
  purposes: Purposes,
): Promise<Compared[]> {
  const till = tillOf(ctx, provider);
  if (!till.listDisputes || !till.readDispute) return [];
  const compared: Compared[] = [];
  const seen = new Set<string>();
  const look = async (truth: ProviderDispute) => {
    seen.add(truth.externalId);
    compared.push(await compareDispute(ctx, provider, truth, purposes));
  };
  for await (const truth of till.listDisputes(range)) await look(truth);
  for (const { externalId } of await findOpenDisputes(ctx, provider, range.to)) {
    const truth = seen.has(externalId) ? null : await orUnknown(till.readDispute(externalId));
    if (truth) await look(truth);
  }
  return compared;
}

async function compareDispute(
  ctx: Ctx,
  provider: PaymentProvider,
  truth: ProviderDispute,
  purposes: Purposes,
): Promise<Compared> {
  const { externalId, amount, state, reason } = truth;
  const find = () => findDispute(ctx, { provider, externalId });
  const isKnown = (row: Awaited<ReturnType<typeof find>>) => row?.status === state.toUpperCase();
  const before = await find();
  if (isKnown(before)) return { found: null, healed: null };
  await orUnknown(settleDispute(ctx, provider, externalId, purposes));
  const after = await find();
  const theirs = { amountMinor: amount.amountMinor, currency: amount.currency };
  const kind: FindingKind = before ? 'dispute_differs' : 'unknown_dispute';
  const detail: Prisma.InputJsonObject = { theirs, state, reason };
  const one = { kind, externalId, paymentId: after?.paymentId ?? null, detail };
  return isKnown(after) ? { found: null, healed: one } : { found: one, healed: null };
}
