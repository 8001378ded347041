import { giftCodeHash, giftCodeOf } from '@/lib/core/gift-code-secret';
import { type Id, newId } from '@/lib/core/ids';
import type { Currency } from '@/lib/core/money';
import type { PlainDate } from '@/lib/core/plain-date';
import type { TxCtx } from '@/lib/db/context';
import { toDateColumn } from '@/lib/db/plain-date-column';
import { expiryOf } from './rules';
import { insertCertificate } from './store';

type Gift = {
  currency: Currency;
  amountMinor: number;
  buyerName: string;
  recipientName: string;
  message: string;
  locale: string;
  requestKey: string;
};

/** Writes a certificate that is worth nothing yet: its ISSUE row, once there is a reason for it, makes it money. */
export async function insertGift(
  tx: TxCtx,
  gift: Gift,
  more: {
    recipientEmail: string | null;
    deliverOn: PlainDate | null;
  } & ({ buyerId: string; paymentId: string } | { issuedById: string; reason: string }),
): Promise<Id<'certificate'>> {
  const id = newId('certificate');
  const code = giftCodeOf(id);
  const now = tx.clock.now();
  const { deliverOn, ...rest } = more;
  await insertCertificate(tx, {
    ...rest,
    id,
    status: 'AWAITING_PAYMENT',
    codeHash: giftCodeHash(code),
    codeEnd: code.slice(-4),
    currency: gift.currency,
    amountMinor: gift.amountMinor,
    buyerName: gift.buyerName,
    recipientName: gift.recipientName,
    message: gift.message,
    locale: gift.locale,
    deliverOn: deliverOn === null ? null : toDateColumn(deliverOn),
    expiresAt: expiryOf(now),
    requestKey: gift.requestKey,
    createdAt: now,
  });
  return id;
}
