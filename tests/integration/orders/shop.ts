import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PgBoss } from 'pg-boss';
import { contentHash } from '@/lib/calendars/content-hash';
import { type CalendarDocument, emptyPage } from '@/lib/calendars/document';
import { loadCorrections } from '@/lib/calendars/holiday-corrections';
import { periodOf } from '@/lib/calendars/period';
import { printedContent } from '@/lib/calendars/printed-content';
import { readDocument } from '@/lib/calendars/read-document';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import type { YearMonth } from '@/lib/core/plain-date';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { handlePaymentSettle } from '@/lib/jobs/handlers/payment-settle';
import { handleRefundSubmit } from '@/lib/jobs/handlers/refund-submit';
import { handleWebhookProcess } from '@/lib/jobs/handlers/webhook-process';
import { JOBS } from '@/lib/jobs/jobs';
import { addToCart } from '@/lib/orders/add-to-cart';
import { placeOrder } from '@/lib/orders/place-order';
import { quoteCart } from '@/lib/orders/quote-cart';
import type { PlaceOrderInput } from '@/lib/orders/schema';
import { receivePaymentEvent } from '@/lib/payments/receive-payment-event';
import { StripeGateway } from '@/lib/providers/stripe/stripe-gateway';
import { SANDBOX_STRIPE_KEY, SANDBOX_STRIPE_WEBHOOK_SECRET } from '@/lib/sandbox/keys';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';
import type { TestDatabase } from '@/tests/support/database';
import { aSlot, slotsOf } from '../../support/documents';

export const KYIV_ADDRESS: PlaceOrderInput['parcels'][number]['address'] = {
  recipient: 'Олена Коваль',
  phone: '067 123 45 67',
  line1: 'вул. Хрещатик, 1',
  line2: '',
  city: 'Київ',
  postalCode: '01001',
  region: '',
  country: 'UA',
};

export const nextKey = () => crypto.randomUUID();

/** A real HTTP stand-in for Stripe, and a real HTTP edge that takes its webhooks in. */
export type Till = {
  sandbox: Sandbox;
  gateway: StripeGateway;
  /** Statuses that the webhook edge answered with. */
  answers: number[];
  close(): Promise<void>;
};

/** @param systemCtx made late, because the database exists only once the test runs */
export async function openTill(dataDir: string, systemCtx: () => Ctx): Promise<Till> {
  const answers: number[] = [];
  const edge = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const signature = request.headers['stripe-signature'];
    let status = 200;
    try {
      const raw = Buffer.concat(chunks).toString('utf8');
      await receivePaymentEvent(
        systemCtx(),
        'STRIPE',
        raw,
        typeof signature === 'string' ? signature : null,
      );
    } catch (error) {
      status = error instanceof DomainError && error.code === 'webhook.bad_signature' ? 400 : 500;
    }
    answers.push(status);
    response.writeHead(status).end();
  });
  await listen(edge);
  const webhookUrl = `http://127.0.0.1:${(edge.address() as AddressInfo).port}/`;
  const sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    appUrl: 'http://127.0.0.1:3000',
    dataDir,
    webhookUrl,
  });
  const gateway = new StripeGateway({
    secretKey: SANDBOX_STRIPE_KEY,
    webhookSecret: SANDBOX_STRIPE_WEBHOOK_SECRET,
    baseUrl: sandbox.url,
  });
  return {
    sandbox,
    gateway,
    answers,
    async close() {
      await sandbox.close();
      await new Promise((resolve) => edge.close(resolve));
    },
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

/** The customer presses a button of the hosted pay page. */
export async function press(redirectUrl: string, outcome: 'pay' | 'decline' | 'back' = 'pay') {
  const response = await fetch(redirectUrl, {
    method: 'POST',
    body: new URLSearchParams({ outcome }),
    redirect: 'manual',
  });
  return { status: response.status, location: response.headers.get('location') };
}

const MONEY_JOBS = ['webhook.process', 'payment.settle', 'refund.submit'] as const;

/** A reader of the queue that neither plans nor supervises: the test decides what runs when. */
export async function startQueueReader(test: TestDatabase): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: test.url,
    max: 2,
    supervise: false,
    schedule: false,
    migrate: false,
    createSchema: false,
  });
  boss.on('error', (error) => test.log.error('queue reader', error));
  return boss.start();
}

