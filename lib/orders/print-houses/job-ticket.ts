import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FormatId } from '@/lib/calendars/document';
import { pageImage } from '@/lib/calendars/page-image';
import { periodOf } from '@/lib/calendars/period';
import { readDocument } from '@/lib/calendars/read-document';
import { type Id, newId } from '@/lib/core/ids';
import { dayAt } from '@/lib/core/plain-date';
import type { Ctx } from '@/lib/db/context';
import type { Locale } from '@/lib/i18n/locales';
import { formatOf } from '@/lib/print/formats';
import { paintPdf } from '@/lib/print/paint-pdf';
import type { PreparedPicture } from '@/lib/print/pdf/prepared-picture';
import { pressOf } from '@/lib/print/press';
import { loadFontBook } from '@/lib/providers/fonts';
import { addressLines } from '../address-lines';
import { addWorkingDays, PRODUCTION_DAYS, WORKSHOP_TIME_ZONE } from '../arrival-window';
import { PickupPointSchema } from '../delivery/methods';
import { formatDay, formatPeriod } from '../format-period';
import { localText } from '../local-text';
import { itemsToPrint } from './items-to-print';
import { layOutTicket, type Ticket } from './lay-out-ticket';
import { printFileName } from './print-file-name';
import type { PrintJobRow } from './store';
import { ticketCopy } from './ticket-copy';

const THUMB_PX = 360;

type Thumb = { id: Id<'picture'>; bytes: Buffer; widthPx: number; heightPx: number };

/** The sheet that goes through the press with a print job: what to make, how often, until when, and for whom. */
export async function jobTicketPdf(ctx: Ctx, job: PrintJobRow, locale: Locale): Promise<Buffer> {
  const thumbs = new Map<string, Thumb>();
  for (const { item } of itemsToPrint(job)) {
    const thumb = await thumbOf(ctx, job, item);
    if (thumb) thumbs.set(item.id, thumb);
  }
  const fonts = loadFontBook();
  const { t } = ticketCopy(locale);
  const pages = layOutTicket(ticketOf(job, locale, thumbs), fonts);
  const byPicture = new Map([...thumbs.values()].map((thumb) => [thumb.id, thumb]));
  const sink = new PassThrough();
  const [bytes] = await Promise.all([
    buffer(sink),
    paintPdf(
      pages,
      {
        fonts,
        language: locale,
        title: `${t('heading')} ${job.number}`,
        watermark: null,
        edition: 'proof',
        press: pressOf('europe'),
        separation: null,
        picture: async ({ pictureId }) => preparedThumb(byPicture.get(pictureId)),
      },
      sink,
    ).finally(() => sink.end()),
  ]);
  return bytes;
}

function preparedThumb(thumb: Thumb | undefined): PreparedPicture {
  if (!thumb) throw new Error('every picture on a ticket is one of its thumbs');
  const { id, bytes, widthPx, heightPx } = thumb;
  return {
    key: id,
    widthPx,
    heightPx,
    orientation: 1,
    components: 3,
    colour: 'srgb',
    byteLength: bytes.length,
    async *read() {
      yield bytes;
    },
  };
}

/** The cover, small; a ticket without it is better than none. */
async function thumbOf(
  ctx: Ctx,
  job: PrintJobRow,
  item: PrintJobRow['order']['items'][number],
): Promise<Thumb | null> {
  try {
    const owner = { ownerId: job.order.ownerId as Id<'user'> };
    const image = await pageImage(ctx, owner, readDocument(item.document), {
      index: 0,
      longSidePx: THUMB_PX,
      quality: 80,
      rendition: 'thumb',
      watermark: null,
    });
    return { id: newId('picture'), ...image };
  } catch (error) {
    ctx.log.warn('no thumb for a job ticket', { orderItemId: item.id, error: String(error) });
    return null;
  }
}

/** The branch or locker, as the customer chose it. */
function pickupLine(column: unknown): string[] {
  const point = PickupPointSchema.nullable().safeParse(column ?? null);
  return point.success && point.data ? [point.data.name] : [];
}

function ticketOf(job: PrintJobRow, locale: Locale, thumbs: ReadonlyMap<string, Thumb>): Ticket {
  const { t, methodName } = ticketCopy(locale);
  const { order, parcel } = job;
  const due = addWorkingDays(dayAt(job.createdAt, WORKSHOP_TIME_ZONE), PRODUCTION_DAYS.max);
  const wraps = parcel.wrapMinor > 0;
  return {
    heading: t('heading'),
    number: job.number,
    facts: [
      { label: t('order'), value: order.number },
      { label: t('house'), value: job.printHouse.name },
      { label: t('due'), value: formatDay(due, locale) },
      { label: t('parcel'), value: String(parcel.position) },
    ],
    flags: [
      ...(job.claimId ? [t('reprint')] : []),
      ...(wraps ? [t('wrap')] : []),
      ...(parcel.isGift && !wraps ? [t('gift')] : []),
    ],
    items: itemsToPrint(job).map(({ item, quantity }) => {
      const { trim } = formatOf(item.formatId as FormatId);
      const thumb = thumbs.get(item.id);
      return {
        title: item.title || t('untitled'),
        lines: [
          formatPeriod(periodOf(readDocument(item.document)), locale),
          t('size', {
            name: localText(item.product.names, locale),
            width: Math.round(trim.widthMm * 10) / 10,
            height: Math.round(trim.heightMm * 10) / 10,
          }),
          t('make', {
            pages: item.proof.pageCount,
            paper: item.product.paper,
            binding: item.product.binding,
            lamination: item.product.lamination,
          }),
        ],
        copies: `${quantity}×`,
        hash: `SHA-256 ${item.fileSha256}`,
        fileName: printFileName(job, item, quantity),
        thumb: thumb ? { id: thumb.id, widthPx: thumb.widthPx, heightPx: thumb.heightPx } : null,
      };
    }),
    addressLabel: t('send_to', { method: methodName(parcel.method) }),
    addressLines: [...addressLines(parcel.address, locale), ...pickupLine(parcel.pickupPoint)],
    giftLabel: t('card'),
    giftNote: parcel.giftNote,
    pageOf: (page, count) => t('page', { page, count }),
  };
}
