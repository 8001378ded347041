import { describe, expect, it } from 'vitest';
import { makeStartLink } from '@/lib/accounts/links/telegram-start';
import type { PersonCtx } from '@/lib/db/context';
import { linesOf, pressButton, say, setStopped } from '@/lib/sandbox/telegram/actions';
import type { Person } from '@/lib/sandbox/telegram/world';
import { aTelegramPerson, openBotShop } from './bot-shop';

const { test, shop, world, hand, work, arrive, updates, customer, pay, balanceOf } = openBotShop();

/** What the bot said last. */
const heard = (person: Person) => {
  const line = linesOf(world(), person).findLast(({ isBot }) => isBot);
  return { text: line?.text ?? '', buttons: line?.buttons ?? [] };
};

async function tell(person: Person, text: string) {
  say(world(), person, text);
  await arrive();
  return heard(person);
}

const tokenOf = async (ctx: PersonCtx) =>
  new URL((await makeStartLink(ctx)).url).searchParams.get('start') ?? '';
const linkOf = (person: Person) =>
  test.db.linkedAccount.findFirst({ where: { externalId: String(person.id) } });

describe('the bot', () => {
  it('connects a chat by a start link, once', async () => {
    const ctx = await customer();
    const [own, other] = [aTelegramPerson(), aTelegramPerson()];
    const token = await tokenOf(ctx);
    expect((await tell(own, `/start ${token}`)).text).toContain('now belongs');
    expect(await linkOf(own)).toMatchObject({ userId: ctx.actor.userId });
    expect((await linkOf(own))?.chatOpenAt).not.toBeNull();
    expect((await tell(other, `/start ${token}`)).text).toContain('has been used');
    expect(await linkOf(other)).toBeNull();
    // The same press, arrived again.
    expect((await tell(own, `/start ${token}`)).text).toContain('Hello again');
  });

  it('takes only the newest start link, for ten minutes', async () => {
    const ctx = await customer();
    const person = aTelegramPerson();
    const old = await tokenOf(ctx);
    const newest = await tokenOf(ctx);
    expect((await tell(person, `/start ${old}`)).text).toContain('has been used');
    shop.offsetMs = 11 * 60_000;
    expect((await tell(person, `/start ${newest}`)).text).toContain('has been used');
    shop.offsetMs = 0;
    expect(await linkOf(person)).toBeNull();
  });

  it('does not take a chat away from its account', async () => {
    const person = aTelegramPerson();
    const owner = await customer(person);
    const token = await tokenOf(await customer());
    expect((await tell(person, `/start ${token}`)).text).toContain('another Twelvefold account');
    expect((await linkOf(person))?.userId).toBe(owner.actor.userId);
  });

  it('sells a pack: once for one press, however often it is handed over', async () => {
    const person = aTelegramPerson();
    const ctx = await customer(person);
    const offer = await tell(person, '/stars');
    expect(offer.buttons.map(({ text }) => text)[0]).toBe('50 stars for 250 ★');
    pressButton(world(), person, offer.buttons[0]?.callback_data ?? '');
    while (updates.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const [press] = updates.splice(0);
    if (!press) throw new Error('the press arrives');
    await Promise.all([hand(press), hand(press), hand(press)]);
    await work();
    expect(await test.db.starPurchase.count({ where: { ownerId: ctx.actor.userId } })).toBe(1);
    const [button] = heard(person).buttons;
    expect(button?.text).toBe('Pay 250 ★');
    const invoice = world().file.value.invoices[button?.url?.split('/').at(-1) ?? ''];
    if (!invoice) throw new Error('the button leads to an invoice');
    expect(await pay(invoice, person)).toBeNull();
    await arrive();
    expect(await balanceOf(ctx)).toBe(50);
    expect((await tell(person, '/balance')).text).toBe('You have 50 stars.');
  });

  it('tells a stranger how to begin, and sells them nothing', async () => {
    const person = aTelegramPerson();
    for (const text of ['/stars', '/balance']) {
      const answer = await tell(person, text);
      expect(answer.text).toContain('not connected');
      expect(answer.buttons[0]?.url).toContain('/account/links');
    }
  });

  it('answers every command, and anything else with what it knows', async () => {
    const person = aTelegramPerson();
    for (const text of ['/start', '/paysupport', '/terms', '/help', '/HELP@bot', 'hello', '/x']) {
      expect((await tell(person, text)).text.length).toBeGreaterThan(20);
    }
    expect((await tell(person, '<b>hi</b>')).text).toContain('/paysupport');
  });

  it('speaks Ukrainian to whose Telegram does', async () => {
    const person = { ...aTelegramPerson(), language_code: 'uk' };
    expect((await tell(person, '/help')).text).toContain('купити зірки');
  });

  it('notes who stopped it, and who came back', async () => {
    const person = aTelegramPerson();
    await customer(person);
    setStopped(world(), person, true);
    await arrive();
    expect((await linkOf(person))?.chatOpenAt).toBeNull();
    await tell(person, '/help');
    await tell(person, '/balance');
    expect((await linkOf(person))?.chatOpenAt).not.toBeNull();
  });

  it('waits where Telegram tells it to come again later', async () => {
    const person = aTelegramPerson();
    shop.sandbox.faults.change({ telegramBusyCount: 1 });
    expect((await tell(person, '/help')).text).toContain('/stars');
    shop.sandbox.faults.reset();
  });
});
