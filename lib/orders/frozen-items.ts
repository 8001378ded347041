import { picturesIn } from '@/lib/calendars/document';
import { readDocument } from '@/lib/calendars/read-document';
import { assert } from '@/lib/core/assert';
import { newId } from '@/lib/core/ids';
import type { Prisma } from '@/lib/db/generated/client';
import type { Quote } from './quote-cart';

type FrozenItem = Omit<Prisma.OrderItemUncheckedCreateInput, 'orderId'>;

/**
 * The rows of what is sold, one for each calendar in each parcel: document, print file, price, pictures, as they were
 * approved. Ids made in one millisecond are in no order of their own, so they are sorted first: rows stand in the order
 * of the cart.
 */
export function frozenItems(quote: Quote, parcelIds: readonly string[]): FrozenItem[] {
  const ids = quote.lines.map(() => newId('orderItem')).sort();
  return quote.lines.map(({ item, parcel, quantity }, index): FrozenItem => {
    const { proof } = item;
    const id = ids[index];
    const price = quote.priced.lines[index];
    assert(
      id && proof?.fileSha256 && proof.preflight && price,
      'an orderable item has its print file',
    );
    const document = readDocument(proof.document);
    return {
      id,
      parcelId: parcel === null ? null : (parcelIds[parcel] ?? null),
      calendarId: item.calendarId,
      productId: item.productId,
      proofId: proof.id,
      quantity,
      unitMinor: price.unit.amountMinor,
      totalMinor: price.total.amountMinor,
      discountMinor: price.discount.amountMinor,
      // By the name that its owner and the price rows know it; a copy has a name of its own.
      title: item.calendar.title,
      formatId: document.formatId,
      fromMonth: document.from,
      monthCount: document.monthCount,
      document: proof.document as Prisma.InputJsonValue,
      fileSha256: proof.fileSha256,
      preflight: proof.preflight as Prisma.InputJsonValue,
      pictures: { create: picturesIn(document).map((pictureId) => ({ pictureId })) },
    };
  });
}
