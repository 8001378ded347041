import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { type CalendarDocument, emptyPage } from '@/lib/calendars/document';
import { type Id, type IdKind, newId } from '@/lib/core/ids';
import type { YearMonth } from '@/lib/core/plain-date';
import type { Prisma, PrismaClient } from '@/lib/db/generated/client';
import type { FileStore } from '@/lib/providers/ports/file-store';
import { aSlot, slotsOf, UNMARKED } from '../documents';

const KINDS = {
  picture: 'picture',
  loosePicture: 'picture',
  calendar: 'calendar',
  looseCalendar: 'calendar',
  bookDate: 'eventDate',
  dateInvite: 'dateInvite',
  share: 'calendarShare',
  comment: 'calendarComment',
  proof: 'proof',
  printProof: 'proof',
  cartItem: 'cartItem',
  order: 'order',
  paidOrder: 'order',
  orderItem: 'orderItem',
  failedRefund: 'refund',
  product: 'product',
  hiddenProduct: 'product',
  holiday: 'holiday',
  loginSession: 'loginSession',
} as const satisfies Record<string, IdKind>;

/** The ids of one person's things, by name. */
export type Things = { [K in keyof typeof KINDS]: Id<(typeof KINDS)[K]> };

/** Well-formed ids of things that nobody has. */
export function absentThings(): Things {
  return Object.fromEntries(
    Object.entries(KINDS).map(([name, kind]) => [name, newId(kind)]),
  ) as Things;
}

type Shelf = { db: PrismaClient; files: FileStore };

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

/**
 * Puts one of everything that a person can own straight into the database and the store.
 * @param secret stands in every text of theirs, so that it can be looked for where it must not be
 */
