import type { Id } from '@/lib/core/ids';
import type { Currency } from '@/lib/core/money';
import { dayAt, type PlainDate } from '@/lib/core/plain-date';
import type { Ctx } from '@/lib/db/context';
import { fromDateColumn } from '@/lib/db/plain-date-column';
import { openTills } from '@/lib/payments/open-tills';
import { TILLS, type TillName } from '@/lib/payments/till-choice';
import { findBuyer, findCertificateOf } from './store';

export type GiftShop = {
  /** In UTC. */
  today: PlainDate;
  tills: TillName[];
  /** Guests see the shop and sign in to buy: the certificate must be found again. */
  hasAccount: boolean;
  buyerName: string;
  /** One that was not paid and is made again. */
  again: {
    currency: Currency;
    amountMinor: number;
    recipientName: string;
    buyerName: string;
    message: string;
    email: string | null;
    day: PlainDate | null;
  } | null;
};

/** What the page that sells certificates needs. @param input.again one of this person's own, to begin with its words */
export async function getGiftShop(
  ctx: Ctx,
  input: { again: Id<'certificate'> | null },
): Promise<GiftShop> {
  const { userId, role } = ctx.actor;
  const hasAccount = userId !== null && role !== 'GUEST';
  const buyer = hasAccount ? await findBuyer(ctx, userId) : null;
  const open = await openTills(ctx);
  const again =
    hasAccount && input.again !== null
      ? await findCertificateOf(ctx, { buyerId: userId }, input.again)
      : null;
  return {
    today: dayAt(ctx.clock.now(), 'UTC'),
    tills: TILLS.filter((till) => open.includes(till)),
    hasAccount,
    buyerName: buyer?.name ?? '',
    again: again && {
      currency: again.currency as Currency,
      amountMinor: again.amountMinor,
      recipientName: again.recipientName,
      buyerName: again.buyerName,
      message: again.message,
      email: again.recipientEmail,
      day: again.deliverOn && fromDateColumn(again.deliverOn),
    },
  };
}
