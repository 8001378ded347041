import type { ReadCtx } from '@/lib/db/context';
import { holdsSecret } from '@/lib/messages/templates';

/** Columns that open something, or are our own bookkeeping of files: no part of what is known about a person. */
const HIDDEN = new Set([
  'passwordHash',
  'secretHash',
  'keyHash',
  'codeHash',
  'secretBox',
  'recoveryHashes',
  'requestHash',
  'requestKey',
  'idempotencyKey',
  'emailHash',
  'fileKey',
  'masterKey',
  'weightsKey',
  'archiveKey',
  'redirectUrl',
]);

/** Letters to a person, also those to their address that name no account: codes, and what came before it. */
async function findLetters(db: ReadCtx['db'], userId: string) {
  const person = await db.user.findUnique({
    where: { id: userId },
    select: { email: true, phone: true },
  });
  const receivers = [person?.email, person?.phone].flatMap((receiver) => receiver ?? []);
  const rows = await db.outboxMessage.findMany({
    where: { OR: [{ userId }, { userId: null, recipient: { in: receivers } }] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  // Codes and links open something for whoever reads them.
  return rows.map(({ data, ...row }) => (holdsSecret(row.template) ? row : { ...row, data }));
}

/**
 * Every table with a person in it and how the person's rows are found, by the name of its file in the export. A test
 * compares the list with the database, so a new table cannot be forgotten here.
 */
export const PERSONAL_TABLES: Record<
  string,
  (db: ReadCtx['db'], userId: string) => Promise<readonly object[]>
> = {
  'User.id': (db, id) => db.user.findMany({ where: { id } }),
  'User.mergedIntoId': (db, id) => db.user.findMany({ where: { mergedIntoId: id } }),
  'UserSetting.userId': (db, userId) => db.userSetting.findMany({ where: { userId } }),
  'LoginSession.userId': (db, userId) => db.loginSession.findMany({ where: { userId } }),
  'VerificationCode.userId': (db, userId) => db.verificationCode.findMany({ where: { userId } }),
  'LinkedAccount.userId': (db, userId) => db.linkedAccount.findMany({ where: { userId } }),
  'SecondFactor.userId': (db, userId) => db.secondFactor.findMany({ where: { userId } }),
  'StaffRole.userId': (db, userId) => db.staffRole.findMany({ where: { userId } }),
  'SavedFilter.ownerId': (db, ownerId) => db.savedFilter.findMany({ where: { ownerId } }),
  'Impersonation.userId': (db, userId) => db.impersonation.findMany({ where: { userId } }),
  'Impersonation.adminId': (db, adminId) => db.impersonation.findMany({ where: { adminId } }),
  'Consent.userId': (db, userId) => db.consent.findMany({ where: { userId } }),
  'MessagePreference.userId': (db, userId) => db.messagePreference.findMany({ where: { userId } }),
  'OutboxMessage.userId': findLetters,
  // What our people did with the account, without who of them.
  'AuditEvent.subject': (db, subject) =>
    db.auditEvent.findMany({
      where: { subject },
      select: { action: true, createdAt: true },
      orderBy: { createdAt: 'asc' },
    }),
  'DataExport.userId': (db, userId) => db.dataExport.findMany({ where: { userId } }),
  'Erasure.userId': (db, userId) => db.erasure.findMany({ where: { userId } }),
  'Picture.ownerId': (db, ownerId) => db.picture.findMany({ where: { ownerId } }),
  'Calendar.ownerId': (db, ownerId) =>
    db.calendar.findMany({
      where: { ownerId },
      include: { versions: true, comments: true, shares: true },
    }),
  'EventDate.ownerId': (db, ownerId) => db.eventDate.findMany({ where: { ownerId } }),
  'DateInvite.ownerId': (db, ownerId) => db.dateInvite.findMany({ where: { ownerId } }),
  'CartItem.ownerId': (db, ownerId) => db.cartItem.findMany({ where: { ownerId } }),
  'CheckoutDraft.ownerId': (db, ownerId) => db.checkoutDraft.findMany({ where: { ownerId } }),
  'SavedAddress.ownerId': (db, ownerId) => db.savedAddress.findMany({ where: { ownerId } }),
  'PromoUse.ownerId': (db, ownerId) => db.promoUse.findMany({ where: { ownerId } }),
  'GiftCertificate.buyerId': (db, buyerId) =>
    db.giftCertificate.findMany({ where: { buyerId }, include: { entries: true } }),
  'Order.ownerId': (db, ownerId) =>
    db.order.findMany({
      where: { ownerId },
      include: {
        parcels: true,
        items: true,
        shipments: { include: { events: true } },
        events: { where: { isInternal: false } },
      },
    }),
  'Payment.ownerId': (db, ownerId) =>
    db.payment.findMany({ where: { ownerId }, include: { refunds: true, disputes: true } }),
  'Claim.ownerId': (db, ownerId) =>
    db.claim.findMany({ where: { ownerId }, include: { pictures: true } }),
  'StarAccount.userId': (db, userId) =>
    db.starAccount.findMany({ where: { userId }, include: { transactions: true } }),
  'StarPurchase.ownerId': (db, ownerId) => db.starPurchase.findMany({ where: { ownerId } }),
  'LoraModel.ownerId': (db, ownerId) => db.loraModel.findMany({ where: { ownerId } }),
  'Training.ownerId': (db, ownerId) => db.training.findMany({ where: { ownerId } }),
  'Job.ownerId': (db, ownerId) => db.job.findMany({ where: { ownerId }, include: { tasks: true } }),
  'Generation.ownerId': (db, ownerId) => db.generation.findMany({ where: { ownerId } }),
  'Upscale.ownerId': (db, ownerId) => db.upscale.findMany({ where: { ownerId } }),
};

/** Rows as readable JSON, without what opens something. */
export function asExportJson(rows: readonly object[]): string {
  const readable = (key: string, value: unknown) => {
    if (HIDDEN.has(key)) return undefined;
    return typeof value === 'bigint' ? String(value) : value;
  };
  return `${JSON.stringify(rows, readable, 2)}\n`;
}
