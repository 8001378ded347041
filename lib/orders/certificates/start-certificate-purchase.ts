import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Currency, money } from '@/lib/core/money';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { openTills } from '@/lib/payments/open-tills';
import { startPayment } from '@/lib/payments/start-payment';
import { insertPayment } from '@/lib/payments/store';
import { tillsFor } from '@/lib/payments/till-choice';
import { checkGift } from './check-gift';
import { certificateTitle } from './gift-copy';
import { insertGift } from './insert-gift';
import { certificateUrl } from './mail-certificate';
import type { BuyCertificateInput } from './schema';
import { type CertificateRow, findBuyer, findCertificateByKey, lockBuyer } from './store';

/** How long a pay page stays open; Stripe refuses less than 30 minutes. */
const PAY_PAGE_MS = 60 * 60_000;

/**
 * Buys a certificate: notes the wish and opens the pay page. It is worth something once the provider says that it was
 * paid. The same request key is the same certificate, however often it is sent.
 * @returns redirectUrl null when it is paid already
 * @throws DomainError "certificate.invalid" with the wrong field, "payment.till_unavailable", "request.conflict",
 *   "payment.not_payable", "payment.provider_unavailable"
 */
export async function startCertificatePurchase(
  ctx: Ctx,
  input: BuyCertificateInput,
): Promise<{ certificateId: Id<'certificate'>; redirectUrl: string | null }> {
  const buyerId = asPerson(ctx).actor.userId;
  const available = await openTills(ctx);
  const tills = tillsFor({ currency: input.currency, country: null, available });
  if (!tills.includes(input.till)) throw new DomainError('payment.till_unavailable');
  const row = await noteWish(ctx, buyerId, input);
  assert(row.payment, 'a bought certificate has its payment');
  const certificateId = row.id as Id<'certificate'>;
  if (row.payment.status === 'PAID') return { certificateId, redirectUrl: null };
  const url = (outcome: 'done' | 'left') => `${certificateUrl(row.id)}?payment=${outcome}`;
  const { redirectUrl } = await startPayment(ctx, row.payment.id, {
    reference: `GIFT-${row.id.slice(-8).toUpperCase()}`,
    lines: [
      {
        name: certificateTitle(input.locale, row.recipientName),
        unit: money(row.amountMinor, row.currency as Currency),
        quantity: 1,
      },
    ],
    customerEmail: (await findBuyer(ctx, buyerId)).email ?? '',
    successUrl: url('done'),
    cancelUrl: url('left'),
    locale: input.locale,
  });
  return { certificateId, redirectUrl };
}

function noteWish(
  ctx: Ctx,
  buyerId: Id<'user'>,
  input: BuyCertificateInput,
): Promise<CertificateRow> {
  return inTransaction(ctx, async (tx) => {
    // One press that arrives twice at once waits here for its twin.
    await lockBuyer(tx, buyerId);
    const known = await findCertificateByKey(tx, { buyerId }, input.requestKey);
    if (known) {
      const isSame =
        known.amountMinor === input.amountMinor &&
        known.currency === input.currency &&
        known.payment?.provider === input.till &&
        known.recipientName === input.recipientName;
      if (!isSame) throw new DomainError('request.conflict');
      return known;
    }
    const now = tx.clock.now();
    const delivery = checkGift(input, now);
    const paymentId = newId('payment');
    await insertPayment(tx, {
      id: paymentId,
      purpose: 'CERTIFICATE',
      ownerId: buyerId,
      provider: input.till,
      status: 'CREATED',
      currency: input.currency,
      amountMinor: input.amountMinor,
      requestKey: input.requestKey,
      expiresAt: new Date(now.getTime() + PAY_PAGE_MS),
      createdAt: now,
    });
    await insertGift(tx, input, { ...delivery, buyerId, paymentId });
    const row = await findCertificateByKey(tx, { buyerId }, input.requestKey);
    assert(row, 'the certificate was just noted');
    return row;
  });
}
