import { type Id, newId } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';

/** A certificate that they bought and that nobody used, and a promo code that no order uses. */
export async function addGifts(
  db: PrismaClient,
  things: { certificate: Id<'certificate'>; promoCode: Id<'promoCode'> },
  ownerId: Id<'user'>,
  secret: string,
): Promise<void> {
  const now = new Date();
  const paymentId = newId('payment');
  const requestKey = crypto.randomUUID();
  const worth = { currency: 'EUR', amountMinor: 5000 };
  await db.payment.create({
    data: {
      id: paymentId,
      purpose: 'CERTIFICATE',
      ownerId,
      provider: 'STRIPE',
      status: 'PAID',
      ...worth,
      externalPaymentId: `pi_${paymentId}`,
      requestKey,
      expiresAt: now,
      settledAt: now,
    },
  });
  await db.giftCertificate.create({
    data: {
      id: things.certificate,
      status: 'ACTIVE',
      codeHash: things.certificate,
      codeEnd: things.certificate.slice(-4).toUpperCase(),
      ...worth,
      buyerId: ownerId,
      buyerName: secret,
      recipientName: secret,
      recipientEmail: `${things.certificate}@example.com`,
      message: secret,
      locale: 'en',
      deliverOn: new Date('2090-01-01'),
      expiresAt: new Date('2090-01-02'),
      paymentId,
      requestKey,
    },
  });
  await db.giftCertificateEntry.create({
    data: {
      id: newId('certificateEntry'),
      certificateId: things.certificate,
      kind: 'ISSUE',
      amountMinor: worth.amountMinor,
      idempotencyKey: `issue:${things.certificate}`,
    },
  });
  await db.promoCode.create({
    data: {
      id: things.promoCode,
      code: things.promoCode.slice(-20).toUpperCase(),
      kind: 'PERCENT',
      basisPoints: 1000,
      isActive: false,
    },
  });
}
