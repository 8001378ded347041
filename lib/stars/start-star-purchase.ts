import { assert } from '@/lib/core/assert';
import { requireEnv } from '@/lib/core/env';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import type { PaymentProvider } from '@/lib/db/generated/client';
import { openTills } from '@/lib/payments/open-tills';
import { startPayment } from '@/lib/payments/start-payment';
import { insertPayment } from '@/lib/payments/store';
import { tillsFor } from '@/lib/payments/till-choice';
import { type PackCurrency, TELEGRAM_STARS } from './pack-price';
import {
  findActivePack,
  findEmail,
  findPurchaseByKey,
  insertPurchase,
  type PurchaseRow,
} from './purchase-store';
import type { BuyStarsInput } from './schema';
import { packTitle } from './star-copy';
import { lockAccount } from './store';

/** How long a pay page stays open; Stripe refuses less than 30 minutes. */
const PAY_PAGE_MS = 60 * 60_000;

/**
 * Buys a pack: notes the wish with its frozen price and opens the pay page. Stars come when the provider says that it
 * was paid. The same request key is the same purchase, however often it is sent.
 * @returns redirectUrl null when this purchase is paid already
 * @throws DomainError "stars.pack_not_found", "stars.price_changed", "request.conflict", "payment.not_payable",
 *   "payment.till_unavailable", "payment.provider_unavailable"
 */
export async function startStarPurchase(
  ctx: Ctx,
  input: BuyStarsInput,
): Promise<{ purchaseId: Id<'starPurchase'>; redirectUrl: string | null }> {
  const ownerId = asPerson(ctx).actor.userId;
  const purchase = await noteWish(ctx, ownerId, input);
  const purchaseId = purchase.id as Id<'starPurchase'>;
  if (purchase.payment.status === 'PAID') return { purchaseId, redirectUrl: null };
  const url = (outcome: 'done' | 'left') => {
    const search = new URLSearchParams({ purchase: purchaseId, payment: outcome });
    if (input.returnTo !== null) search.set('returnTo', input.returnTo);
    return new URL(`/account/stars?${search}`, requireEnv('APP_URL')).href;
  };
  const { redirectUrl } = await startPayment(ctx, purchase.paymentId, {
    reference: `STARS-${purchaseId.slice(-8).toUpperCase()}`,
    lines: [
      {
        name: packTitle(input.locale, purchase.stars),
        unit: { amountMinor: purchase.amountMinor, currency: purchase.currency },
        quantity: 1,
      },
    ],
    customerEmail: (await findEmail(ctx, ownerId)) ?? '',
    successUrl: url('done'),
    cancelUrl: url('left'),
    locale: input.locale,
  });
  return { purchaseId, redirectUrl };
}

/** Telegram takes its own stars and nothing else does. */
function tillsOf(
  available: readonly PaymentProvider[],
  currency: PackCurrency,
): readonly PaymentProvider[] {
  if (currency !== TELEGRAM_STARS) return tillsFor({ currency, country: null, available });
  return available.includes('TELEGRAM') ? ['TELEGRAM'] : [];
}

async function noteWish(ctx: Ctx, ownerId: Id<'user'>, input: BuyStarsInput): Promise<PurchaseRow> {
  const available = await openTills(ctx);
  return inTransaction(ctx, async (tx) => {
    // One press that arrives twice at once waits here for its twin.
    await lockAccount(tx, ownerId);
    const known = await findPurchaseByKey(tx, { ownerId }, input.requestKey);
    if (known) {
      const isOtherTill = input.till !== undefined && known.payment.provider !== input.till;
      if (known.packId !== input.packId || known.currency !== input.currency || isOtherTill) {
        throw new DomainError('request.conflict');
      }
      return known;
    }
    const pack = await findActivePack(tx, input.packId);
    const price = pack?.prices.find(({ currency }) => currency === input.currency);
    if (!pack || !price) throw new DomainError('stars.pack_not_found');
    if (price.amountMinor !== input.expectedAmountMinor) {
      throw new DomainError('stars.price_changed');
    }
    const choice = tillsOf(available, input.currency);
    const provider = input.till ?? choice[0];
    if (!provider || !choice.includes(provider)) throw new DomainError('payment.till_unavailable');
    const now = tx.clock.now();
    const paymentId = newId('payment');
    await insertPayment(tx, {
      id: paymentId,
      purpose: 'STARS',
      ownerId,
      provider,
      status: 'CREATED',
      currency: price.currency,
      amountMinor: price.amountMinor,
      requestKey: input.requestKey,
      expiresAt: new Date(now.getTime() + PAY_PAGE_MS),
      createdAt: now,
    });
    await insertPurchase(tx, {
      id: newId('starPurchase'),
      ownerId,
      packId: pack.id,
      stars: pack.stars,
      currency: price.currency,
      amountMinor: price.amountMinor,
      paymentId,
      requestKey: input.requestKey,
      createdAt: now,
    });
    const purchase = await findPurchaseByKey(tx, { ownerId }, input.requestKey);
    assert(purchase, 'the purchase was just noted');
    return purchase;
  });
}
