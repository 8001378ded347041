import { describe, expect, it } from 'vitest';
import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { surplusCheckout } from '@/lib/core/surplus-checkout';
import { inTransaction } from '@/lib/db/context';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { settlePayment } from '@/lib/payments/settle-payment';
import { takeInCheckout } from '@/lib/payments/take-in-checkout';
import { debitStars } from '@/lib/stars/ledger';
import { listPurchases } from '@/lib/stars/list-purchases';
import { refundStars } from '@/lib/stars/refund-stars';
import { startStarPurchase } from '@/lib/stars/start-star-purchase';
import { nextKey } from '../orders/shop';
import { aTelegramPerson, openBotShop } from './bot-shop';

const {
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
} = openBotShop();

const refused = (code: string) => expect.objectContaining({ code });
const chargesOf = (payload: string) =>
  world().file.value.transactions.filter((row) => row.payload === payload);

describe('stars bought with Telegram Stars', () => {
  it('are credited once, by the books of Telegram, however often and late the news comes', async () => {
    const telegram = aTelegramPerson();
    const ctx = await customer(telegram);
    const { invoice, stars, paymentId } = await aPurchase(ctx);
    expect(await pay(invoice, telegram)).toBeNull();
    expect(await balanceOf(ctx)).toBe(0);
    await arriveUpdates();
    const [news] = updates.splice(0);
    if (!news) throw new Error('Telegram told of the payment');
    for (let copy = 0; copy < 3; copy += 1) await hand(news);
    await Promise.all([work(), work()]);
    expect(await balanceOf(ctx)).toBe(stars);
    const payment = await test.db.payment.findUniqueOrThrow({ where: { id: paymentId } });
    expect(payment).toMatchObject({ status: 'PAID', currency: 'XTR', provider: 'TELEGRAM' });
    expect(payment.externalPaymentId).toMatch(new RegExp(`^${telegram.id}:`));
  });

  it('come by asking when the news is lost', async () => {
    const telegram = aTelegramPerson();
    const ctx = await customer(telegram);
    const { invoice, stars, paymentId } = await aPurchase(ctx);
    await pay(invoice, telegram);
    await arriveUpdates();
    updates.length = 0;
    await settlePayment(system(), paymentId, PURPOSES);
    expect(await balanceOf(ctx)).toBe(stars);
  });

  it('open one invoice for one press, however often it is sent', async () => {
    const ctx = await customer();
    const wish = await aWish();
    const [first, second] = await Promise.all([
      startStarPurchase(ctx, wish),
      startStarPurchase(ctx, wish),
    ]);
    expect(first?.purchaseId).toBe(second?.purchaseId);
    const again = await startStarPurchase(ctx, wish);
    expect(again.purchaseId).toBe(first?.purchaseId);
  });

  it('pay for nothing but star packs: the database refuses it', async () => {
    const { userId } = await test.person();
    const payment = {
      id: newId('payment'),
      purpose: 'CERTIFICATE',
      ownerId: userId,
      provider: 'TELEGRAM' as const,
      status: 'CREATED' as const,
      currency: 'XTR',
      amountMinor: 100,
      requestKey: nextKey(),
      expiresAt: new Date(),
    };
    await expect(test.db.payment.create({ data: payment })).rejects.toThrow('telegram_is_stars');
  });
});

describe('the question before a payment', () => {
  it('is answered no for a paid, an ended, a foreign and an unknown invoice', async () => {
    const telegram = aTelegramPerson();
    const ctx = await customer(telegram);
    const { invoice } = await aPurchase(ctx);
    expect(await pay({ ...invoice, payload: 'pay_nobody:1' }, telegram)).toContain('no longer');
    expect(await pay({ ...invoice, amount: invoice.amount - 1 }, telegram)).toContain('no longer');
    expect(await pay(invoice, aTelegramPerson())).toContain('another account');
    shop.offsetMs = 2 * 3_600_000;
    expect(await pay(invoice, telegram)).toContain('no longer');
    shop.offsetMs = 0;
    expect(await pay(invoice, telegram)).toBeNull();
    await aMinutePasses();
    // The news has not come yet, but Telegram's books say it.
    expect(await pay(invoice, telegram)).toContain('paid already');
    await arrive();
    expect(await pay(invoice, telegram)).toContain('paid already');
    expect(chargesOf(invoice.payload)).toHaveLength(1);
  });

  it('lets anybody who is nobody else here pay for an account without Telegram', async () => {
    const ctx = await customer();
    const stranger = aTelegramPerson();
    const other = aTelegramPerson();
    await customer(other);
    const { invoice, stars } = await aPurchase(ctx);
    expect(await pay(invoice, other)).toContain('another account');
    expect(await pay(invoice, stranger)).toBeNull();
    await arrive();
    expect(await balanceOf(ctx)).toBe(stars);
  });

  it('gets one yes when two pay at once', async () => {
    const ctx = await customer();
    const { invoice, stars } = await aPurchase(ctx);
    const answers = await Promise.all([1, 2, 3].map(() => pay(invoice, aTelegramPerson())));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    await arrive();
    expect(await balanceOf(ctx)).toBe(stars);
  });
});

