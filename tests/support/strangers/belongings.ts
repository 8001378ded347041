import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { type CalendarDocument, emptyPage } from '@/lib/calendars/document';
import { type Id, type IdKind, newId } from '@/lib/core/ids';
import type { YearMonth } from '@/lib/core/plain-date';
import type { Prisma, PrismaClient } from '@/lib/db/generated/client';
import type { FileStore } from '@/lib/providers/ports/file-store';
import { LORA_CONSENT_VERSION } from '@/lib/studio/consent-text';
import { aSlot, slotsOf, UNMARKED } from '../documents';
import { addChoices } from './account-things';
import { addShipments } from './delivery-things';
import { addGifts } from './gift-things';
import { addPrintThings } from './print-things';
import { addTillThings } from './till-things';

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
  savedAddress: 'savedAddress',
  order: 'order',
  paidOrder: 'order',
  orderItem: 'orderItem',
  fileItem: 'orderItem',
  failedRefund: 'refund',
  claim: 'claim',
  claimPicture: 'picture',
  printHouse: 'printHouse',
  printJob: 'printJob',
  lostPrintJob: 'printJob',
  parcel: 'parcel',
  waybill: 'shipment',
  shipment: 'shipment',
  product: 'product',
  hiddenProduct: 'product',
  hiddenPack: 'starPack',
  starPurchase: 'starPurchase',
  linkedAccount: 'linkedAccount',
  certificate: 'certificate',
  promoCode: 'promoCode',
  account: 'user',
  holiday: 'holiday',
  upscale: 'upscale',
  loraModel: 'loraModel',
  training: 'training',
  pictureModel: 'baseModel',
  studioModel: 'loraModel',
  job: 'job',
  generation: 'generation',
  promptTheme: 'promptTheme',
  promptSeed: 'promptSeed',
  loginSession: 'loginSession',
  outboxMessage: 'outboxMessage',
  setAsidePayment: 'payment',
  finding: 'finding',
  dispute: 'dispute',
  webhookEvent: 'webhookEvent',
  dataExport: 'dataExport',
  savedFilter: 'savedFilter',
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
  const painter = await db.baseModel.findUniqueOrThrow({ where: { slug: 'flux-lora' } });
  const things = {
    ...absentThings(),
    pictureModel: painter.id as Id<'baseModel'>,
    product: product.id as Id<'product'>,
    account: ownerId,
  };
  await addPicture({ db, files }, ownerId, things.picture, secret);
  await addPicture({ db, files }, ownerId, things.loosePicture, secret);
  const upscaler = await db.baseModel.findUniqueOrThrow({ where: { slug: 'aura-sr' } });
  const madePicture = newId('picture');
  await addPicture({ db, files }, ownerId, madePicture, secret);
  await db.picture.update({ where: { id: madePicture }, data: { origin: 'GENERATION' } });
  await db.upscale.create({
    data: {
      id: things.upscale,
      ownerId,
      pictureId: madePicture,
      baseModelId: upscaler.id,
      status: 'FAILED',
      errorCode: 'model.failed',
      factor: 4,
      fromWidthPx: 640,
      fromHeightPx: 480,
      stars: 0,
    },
  });
  const exported = await files.put(
    `exports/${things.dataExport}.zip`,
    Buffer.from(secret),
    'application/zip',
  );
  await db.dataExport.create({
    data: {
      id: things.dataExport,
      userId: ownerId,
      status: 'READY',
      fileKey: `exports/${things.dataExport}.zip`,
      fileBytes: exported.bytes,
      readyAt: new Date(),
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  await db.outboxMessage.create({
    data: {
      id: things.outboxMessage,
      dedupeKey: things.outboxMessage,
      channel: 'MAIL',
      recipient: `${things.outboxMessage}@example.com`,
      template: 'password-changed',
      locale: 'en',
      data: { resetUrl: 'https://twelvefold.example/forgot-password' },
      userId: ownerId,
      status: 'FAILED',
      lastError: secret,
    },
  });
  await db.savedAddress.create({
    data: {
      id: things.savedAddress,
      ownerId,
      label: secret,
      address: {
        recipient: 'Owner',
        phone: '+4930123456',
        line1: 'Street 1',
        line2: '',
        city: 'Berlin',
        postalCode: '10115',
        region: '',
        country: 'DE',
      },
    },
  });
  await addPromptTheme(db, things, secret);
  await addJob({ db, files }, ownerId, things, secret);
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
  // The clean file of what was approved, for who has bought it.
  await addProof(
    { db, files },
    things.calendar,
    newId('proof'),
    'DIGITAL',
    document,
    sha256(things.printProof),
  );
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
  await addShipments(db, things);
  await addTillThings(db, things, ownerId);
  await addPicture({ db, files }, ownerId, things.claimPicture, secret);
  await addPrintThings(db, things, ownerId, secret);
  await addForStaff(db, things, ownerId);
  await addStars(db, things, ownerId);
  await addChoices(db, things, ownerId, secret);
  await addGifts(db, things, ownerId, secret);
  await addLora({ db, files }, things, ownerId, secret);
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
      starAccount: { include: { transactions: { orderBy: { position: 'asc' } } } },
      starPurchases: {
        orderBy: { id: 'asc' },
        include: { payment: { include: { refunds: { orderBy: { id: 'asc' } } } } },
      },
      upscales: { orderBy: { id: 'asc' } },
      consents: { orderBy: { id: 'asc' } },
      loraModels: {
        orderBy: { id: 'asc' },
        include: { trainings: { orderBy: { id: 'asc' }, include: { pictures: true } } },
      },
      jobs: { orderBy: { id: 'asc' }, include: { tasks: { orderBy: { position: 'asc' } } } },
      generations: { orderBy: { id: 'asc' } },
      eventDates: { orderBy: { id: 'asc' } },
      dateInvites: { orderBy: { id: 'asc' } },
      pictures: { orderBy: { id: 'asc' } },
      cartItems: { orderBy: { id: 'asc' } },
      savedAddresses: { orderBy: { id: 'asc' } },
      checkoutDraft: true,
      linkedAccounts: { orderBy: { id: 'asc' } },
      certificates: {
        orderBy: { id: 'asc' },
        include: {
          entries: { orderBy: { id: 'asc' } },
          payment: { include: { refunds: { orderBy: { id: 'asc' } } } },
        },
      },
      promoUses: { orderBy: { id: 'asc' } },
      preferences: { orderBy: [{ kind: 'asc' }, { channel: 'asc' }] },
      messages: { orderBy: { id: 'asc' }, select: { id: true, status: true } },
      codes: { orderBy: { id: 'asc' }, select: { id: true } },
      secondFactor: { select: { confirmedAt: true } },
      staffRoles: true,
      savedFilters: { orderBy: { id: 'asc' } },
      dataExports: { orderBy: { id: 'asc' } },
      erasures: { orderBy: { id: 'asc' } },
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
          parcels: { orderBy: { position: 'asc' } },
          shipments: true,
          claims: { orderBy: { id: 'asc' } },
          printJobs: { orderBy: { id: 'asc' } },
          payments: {
            orderBy: { id: 'asc' },
            include: {
              refunds: { orderBy: { id: 'asc' } },
              disputes: { orderBy: { id: 'asc' } },
            },
          },
        },
      },
    },
  });
  // Seeds are larger than what JSON knows as a number.
  const plain = (_key: string, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value;
  return JSON.stringify({ ...owner, openSessions: _count.loginSessions }, plain, 1);
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
  kind: 'PROOF' | 'PRINT' | 'DIGITAL',
  document: CalendarDocument & Prisma.InputJsonObject,
  contentHash = sha256(proofId),
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
      contentHash,
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
  const file = await db.product.findUniqueOrThrow({ where: { slug: 'pdf-edition' } });
  const item = {
    calendarId: things.calendar,
    proofId: print.proofId,
    quantity: 1,
    unitMinor: 1500,
    totalMinor: 1500,
    title: document.title,
    formatId: document.formatId,
    fromMonth: document.from,
    monthCount: document.monthCount,
    document,
    fileSha256: print.sha256,
    preflight: { verdict: 'pass', findings: [] },
  };
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
      totalMinor: 3500,
      country: 'DE',
      contactEmail: 'stranger@example.com',
      locale: 'en',
      requestKey: crypto.randomUUID(),
      requestHash: sha256(id),
      paidAt: isPaid ? now : null,
      events: { create: { id: newId('orderEvent'), kind: 'placed' } },
      parcels: {
        create: {
          id: isPaid ? things.parcel : newId('parcel'),
          position: 1,
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
          deliveryMinor: 500,
          taxMinor: 400,
          taxBasisPoints: 1900,
          arrivesFrom: now,
          arrivesTo: now,
          items: {
            create: {
              ...item,
              id: isPaid ? things.orderItem : newId('orderItem'),
              orderId: id,
              productId: things.product,
            },
          },
        },
      },
      items: {
        create: {
          ...item,
          id: isPaid ? things.fileItem : newId('orderItem'),
          productId: file.id,
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

/** A pack that they bought, with its stars unspent; not for sale, so that no other test meets it. */
/** A learned face, and a set of one month that was painted with it. */
async function addJob(
  { db, files }: Shelf,
  ownerId: Id<'user'>,
  things: Things,
  secret: string,
): Promise<void> {
  const category = await db.category.findFirstOrThrow({ where: { type: 'PORTRAIT' } });
  await db.loraModel.create({
    data: {
      id: things.studioModel,
      ownerId,
      type: 'PORTRAIT',
      categoryId: category.id,
      name: secret,
      triggerWord: `t${things.studioModel.slice(-12)}`,
      status: 'READY',
      weightsKey: `lora-weights/${things.studioModel}.safetensors`,
      weightsBytes: 1,
    },
  });
  const settings = {
    kind: 'MONTH_SET',
    formatId: 'wall-a3-portrait',
    layoutId: 'photo-above',
    hemisphere: 'north',
    place: '',
    outfit: '',
    style: null,
  };
  const taskId = newId('jobTask');
  await db.job.create({
    data: {
      id: things.job,
      ownerId,
      kind: 'MONTH_SET',
      status: 'COMPLETED',
      loraModelId: things.studioModel,
      baseModelId: things.pictureModel,
      candidates: 1,
      settings,
      starsTotal: 0,
      requestKey: crypto.randomUUID(),
      tasks: { create: { id: taskId, position: 0, month: 1, status: 'COMPLETED' } },
    },
  });
  const pictureId = newId('picture');
  await addPicture({ db, files }, ownerId, pictureId, secret);
  await db.picture.update({ where: { id: pictureId }, data: { origin: 'GENERATION' } });
  await db.generation.create({
    data: {
      id: things.generation,
      ownerId,
      purpose: 'CUSTOMER',
      status: 'COMPLETED',
      jobId: things.job,
      jobTaskId: taskId,
      prompt: secret,
      baseModelId: things.pictureModel,
      widthPx: 896,
      heightPx: 608,
      steps: 28,
      guidance: 3.5,
      seed: 7,
      stars: 0,
      pictureId,
    },
  });
}

async function addStars(db: PrismaClient, things: Things, ownerId: Id<'user'>): Promise<void> {
  const paymentId = newId('payment');
  const requestKey = crypto.randomUUID();
  const price = { currency: 'EUR', amountMinor: 350 };
  const now = new Date();
  await db.starPack.create({
    data: {
      id: things.hiddenPack,
      slug: `strangers-${things.hiddenPack.slice(-12)}`,
      stars: 50,
      isActive: false,
      prices: { create: price },
    },
  });
  await db.payment.create({
    data: {
      id: paymentId,
      purpose: 'STARS',
      ownerId,
      provider: 'STRIPE',
      status: 'PAID',
      ...price,
      externalPaymentId: `pi_${paymentId}`,
      requestKey,
      expiresAt: now,
      settledAt: now,
    },
  });
  // Two, so that either may go: the last way in may not.
  await db.linkedAccount.createMany({
    data: (['GOOGLE', 'TELEGRAM'] as const).map((provider) => ({
      id: provider === 'GOOGLE' ? things.linkedAccount : newId('linkedAccount'),
      userId: ownerId,
      provider,
      externalId: `${provider}-${ownerId}`,
    })),
  });
  await db.starPurchase.create({
    data: {
      id: things.starPurchase,
      ownerId,
      packId: things.hiddenPack,
      stars: 50,
      ...price,
      paymentId,
      requestKey,
    },
  });
  await db.starAccount.create({ data: { userId: ownerId } });
  await db.starTransaction.create({
    data: {
      id: newId('starTransaction'),
      userId: ownerId,
      entry: 'CREDIT',
      type: 'PURCHASE',
      amount: 50,
      idempotencyKey: `purchase:${things.starPurchase}`,
      subjectId: things.starPurchase,
    },
  });
}

/** A look of theirs that is learned, is theirs alone, and is about to be learned anew. */
async function addLora(
  { db, files }: Shelf,
  things: Things,
  ownerId: Id<'user'>,
  secret: string,
): Promise<void> {
  const { loraModel, training, picture } = things;
  const weightsKey = `lora-weights/${loraModel}/${training}-${crypto.randomUUID()}.safetensors`;
  await files.put(weightsKey, Buffer.from(secret), 'application/octet-stream');
  const consent = { purpose: 'lora', textVersion: LORA_CONSENT_VERSION };
  const { id: consentId } = await db.consent.create({
    data: { id: newId('consent'), userId: ownerId, ...consent },
  });
  await db.loraModel.create({
    data: {
      id: loraModel,
      ownerId,
      type: 'STYLE',
      categoryId: 'painting',
      name: secret,
      description: secret,
      triggerWord: `strangers${loraModel.slice(-20)}`,
      status: 'READY',
      weightsKey,
      weightsBytes: secret.length,
      weightsSha256: sha256(secret),
      photos: [{ pictureId: picture, isKept: false }],
      previewPictureId: picture,
      consentId,
    },
  });
  const trainer = await db.baseModel.findUniqueOrThrow({ where: { slug: 'flux-fast-trainer' } });
  await db.training.create({
    data: {
      id: training,
      loraModelId: loraModel,
      ownerId,
      baseModelId: trainer.id,
      instancePrompt: secret,
      steps: 1000,
      starsSpent: 0,
      requestKey: crypto.randomUUID(),
      pictures: { create: { position: 0, pictureId: picture } },
    },
  });
}

/** A draft of the staff, with a seed. */
async function addPromptTheme(db: PrismaClient, things: Things, secret: string): Promise<void> {
  const model = await db.baseModel.findUniqueOrThrow({ where: { slug: 'flux-lora' } });
  const prompts = Array.from({ length: 12 }, (_, index) => ({
    id: newId('prompt'),
    month: index + 1,
    template: `{subject}, ${secret}`,
  }));
  await db.promptTheme.create({
    data: {
      id: things.promptTheme,
      slug: `strangers-${things.promptTheme.slice(-12)}`,
      names: { en: secret },
      descriptions: { en: secret },
      sortOrder: 10_000,
      prompts: { createMany: { data: prompts } },
    },
  });
  await db.promptSeed.create({
    data: {
      id: things.promptSeed,
      promptId: prompts[0]?.id ?? '',
      baseModelId: model.id,
      seed: 1,
      promptVersion: 1,
    },
  });
}
