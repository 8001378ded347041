import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import type { Locale } from '@/lib/i18n/locales';
import { enqueue } from '@/lib/jobs/queue';
import { requireOwner } from '../require-owner';
import { linkTokenHash, newLinkToken } from '../secrets';
import { findPerson, lockPerson } from '../store';
import { closeAccount, countOrdersUnderWay, findWorth, nextErasureNumber } from './erasure-store';

export type ErasureTerms = {
  ordersUnderWay: number;
  paidOrders: number;
  stars: number;
  /** Gift certificates that wait for their day: they go out all the same. */
  giftsToMail: number;
  /** Gift certificates to hand over: nobody can look their codes up afterwards. */
  giftsToPrint: number;
  hasPassword: boolean;
};

/** What the page says before anything is erased. */
export async function readErasureTerms(ctx: Ctx): Promise<ErasureTerms> {
  const { userId } = asPerson(ctx).actor;
  const { passwordHash } = await findPerson(ctx, userId);
  return {
    ordersUnderWay: await countOrdersUnderWay(ctx, userId),
    ...(await findWorth(ctx, userId)),
    hasPassword: passwordHash !== null,
  };
}

/**
 * Erases the person who asks: every sign-in ends at once, a job removes the rest within minutes. There is no way back.
 * @returns the key of the receipt's page, which opens it without an account
 * @throws DomainError "account.password_wrong", "account.sign_in_again", "erasure.orders_under_way", "erasure.staff",
 *   "request.rate_limited"
 */
export async function beginErasure(
  ctx: Ctx,
  input: { password: string; locale: Locale },
): Promise<{ key: string }> {
  const { userId, role } = asPerson(ctx).actor;
  const person = await requireOwner(ctx, input.password);
  // What they did for customers stays answerable; whoever runs the installation takes the role away first.
  if (role === 'STAFF' || role === 'ADMIN') throw new DomainError('erasure.staff');
  const key = newLinkToken();
  await inTransaction(ctx, async (tx) => {
    await lockPerson(tx, userId);
    const underWay = await countOrdersUnderWay(tx, userId);
    if (underWay > 0) throw new DomainError('erasure.orders_under_way', { count: underWay });
    await closeAccount(tx, userId);
    const erasureId = newId('erasure');
    const now = tx.clock.now();
    const year = String(now.getUTCFullYear()).slice(2);
    const number = String(await nextErasureNumber(tx)).padStart(6, '0');
    await tx.db.erasure.create({
      data: {
        id: erasureId,
        number: `E-${year}-${number}`,
        userId,
        contact: person.email,
        locale: input.locale,
        keyHash: linkTokenHash(key),
        startedAt: now,
      },
    });
    await enqueue(tx, 'account.erase', { erasureId });
  });
  return { key };
}