describe('money that came twice', () => {
  it('goes back by itself, and the stars come once', async () => {
    const ctx = await customer();
    const { invoice, stars, paymentId } = await aPurchase(ctx);
    const charge = { amount: invoice.amount, payload: invoice.payload, isRefund: false };
    const date = Math.floor(Date.now() / 1000);
    const [first, second] = [aTelegramPerson(), aTelegramPerson()];
    world().file.value.transactions.push(
      { ...charge, id: 'first', date, personId: first.id },
      { ...charge, id: 'second', date, personId: second.id },
    );
    const surplus = surplusCheckout(invoice.payload, `${second.id}:second`);
    await settlePayment(system(), paymentId, PURPOSES);
    await takeInCheckout(system(), 'TELEGRAM', surplus, PURPOSES);
    await arrive();
    expect(await balanceOf(ctx)).toBe(stars);
    const back = chargesOf(invoice.payload).filter(({ isRefund }) => isRefund);
    expect(back.map(({ id }) => id)).toEqual(['second']);
    const range = { from: new Date(date * 1000), to: new Date((date + 60) * 1000) };
    const listed: string[] = [];
    for await (const entry of system().providers.tills.TELEGRAM?.listEntries(range) ?? []) {
      if (entry.paymentId === paymentId) listed.push(entry.externalId);
    }
    expect(listed).toEqual([invoice.payload, surplus]);
  });
});

describe('giving back a pack that was paid in Telegram', () => {
  it('returns all of it or nothing', async () => {
    const telegram = aTelegramPerson();
    const ctx = await customer(telegram);
    const { invoice, stars, purchaseId } = await aPurchase(ctx);
    await pay(invoice, telegram);
    await arrive();
    const wish = { purchaseId, requestKey: nextKey() };
    await expect(refundStars(ctx, { ...wish, stars: stars - 1 })).rejects.toEqual(
      refused('stars.whole_pack_only'),
    );
    const [view] = await listPurchases(ctx);
    expect(view).toMatchObject({ refundable: stars, isWholeOnly: true });
    // The answer to the first call is lost after it was done.
    shop.sandbox.faults.change({ dropCount: 1 });
    await refundStars(ctx, { ...wish, stars });
    expect(await work()).toEqual([refused('payment.provider_unavailable')]);
    await arrive();
    expect(await balanceOf(ctx)).toBe(0);
    expect(chargesOf(invoice.payload).filter(({ isRefund }) => isRefund)).toHaveLength(1);
    const [refund] = await test.db.refund.findMany({
      where: { payment: { ownerId: ctx.actor.userId } },
    });
    expect(refund).toMatchObject({ status: 'SUCCEEDED', amountMinor: invoice.amount });
  });

  it('is not offered once a star of it was spent', async () => {
    const telegram = aTelegramPerson();
    const ctx = await customer(telegram);
    const { invoice, stars, purchaseId } = await aPurchase(ctx);
    await pay(invoice, telegram);
    await arrive();
    await inTransaction(ctx, (tx) =>
      debitStars(tx, {
        userId: ctx.actor.userId,
        type: 'ADMIN_GRANT',
        stars: 1,
        key: `test:${purchaseId}`,
        subjectId: purchaseId,
      }),
    );
    const [view] = await listPurchases(ctx);
    expect(view?.refundable).toBe(0);
    const wish = { purchaseId, requestKey: nextKey(), stars };
    await expect(refundStars(ctx, wish)).rejects.toEqual(refused('stars.nothing_to_refund'));
  });
});

describe('an update of the bot', () => {
  it('with another secret, or none, is refused and kept nowhere', async () => {
    const before = await test.db.webhookEvent.count();
    const body = JSON.stringify({ update_id: 1, message: { chat: { id: 1, type: 'private' } } });
    for (const secret of [null, '', 'somebody-else', 'sandbox-telegram-secre']) {
      const failure = await hand({ body }, secret).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(DomainError);
      expect(failure).toEqual(refused('webhook.bad_signature'));
    }
    expect(await test.db.webhookEvent.count()).toBe(before);
  });
});

async function arriveUpdates(): Promise<void> {
  while (updates.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
}
