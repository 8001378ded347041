import { type Id, newId } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';

/**
 * What a paid order may have around its printing: an open claim with a photo, a reprint at a press, one that a press
 * refused, and the press itself.
 */
export async function addPrintThings(
  db: PrismaClient,
  things: {
    paidOrder: Id<'order'>;
    orderItem: Id<'orderItem'>;
    parcel: Id<'parcel'>;
    claim: Id<'claim'>;
    claimPicture: Id<'picture'>;
    printHouse: Id<'printHouse'>;
    printJob: Id<'printJob'>;
    lostPrintJob: Id<'printJob'>;
  },
  ownerId: Id<'user'>,
  secret: string,
): Promise<void> {
  await db.printHouse.create({
    data: {
      id: things.printHouse,
      slug: things.printHouse,
      kind: 'MANUAL',
      name: 'Strangers’ press',
      sortOrder: 1000,
    },
  });
  const items = [{ orderItemId: things.orderItem, quantity: 1 }];
  const claim = (id: Id<'claim'>) => ({
    id,
    number: `C-${id.slice(-12)}`,
    orderId: things.paidOrder,
    ownerId,
    kind: 'OTHER' as const,
    text: secret,
    items,
    requestKey: crypto.randomUUID(),
  });
  await db.claim.create({
    data: { ...claim(things.claim), pictures: { create: { pictureId: things.claimPicture } } },
  });
  for (const [id, status] of [
    [things.printJob, 'SUBMITTED'],
    [things.lostPrintJob, 'REJECTED'],
  ] as const) {
    const decided = newId('claim');
    await db.claim.create({ data: { ...claim(decided), status: 'REPRINT' } });
    await db.printJob.create({
      data: {
        id,
        number: `P-${id.slice(-12)}`,
        orderId: things.paidOrder,
        parcelId: things.parcel,
        printHouseId: things.printHouse,
        claimId: decided,
        status,
        items,
        idempotencyKey: id,
      },
    });
  }
}
