import { assert } from '@/lib/core/assert';
import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { endLoginSessions, lockGuest, lockPerson } from './store';

/**
 * Moves everything that a guest made to the account they signed in to, and ends the guest. Does nothing when the guest
 * was merged or signed up in the meantime.
 */
export async function mergeGuest(
  tx: TxCtx,
  parts: { guestId: Id<'user'>; accountId: Id<'user'> },
): Promise<void> {
  const { guestId, accountId } = parts;
  assert(guestId !== accountId, 'a guest is not merged into itself');
  // An upload that is being stored in either name ends first; one that comes later is moved by moveStragglers.
  await lockPerson(tx, accountId);
  if (!(await lockGuest(tx, guestId))) return;
  await moveBelongings(tx, guestId, accountId);
  await endLoginSessions(tx, { userId: guestId });
  await tx.db.user.update({ where: { id: guestId }, data: { mergedIntoId: accountId } });
}

/**
 * Tables with a person in them and what becomes of a guest's rows: a test compares this list with the database, so a
 * new table cannot be forgotten here.
 */
export const MERGE_RULES = {
  'Picture.ownerId': 'moved',
  'Calendar.ownerId': 'moved',
  'CartItem.ownerId': 'moved',
  'EventDate.ownerId': 'moved',
  'DateInvite.ownerId': 'moved',
  'Order.ownerId': 'moved',
  'Consent.userId': 'moved',
  'SavedAddress.ownerId': 'moved, never as the default',
  'CheckoutDraft.ownerId': 'moved unless the account has its own',
  'PromoUse.ownerId': 'moved; a second use of one code is kept as it happened',
  'GiftCertificate.buyerId': 'moved',
  'Claim.ownerId': 'moved',
  'MessagePreference.userId': 'moved unless the account has its own',
  'OutboxMessage.userId': 'moved',
  'LinkedAccount.userId': 'none: a guest has no account elsewhere',
  'SecondFactor.userId': 'none: a guest has no password',
  'StaffRole.userId': 'none: a guest is not staff',
  'SavedFilter.ownerId': 'none: a guest is not staff',
  'Impersonation.adminId': 'none: a guest is not staff',
  'Impersonation.userId': 'none: only customers are looked at',
  'DataExport.userId': 'none: a guest has no account to export',
  'Erasure.userId': 'none: a guest has no account to erase',
  'UserSetting.userId': 'moved unless the account has its own',
  'LoginSession.userId': 'ended',
  'VerificationCode.userId': 'none: a guest has no address',
  'StarAccount.userId': 'none: a guest has no stars',
  'StarPurchase.ownerId': 'none: a guest buys no stars',
  'Job.ownerId': 'none: a guest has no studio',
  'Generation.ownerId': 'none: a guest has no studio',
  'LoraModel.ownerId': 'none: a guest has no studio',
  'Training.ownerId': 'none: a guest has no studio',
  'Upscale.ownerId': 'none: a guest has no stars',
  'User.mergedIntoId': 'none: nobody is merged into a guest',
} as const;

async function moveBelongings(
  tx: TxCtx,
  guestId: Id<'user'>,
  accountId: Id<'user'>,
): Promise<void> {
  const from = { ownerId: guestId };
  const to = { ownerId: accountId };
  await markDuplicates(tx, guestId, accountId);
  await tx.db.picture.updateMany({ where: from, data: to });
  await tx.db.calendar.updateMany({ where: from, data: to });
  await tx.db.cartItem.updateMany({ where: from, data: to });
  await tx.db.eventDate.updateMany({ where: from, data: to });
  await tx.db.dateInvite.updateMany({ where: from, data: to });
  await tx.db.order.updateMany({ where: from, data: to });
  await tx.db.payment.updateMany({ where: from, data: to });
  await moveShop(tx, guestId, accountId);
  await tx.db.consent.updateMany({ where: { userId: guestId }, data: { userId: accountId } });
  const own = await tx.db.userSetting.findUnique({ where: { userId: accountId } });
  if (own) await tx.db.userSetting.deleteMany({ where: { userId: guestId } });
  else {
    await tx.db.userSetting.updateMany({
      where: { userId: guestId },
      data: { userId: accountId },
    });
  }
}

async function moveShop(tx: TxCtx, guestId: Id<'user'>, accountId: Id<'user'>): Promise<void> {
  const from = { ownerId: guestId };
  const to = { ownerId: accountId };
  await tx.db.savedAddress.updateMany({ where: from, data: { ...to, isDefault: false } });
  const draft = await tx.db.checkoutDraft.findUnique({ where: to });
  if (draft) await tx.db.checkoutDraft.deleteMany({ where: from });
  else await tx.db.checkoutDraft.updateMany({ where: from, data: to });
  const used = await tx.db.promoUse.findMany({ where: to, select: { promoCodeId: true } });
  const twice = { ...from, promoCodeId: { in: used.map(({ promoCodeId }) => promoCodeId) } };
  await tx.db.promoUse.updateMany({ where: twice, data: { isOnce: false } });
  await tx.db.promoUse.updateMany({ where: from, data: to });
  await tx.db.giftCertificate.updateMany({
    where: { buyerId: guestId },
    data: { buyerId: accountId },
  });
  await tx.db.claim.updateMany({ where: from, data: to });
  await tx.db.outboxMessage.updateMany({
    where: { userId: guestId },
    data: { userId: accountId },
  });
  const known = await tx.db.messagePreference.findMany({ where: { userId: accountId } });
  await tx.db.messagePreference.deleteMany({
    where: { userId: guestId, OR: known.map(({ kind, channel }) => ({ kind, channel })) },
  });
  await tx.db.messagePreference.updateMany({
    where: { userId: guestId },
    data: { userId: accountId },
  });
}

/**
 * The account may have the same photo already, and the same photo is one row of an owner. The guest's row cannot give
 * way: documents, their versions, proofs and orders name it by id, some of them frozen. So it stays, marked.
 */
async function markDuplicates(
  tx: TxCtx,
  guestId: Id<'user'>,
  accountId: Id<'user'>,
): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE "Picture" AS mine SET "duplicateOfId" = theirs."id"
    FROM "Picture" AS theirs
    WHERE mine."ownerId" = ${guestId} AND theirs."ownerId" = ${accountId}
      AND mine."contentHash" = theirs."contentHash"
      AND mine."deletedAt" IS NULL AND mine."status" <> 'REFUSED' AND mine."duplicateOfId" IS NULL
      AND theirs."deletedAt" IS NULL AND theirs."status" <> 'REFUSED' AND theirs."duplicateOfId" IS NULL`;
}

/**
 * Moves what reached a guest's row after the merge, such as an upload that was under way in another tab.
 * @returns how many guests still had something
 */
export async function moveStragglers(tx: TxCtx): Promise<number> {
  const late = await tx.db.user.findMany({
    where: {
      mergedIntoId: { not: null },
      OR: [
        { pictures: { some: {} } },
        { calendars: { some: {} } },
        { cartItems: { some: {} } },
        { orders: { some: {} } },
        { certificates: { some: {} } },
      ],
    },
    select: { id: true, mergedIntoId: true },
    orderBy: { id: 'asc' },
    take: 100,
  });
  for (const { id, mergedIntoId } of late) {
    if (mergedIntoId === null) continue;
    await lockPerson(tx, mergedIntoId as Id<'user'>);
    await moveBelongings(tx, id as Id<'user'>, mergedIntoId as Id<'user'>);
  }
  return late.length;
}