export async function belongings(
  { db, files }: Shelf,
  ownerId: Id<'user'>,
  secret: string,
): Promise<Things> {
  const product = await db.product.findUniqueOrThrow({ where: { slug: 'wall-a3-portrait-matt' } });
  const things = { ...absentThings(), product: product.id as Id<'product'> };
  await addPicture({ db, files }, ownerId, things.picture, secret);
  await addPicture({ db, files }, ownerId, things.loosePicture, secret);
  const document = documentWith(things.picture, secret);
  await addCalendar(db, ownerId, things.calendar, document);
  await addCalendar(db, ownerId, things.looseCalendar, documentWith(null, secret));
  await db.dateInvite.create({
    data: {
      id: things.dateInvite,
      ownerId,
      title: secret,
      keyHash: sha256(things.dateInvite),
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  await db.eventDate.create({
    data: {
      id: things.bookDate,
      ownerId,
      source: 'OWN',
      value: aBookDate(things.bookDate, secret),
    },
  });
  await db.calendarShare.create({
    data: {
      id: things.share,
      calendarId: things.calendar,
      keyHash: sha256(things.share),
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  await db.calendarComment.create({
    data: {
      id: things.comment,
      calendarId: things.calendar,
      shareId: things.share,
      pageIndex: 0,
      author: secret,
      text: secret,
    },
  });
  const print = await addProof(
    { db, files },
    things.calendar,
    things.printProof,
    'PRINT',
    document,
  );
  await addProof({ db, files }, things.calendar, things.proof, 'PROOF', document);
  await db.cartItem.create({
    data: {
      id: things.cartItem,
      ownerId,
      calendarId: things.calendar,
      productId: things.product,
      quantity: 1,
      proofId: things.printProof,
      approvedAt: new Date(),
    },
  });
  await addOrder(db, ownerId, things, { id: things.order, isPaid: false, document, print, secret });
  await addOrder(db, ownerId, things, {
    id: things.paidOrder,
    isPaid: true,
    document,
    print,
    secret,
  });
  await addForStaff(db, things, ownerId);
  // Another browser of theirs, which they can sign out.
  await db.loginSession.create({
    data: { id: things.loginSession, userId: ownerId, expiresAt: new Date(Date.now() + 3_600_000) },
  });
  return things;
}

/** Everything of the owner that a request could have changed, in one comparable text. */
export async function stateOf(db: PrismaClient, ownerId: Id<'user'>): Promise<string> {
  const { _count, ...owner } = await db.user.findUniqueOrThrow({
    where: { id: ownerId },
    include: {
      _count: { select: { loginSessions: { where: { endedAt: null } } } },
      setting: true,
      eventDates: { orderBy: { id: 'asc' } },
      dateInvites: { orderBy: { id: 'asc' } },
      pictures: { orderBy: { id: 'asc' } },
      cartItems: { orderBy: { id: 'asc' } },
      calendars: {
        orderBy: { id: 'asc' },
        include: {
          versions: { orderBy: { version: 'asc' } },
          images: { orderBy: { pageIndex: 'asc' } },
          shares: { orderBy: { id: 'asc' } },
          comments: { orderBy: { id: 'asc' } },
          proofs: { orderBy: { id: 'asc' } },
        },
      },
      orders: {
        orderBy: { id: 'asc' },
        include: {
          events: { orderBy: { id: 'asc' } },
          shipments: true,
          payments: { orderBy: { id: 'asc' }, include: { refunds: { orderBy: { id: 'asc' } } } },
        },
      },
    },
  });
  return JSON.stringify({ ...owner, openSessions: _count.loginSessions }, null, 1);
}

export function documentWith(
  pictureId: Id<'picture'> | null,
  title: string,
): CalendarDocument & Prisma.InputJsonObject {
  const slots = slotsOf(pictureId ? aSlot(pictureId) : null);
  return {
    schemaVersion: 2,
    title,
    subtitle: '',
    formatId: 'wall-a3-portrait',
    from: '2090-01' as YearMonth,
    monthCount: 1,
    language: 'en',
    firstWeekday: 1,
    weekNumbers: 'none',
    hasNativeDigits: false,
    secondaryCalendar: 'none',
    hasMoonPhases: false,
    hasOverview: false,
    notesPages: 0,
    people: [],
    themeId: 'atelier',
    layoutId: 'photo-above',
    holidaySets: [],
    hiddenHolidays: [],
    shownHolidays: [],
    dates: [],
    cover: { ...emptyPage(), slots },
    pages: [{ ...emptyPage(), slots }],
  };
}

/** As the date book stores it. */
export function aBookDate(id: Id<'eventDate'>, text: string) {
  const when = { every: 'once', date: '2090-01-02' };
  return { id, text, kind: 'other', ...UNMARKED, when };
}

let photo: Promise<Buffer> | undefined;

/** One small photograph; decoded by nobody but the worker that renders a proof of it. */
export function aSmallPhoto(): Promise<Buffer> {
  photo ??= sharp({ create: { width: 900, height: 600, channels: 3, background: '#7a6' } })
    .jpeg()
    .toBuffer();
  return photo;
}

async function addPicture(
  { db, files }: Shelf,
  ownerId: Id<'user'>,
  id: Id<'picture'>,
  secret: string,
): Promise<void> {
  const key = (name: string) => `pictures/strangers/${id}/${name}.jpg`;
  const bytes = await aSmallPhoto();
  for (const name of ['master', 'screen', 'thumb']) {
    await files.put(key(name), bytes, 'image/jpeg');
  }
  await db.picture.create({
    data: {
      id,
      ownerId,
      origin: 'UPLOAD',
      status: 'READY',
      fileName: `${secret}.jpg`,
      contentHash: sha256(id),
      receivedBytes: bytes.length,
      widthPx: 900,
      heightPx: 600,
      sharpness: 40,
      perceptualHash: '0123456789abcdef',
      dominantColour: '#77aa66',
      masterKey: key('master'),
      masterBytes: bytes.length,
      renditions: { screen: key('screen'), thumb: key('thumb') },
    },
  });
}

async function addCalendar(
  db: PrismaClient,
  ownerId: Id<'user'>,
  id: Id<'calendar'>,
  document: CalendarDocument & Prisma.InputJsonObject,
): Promise<void> {
  const pictureId = document.cover.slots[0]?.pictureId;
  await db.calendar.create({
    data: {
      id,
      ownerId,
      title: document.title,
      document,
      versions: { create: { id: newId('calendarVersion'), version: 1, document } },
      ...(pictureId
        ? {
            images: {
              create: [-1, 0].map((pageIndex) => ({ pageIndex, slotIndex: 0, pictureId })),
            },
          }
        : {}),
    },
  });
}

type ProofFile = { proofId: Id<'proof'>; sha256: string };

async function addProof(
  { db, files }: Shelf,
  calendarId: Id<'calendar'>,
  proofId: Id<'proof'>,
  kind: 'PROOF' | 'PRINT',
  document: CalendarDocument & Prisma.InputJsonObject,
): Promise<ProofFile> {
  const file = Buffer.from(`%PDF-1.7 ${kind} of ${document.title}`);
  const fileKey = `proofs/${proofId}/file.pdf`;
  await files.put(fileKey, file, 'application/pdf');
  await db.proof.create({
    data: {
      id: proofId,
      calendarId,
      kind,
      status: 'READY',
      contentHash: sha256(proofId),
      calendarVersion: 1,
      document,
      entries: [],
      pagesDone: 3,
      pageCount: 3,
      fileKey,
      fileSha256: sha256(file),
      fileBytes: file.length,
      preflight: { verdict: 'pass', findings: [] },
      readyAt: new Date(),
    },
  });
  return { proofId, sha256: sha256(file) };
}

async function addOrder(
  db: PrismaClient,
  ownerId: Id<'user'>,
  things: Things,
  order: {
    id: Id<'order'>;
    isPaid: boolean;
    document: CalendarDocument & Prisma.InputJsonObject;
    print: ProofFile;
    secret: string;
  },
): Promise<void> {
  const { id, isPaid, document, print, secret } = order;
  const now = new Date();
  await db.order.create({
    data: {
      id,
      number: `S-${id.slice(-10)}`,
      ownerId,
      status: isPaid ? 'PAID' : 'AWAITING_PAYMENT',
      currency: 'EUR',
      itemsMinor: 3000,
      deliveryMinor: 500,
      taxMinor: 500,
      taxBasisPoints: 1900,
      totalMinor: 3500,
      address: {
        recipient: secret,
        phone: '+4930123456',
        line1: secret,
        line2: '',
        city: 'Berlin',
        postalCode: '10115',
        region: '',
        country: 'DE',
      },
      country: 'DE',
      contactEmail: 'stranger@example.com',
      locale: 'en',
      arrivesFrom: now,
      arrivesTo: now,
      requestKey: crypto.randomUUID(),
      requestHash: sha256(id),
      paidAt: isPaid ? now : null,
      events: { create: { id: newId('orderEvent'), kind: 'placed' } },
      items: {
        create: {
          id: isPaid ? things.orderItem : newId('orderItem'),
          calendarId: things.calendar,
          productId: things.product,
          proofId: print.proofId,
          quantity: 1,
          unitMinor: 3000,
          totalMinor: 3000,
          title: document.title,
          formatId: document.formatId,
          fromMonth: document.from,
          monthCount: document.monthCount,
          document,
          fileSha256: print.sha256,
          preflight: { verdict: 'pass', findings: [] },
        },
      },
      payments: {
        create: {
          id: newId('payment'),
          purpose: 'ORDER',
          ownerId,
          provider: 'STRIPE',
          // The unpaid order's attempt is over, so that asking about it calls nobody.
          status: isPaid ? 'PAID' : 'EXPIRED',
          currency: 'EUR',
          amountMinor: 3500,
          requestKey: crypto.randomUUID(),
          expiresAt: now,
          settledAt: now,
          ...(isPaid
            ? {
                refunds: {
                  create: {
                    id: things.failedRefund,
                    status: 'FAILED',
                    amountMinor: 100,
                    reason: 'strangers',
                    idempotencyKey: crypto.randomUUID(),
                    failureCode: 'refund.failed',
                  },
                },
              }
            : {}),
        },
      },
    },
  });
}

/** Things of the shop that staff changes; not for sale and long past, so that no other test meets them. */
async function addForStaff(db: PrismaClient, things: Things, ownerId: Id<'user'>): Promise<void> {
  await db.product.create({
    data: {
      id: things.hiddenProduct,
      slug: `strangers-${things.hiddenProduct.slice(-12)}`,
      formatId: 'wall-a3-portrait',
      paper: 'matt-250',
      binding: 'wire-o',
      weightG: 400,
      isActive: false,
      names: { en: 'Hidden', uk: 'Hidden' },
      descriptions: { en: '', uk: '' },
    },
  });
  await db.holiday.create({
    data: {
      id: things.holiday,
      country: 'AD',
      action: 'ADD',
      date: new Date('1950-01-03'),
      names: { en: 'Long past' },
      kind: 'OBSERVANCE',
      reason: 'strangers',
      createdById: ownerId,
    },
  });
}
