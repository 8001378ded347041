import { afterAll, beforeAll } from 'vitest';
import { receiveUpdate } from '@/lib/bot/receive-update';
import { assert } from '@/lib/core/assert';
import type { Clock } from '@/lib/core/clock';
import type { Id } from '@/lib/core/ids';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import { handleRefundSubmit } from '@/lib/jobs/handlers/refund-submit';
import { handleWebhookProcess } from '@/lib/jobs/handlers/webhook-process';
import { BotClient } from '@/lib/providers/telegram/telegram-bot';
import { TelegramGateway } from '@/lib/providers/telegram/telegram-gateway';
import {
  SANDBOX_TELEGRAM_NAME,
  SANDBOX_TELEGRAM_SECRET,
  SANDBOX_TELEGRAM_TOKEN,
} from '@/lib/sandbox/keys';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';
import { payInvoice } from '@/lib/sandbox/telegram/actions';
import { type Person, personById } from '@/lib/sandbox/telegram/world';
import { seedStars } from '@/lib/stars/seed-stars';
import { startStarPurchase } from '@/lib/stars/start-star-purchase';
import { useDatabase } from '../../support/database';
import { nextKey } from '../orders/shop';

/** One update on its way from Telegram to us. */
export type Waiting = { body: string };

let crowd = 900_000_000;

/** Somebody at Telegram whom nobody knows yet. */
export function aTelegramPerson(): Person {
  crowd += 1;
  const person = personById(crowd);
  assert(person, 'the crowd has no end');
  return person;
}

/**
 * Call at the top of a test file: a database with packs, and the sandbox's Telegram. Questions before a payment are
 * answered at once, as Telegram waits for them; every other update waits in `updates` until the test hands it over.
 */
export function openBotShop() {
  const test = useDatabase();
  const shop = { sandbox: undefined as unknown as Sandbox, offsetMs: 0 };
  const updates: Waiting[] = [];
  const clock: Clock = { now: () => new Date(Date.now() + shop.offsetMs) };
  const options = () => ({
    token: SANDBOX_TELEGRAM_TOKEN,
    name: SANDBOX_TELEGRAM_NAME,
    webhookSecret: SANDBOX_TELEGRAM_SECRET,
    apiUrl: shop.sandbox.url,
    chatUrl: `${shop.sandbox.url}/telegram/open`,
  });
  const parts = () => ({
    clock,
    providers: {
      telegram: new BotClient(options()),
      tills: { TELEGRAM: new TelegramGateway({ ...options(), now: () => clock.now() }) },
    },
  });
  const system = (): Ctx => test.ctx(undefined, parts());
  const world = () => shop.sandbox.telegram.world;

  beforeAll(async () => {
    await seedStars(test.db);
    shop.sandbox = await startSandbox({
      port: 0,
      smtpPort: 0,
      appUrl: 'http://127.0.0.1:3000',
      dataDir: test.filesDir,
      webhookUrl: null,
      telegramWebhookUrl: null,
    });
    // Thousands of payments in one file, each kept on disk, would be a test of the disk.
    world().file.save = async () => undefined;
    world().post = async (body, secret) => {
      if (!body.includes('"pre_checkout_query"')) {
        updates.push({ body });
        return true;
      }
      return receiveUpdate(system(), body, secret).then(
        () => true,
        () => false,
      );
    };
  });
  afterAll(() => shop.sandbox.close());

  const hand = (update: Waiting, secret: string | null = SANDBOX_TELEGRAM_SECRET) =>
    receiveUpdate(system(), update.body, secret);

  /**
   * Works off what waits, as the worker does: what fails now is left for later.
   * @param only a payload of one payment; everything without it
   * @returns failures
   */
  async function work(only = ''): Promise<unknown[]> {
    const events = await test.db.webhookEvent.findMany({
      where: { processedAt: null, body: { contains: only } },
      select: { id: true },
    });
    const refunds = await test.db.refund.findMany({
      where: { status: 'REQUESTED', payment: { externalId: { startsWith: only } } },
      select: { id: true },
    });
    const done = await Promise.allSettled([
      ...events.map(({ id }) =>
        handleWebhookProcess(system(), { webhookEventId: id as Id<'webhookEvent'> }),
      ),
      ...refunds.map(({ id }) => handleRefundSubmit(system(), { refundId: id as Id<'refund'> })),
    ]);
    return done.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  }

  /** Everything that is on its way arrives and is worked off. */
  async function arrive(): Promise<void> {
    await settleUpdates(world);
    for (const update of updates.splice(0)) await hand(update);
    for (let round = 0; round < 3; round += 1) await work();
  }

  async function customer(telegram?: Person): Promise<PersonCtx> {
    const { actor, userId } = await test.person('CUSTOMER');
    if (telegram) {
      await test.db.linkedAccount.create({
        data: {
          id: `lnk_${userId.slice(4)}`,
          userId,
          provider: 'TELEGRAM',
          externalId: String(telegram.id),
          chatOpenAt: new Date(),
        },
      });
    }
    return test.ctx(actor, parts()) as PersonCtx;
  }

  async function aWish(slug = 'stars-50') {
    const pack = await test.db.starPack.findUniqueOrThrow({
      where: { slug },
      include: { prices: true },
    });
    const price = pack.prices.find(({ currency }) => currency === 'XTR');
    assert(price, 'the pack is sold in Telegram');
    return {
      packId: pack.id as Id<'starPack'>,
      currency: 'XTR' as const,
      expectedAmountMinor: price.amountMinor,
      requestKey: nextKey(),
      locale: 'en' as const,
      returnTo: null,
    };
  }

  /** An open purchase with the invoice that its link leads to. */
  async function aPurchase(ctx: PersonCtx, slug?: string) {
    const { purchaseId, redirectUrl } = await startStarPurchase(ctx, await aWish(slug));
    const invoice = world().file.value.invoices[redirectUrl?.split('/').at(-1) ?? ''];
    assert(invoice, 'the invoice is open');
    const purchase = await test.db.starPurchase.findUniqueOrThrow({ where: { id: purchaseId } });
    return { purchaseId, paymentId: purchase.paymentId, stars: purchase.stars, invoice };
  }

  const pay = (invoice: Parameters<typeof payInvoice>[1], person: Person) =>
    payInvoice(world(), invoice, person);
  const balanceOf = async (ctx: PersonCtx) =>
    (await test.db.starAccount.findUnique({ where: { userId: ctx.actor.userId } }))?.balance ?? 0;
  /** A minute goes by: the next yes may be given. */
  const aMinutePasses = () =>
    test.db.rateLimit.deleteMany({ where: { key: { startsWith: 'telegram-pre-checkout' } } });

  return {
    test,
    shop,
    updates,
    system,
    world,
    hand,
    work,
    arrive,
    customer,
    aWish,
    aPurchase,
    pay,
    balanceOf,
    aMinutePasses,
  };
}

async function settleUpdates(world: () => Sandbox['telegram']['world']): Promise<void> {
  const { deliveries } = world().file.value;
  while (deliveries.length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
}