/** Works off the queued jobs about money, as the worker does, until none is left. @returns how many ran */
export async function drainJobs(test: TestDatabase, ctx: Ctx): Promise<number> {
  const boss = await startQueueReader(test);
  try {
    return await drainWith(boss, ctx, () => 0.5);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/**
 * The same with a reader that stays open, each batch in an order that `random` (0 to 1) decides.
 * @param atOnce how many jobs run beside each other
 */
export async function drainWith(
  boss: PgBoss,
  ctx: Ctx,
  random: () => number,
  atOnce = 1,
): Promise<number> {
  for (let ran = 0; ; ) {
    const jobs: { name: (typeof MONEY_JOBS)[number]; id: string; data: unknown; rank: number }[] =
      [];
    for (const name of MONEY_JOBS) {
      for (const { id, data } of await boss.fetch<unknown>(name, { batchSize: 50 })) {
        jobs.push({ name, id, data, rank: random() });
      }
    }
    if (jobs.length === 0) return ran;
    jobs.sort((a, b) => a.rank - b.rank);
    while (jobs.length > 0) {
      const now = jobs.splice(0, atOnce);
      const results = await Promise.allSettled(now.map((job) => runJob(ctx, job)));
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
      for (const { name, id } of now) await boss.complete(name, id);
      ran += now.length;
    }
  }
}

export async function runJob(
  ctx: Ctx,
  job: { name: (typeof MONEY_JOBS)[number]; data: unknown },
): Promise<void> {
  switch (job.name) {
    case 'webhook.process':
      return handleWebhookProcess(ctx, JOBS['webhook.process'].payload.parse(job.data));
    case 'payment.settle':
      return handlePaymentSettle(ctx, JOBS['payment.settle'].payload.parse(job.data));
    case 'refund.submit':
      return handleRefundSubmit(ctx, JOBS['refund.submit'].payload.parse(job.data));
  }
}

/** A calendar with one photo on its cover and first month, and the approved print file of it. */
export async function anApprovedCalendar(
  test: TestDatabase,
  owner: PersonCtx,
  parts: { from?: string; monthCount?: number; verdict?: 'pass' | 'warn' | 'blocked' } = {},
): Promise<{
  calendarId: Id<'calendar'>;
  proofId: Id<'proof'>;
  pictureId: Id<'picture'>;
  document: CalendarDocument;
  file: Buffer;
}> {
  const ownerId = owner.actor.userId;
  const pictureId = newId('picture');
  await test.db.picture.create({
    data: {
      id: pictureId,
      ownerId,
      origin: 'UPLOAD',
      status: 'READY',
      fileName: 'photo.jpg',
      contentHash: createHash('sha256').update(pictureId).digest('hex'),
      receivedBytes: 1000,
      widthPx: 4000,
      heightPx: 3000,
      masterKey: `pictures/${pictureId}`,
      masterBytes: 1000,
    },
  });
  const document = aDocument(pictureId, parts);
  const calendarId = newId('calendar');
  const content = await printedContent(owner, { ownerId }, document, await loadCorrections(owner));
  const proofId = newId('proof');
  const file = Buffer.from(`%PDF-1.7 print file of ${calendarId}`);
  const fileKey = `proofs/${proofId}.pdf`;
  await owner.providers.files.put(fileKey, file, 'application/pdf');
  await test.db.calendar.create({
    data: {
      id: calendarId,
      ownerId,
      title: document.title,
      document: document as unknown as Prisma.InputJsonObject,
    },
  });
  await test.db.proof.create({
    data: {
      id: proofId,
      calendarId,
      kind: 'PRINT',
      status: 'READY',
      contentHash: contentHash(content),
      calendarVersion: 1,
      document: document as unknown as Prisma.InputJsonObject,
      entries: content.entries as unknown as Prisma.InputJsonArray,
      pageCount: document.monthCount + 1,
      fileKey,
      fileSha256: createHash('sha256').update(file).digest('hex'),
      fileBytes: file.length,
      preflight: { verdict: parts.verdict ?? 'pass', findings: [] },
      readyAt: new Date(),
    },
  });
  return { calendarId, proofId, pictureId, document, file };
}

export function aDocument(
  pictureId: Id<'picture'>,
  parts: { from?: string; monthCount?: number },
): CalendarDocument {
  const monthCount = parts.monthCount ?? 12;
  const slots = slotsOf(aSlot(pictureId));
  return {
    schemaVersion: 2,
    title: 'Наш рік',
    subtitle: '',
    formatId: 'wall-a3-portrait',
    from: (parts.from ?? '2027-09') as YearMonth,
    monthCount,
    language: 'uk',
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
    holidaySets: [{ country: 'UA', region: null }],
    hiddenHolidays: [],
    shownHolidays: [],
    dates: [],
    cover: { ...emptyPage(), slots },
    pages: Array.from({ length: monthCount }, (_, index) =>
      index === 0 ? { ...emptyPage(), slots } : emptyPage(),
    ),
  };
}

export async function productOf(test: TestDatabase, slug = 'wall-a3-portrait-matt') {
  const { id } = await test.db.product.findUniqueOrThrow({ where: { slug } });
  return id as Id<'product'>;
}

type ParcelWish = Partial<PlaceOrderInput['parcels'][number]>;

/** All printed things of the cart in one parcel to Kyiv, unless `parts` says otherwise. */
export async function aParcel(ctx: PersonCtx, parts: ParcelWish = {}) {
  const items = await ctx.db.cartItem.findMany({
    where: { ownerId: ctx.actor.userId, product: { kind: 'PRINTED' } },
  });
  return {
    address: KYIV_ADDRESS,
    method: 'post',
    pickupPoint: null,
    isGift: false,
    giftNote: '',
    items: items.map(({ id, quantity }) => ({ cartItemId: id as Id<'cartItem'>, quantity })),
    ...parts,
  } satisfies PlaceOrderInput['parcels'][number];
}

/** What the checkout page sends for the person's cart as it is now. */
export async function aWish(
  ctx: PersonCtx,
  parts: Partial<PlaceOrderInput> = {},
): Promise<PlaceOrderInput> {
  const items = await ctx.db.cartItem.findMany({
    where: { ownerId: ctx.actor.userId },
    include: { proof: true, product: true },
  });
  const hasPrinted = items.some(({ product }) => product.kind === 'PRINTED');
  const wish = {
    requestKey: nextKey(),
    contactEmail: 'olena@example.com',
    currency: 'UAH',
    locale: 'uk',
    till: 'STRIPE',
    parcels: hasPrinted ? [await aParcel(ctx)] : [],
    country: null,
    promoCode: null,
    certificateCodes: [],
    confirmed: items.map((item) => {
      const document = readDocument(item.proof?.document);
      const { first, last } = periodOf(document);
      return { cartItemId: item.id as Id<'cartItem'>, first, last };
    }),
    ...parts,
  } satisfies Omit<PlaceOrderInput, 'expectedDueMinor'>;
  return { expectedDueMinor: (await quoteOf(ctx, wish)).due.amountMinor, ...wish };
}

/** The price that the checkout page shows for a wish. */
export function quoteOf(ctx: PersonCtx, wish: Omit<PlaceOrderInput, 'expectedDueMinor'>) {
  return quoteCart(ctx, {
    currency: wish.currency,
    country: wish.country,
    promoCode: wish.promoCode,
    certificateCodes: wish.certificateCodes,
    parcels: wish.parcels.map(({ address, method, isGift, items }) => ({
      country: address.country,
      method,
      isGift,
      items,
    })),
  });
}

/** Cart filled and order placed; the pay page is open. */
export async function aPlacedOrder(
  test: TestDatabase,
  ctx: PersonCtx,
): Promise<{ orderId: Id<'order'>; redirectUrl: string }> {
  const { calendarId, proofId } = await anApprovedCalendar(test, ctx);
  await addToCart(ctx, { calendarId, proofId, productId: await productOf(test), quantity: 2 });
  const { orderId, redirectUrl } = await placeOrder(ctx, await aWish(ctx));
  if (!redirectUrl) throw new Error('the pay page opens');
  return { orderId, redirectUrl };
}

/**
 * What must hold for money whatever happened: one fulfilment for each paid order, all other money given back, the
 * books of the order and of the provider equal.
 */
export async function moneyProblems(
  test: TestDatabase,
  gateway: StripeGateway,
  orderId?: string,
): Promise<string[]> {
  const problems: string[] = [];
  const orders = await test.db.order.findMany({
    where: orderId ? { id: orderId } : {},
    include: {
      payments: { include: { refunds: true } },
      events: true,
      certificateEntries: true,
      promoUse: true,
    },
  });
  for (const order of orders) {
    const say = (text: string) => problems.push(`${order.number} (${order.status}): ${text}`);
    const fulfilled = order.events.filter(({ toStatus }) => toStatus === 'PAID').length;
    if (fulfilled > 1) say(`fulfilled ${fulfilled} times`);
    if ((order.paidAt !== null) !== (fulfilled === 1)) say('paidAt and history differ');
    const mails = await test.db.outboxMessage.count({
      where: { dedupeKey: { startsWith: `order:${order.id}:order-confirmed` } },
    });
    if (mails !== fulfilled) say(`${mails} confirmations for ${fulfilled} fulfilments`);
    const told = (kind: string, key: string) =>
      order.events
        .filter((event) => event.kind === kind)
        .map((event) => (event.data as Record<string, unknown>)[key])
        .sort();
    const succeeded = order.payments
      .flatMap(({ refunds }) => refunds)
      .filter(({ status }) => status === 'SUCCEEDED')
      .map(({ id }) => id);
    const refunded = told('refunded', 'refundId');
    if (new Set(refunded).size !== refunded.length) say('a refund is told twice');
    if (!succeeded.every((id) => refunded.includes(id))) say('a refund is not told');
    const surplus = told('surplus_payment', 'paymentId');
    if (new Set(surplus).size !== surplus.length) say('a surplus payment is told twice');
    let kept = 0;
    for (const payment of order.payments) {
      const live = payment.refunds.filter(({ status }) => status !== 'FAILED');
      const sum = live.reduce((total, { amountMinor }) => total + amountMinor, 0);
      if (sum !== payment.refundedMinor) say(`refunds ${sum}, books ${payment.refundedMinor}`);
      if (sum > payment.amountMinor) say('more given back than paid');
      if (live.some(({ status }) => status === 'REQUESTED')) say('a refund is still open');
      const truth = payment.externalId ? await gateway.readCheckout(payment.externalId) : null;
      const isPaid = truth?.state === 'paid';
      if (isPaid && payment.status !== 'PAID' && payment.quarantineReason === null) {
        say(`Stripe has money for payment ${payment.status}`);
      }
      if (!isPaid && payment.status === 'PAID') say('paid here, not at Stripe');
      if (truth?.state === 'open' && order.status !== 'AWAITING_PAYMENT') {
        say('a pay page is still open');
      }
      if (payment.status === 'PAID') kept += payment.amountMinor - payment.refundedMinor;
    }
    const spent = order.certificateEntries.reduce((sum, entry) => sum - entry.amountMinor, 0);
    if (spent < 0 || spent > order.certificateMinor) say(`took ${spent} off certificates`);
    if (order.status === 'CANCELLED' || order.status === 'EXPIRED') {
      if (spent !== 0) say(`keeps ${spent} of certificates of an order that is over`);
      if (order.promoUse?.releasedAt === null) say('keeps the use of a promo code');
      if (kept !== 0) say(`keeps ${kept} of an order that is over`);
    } else if (
      fulfilled === 1 &&
      kept !== order.totalMinor - order.certificateMinor - givenByStaff(order)
    )
      say(`keeps ${kept}, not the total`);
    else if (fulfilled === 0 && kept !== 0) say(`keeps ${kept} without fulfilling`);
  }
  return problems;
}

/** What staff gave back of an order that goes on. */
function givenByStaff(order: {
  payments: { refunds: { status: string; actorId: string | null; amountMinor: number }[] }[];
}): number {
  return order.payments
    .flatMap(({ refunds }) => refunds)
    .filter(({ status, actorId }) => status !== 'FAILED' && actorId !== null)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
