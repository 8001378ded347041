import {
  type ChatConnection,
  connectChat,
  markChat,
  personOfChat,
} from '@/lib/accounts/links/telegram-start';
import { mintActor } from '@/lib/core/actor';
import { assert } from '@/lib/core/assert';
import { requireEnv } from '@/lib/core/env';
import { DomainError } from '@/lib/core/errors';
import { type Id, idSchema } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { findWebhookEvent, markProcessed } from '@/lib/db/webhook-inbox';
import type { Locale } from '@/lib/i18n/locales';
import type { BotButton, BotUpdate, TelegramPerson } from '@/lib/providers/ports/telegram';
import { listPacks } from '@/lib/stars/list-packs';
import { formatPackPrice, TELEGRAM_STARS } from '@/lib/stars/pack-price';
import { readBalance } from '@/lib/stars/read-wallet';
import { startStarPurchase } from '@/lib/stars/start-star-purchase';
import { type BotCopy, botCopy, botLocale } from './bot-copy';
import { CHAT_EVENTS } from './receive-update';

/** Begins the data of a button that buys a pack; its id follows. */
const BUY = 'buy:';

type Reply = { text: string; buttons?: BotButton[] };
type Talk = { ctx: Ctx; t: BotCopy; locale: Locale; from: TelegramPerson };

/**
 * Works off one stored update: what somebody said to the bot. An answer may be sent twice when this process dies between
 * the sending and the mark, never lost; nothing else happens twice.
 * @throws DomainError "telegram.unavailable": the job tries again later
 */
export async function processUpdate(ctx: Ctx, webhookEventId: Id<'webhookEvent'>): Promise<void> {
  const event = await findWebhookEvent(ctx, webhookEventId);
  if (event?.provider !== CHAT_EVENTS || event.processedAt) return;
  // Written by receiveUpdate alone, out of what the adapter read.
  const outcome = await handle(ctx, event.subject as unknown as BotUpdate);
  await markProcessed(ctx, webhookEventId, outcome);
}

async function handle(ctx: Ctx, update: BotUpdate): Promise<string> {
  const bot = ctx.providers.telegram;
  if (!bot) return 'ignored';
  if (update.kind === 'membership') {
    await markChat(ctx, update.from.id, update.mayWrite);
    return update.mayWrite ? 'chat_opened' : 'chat_closed';
  }
  if (update.kind !== 'message' && update.kind !== 'button') return 'ignored';
  const locale = botLocale(update.from.language);
  const talk = { ctx, t: botCopy(locale), locale, from: update.from };
  const reply =
    update.kind === 'button' ? await pressed(talk, update) : await answer(talk, update.text);
  try {
    await bot.sendMessage({ chatId: update.from.id, ...reply });
    if (update.kind === 'button') await bot.answerButton(update.queryId);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'telegram.refused') throw error;
    if (error.params.reason === 'blocked') await markChat(ctx, update.from.id, false);
    return `refused:${error.params.reason}`;
  }
  return 'answered';
}

/** @param text what they wrote: "/start <token>", "/stars@name", or anything */
async function answer(talk: Talk, text: string): Promise<Reply> {
  const { t } = talk;
  const [first = '', argument = ''] = text.trim().split(/\s+/, 2);
  switch (first.toLowerCase().replace(/@.*$/, '')) {
    case '/start':
      return start(talk, argument);
    case '/stars':
      return packs(talk);
    case '/balance':
      return balance(talk);
    case '/paysupport':
      return { text: t('paysupport'), buttons: [link(t('buttons.wallet'), '/account/stars')] };
    case '/terms':
      return { text: t('terms') };
    case '/help':
      return { text: t('help') };
    default:
      return { text: t('unknown') };
  }
}

async function start(talk: Talk, token: string): Promise<Reply> {
  const { ctx, t, from } = talk;
  const label = from.username ? `@${from.username}` : from.name;
  const outcome: ChatConnection | null =
    token === '' ? null : await connectChat(ctx, token, { id: from.id, label });
  const person = await personOfChat(ctx, from.id);
  const buttons = [app(t('buttons.open')), { text: t('buttons.stars'), data: 'stars' }];
  if (outcome === 'connected') return { text: t('connected', { name: from.name }), buttons };
  // A used link of somebody who is connected: the same press, arrived again.
  if (person !== null && (outcome === 'expired' || outcome === null)) {
    return { text: t('welcome_back', { name: from.name }), buttons };
  }
  if (outcome !== null) {
    return { text: t(`start_${outcome}`), buttons: [link(t('buttons.connect'), '/account/links')] };
  }
  return {
    text: t('welcome', { name: from.name }),
    buttons: [app(t('buttons.open')), link(t('buttons.connect'), '/account/links')],
  };
}

async function packs(talk: Talk): Promise<Reply> {
  const { t, locale } = talk;
  const own = await ownCtx(talk);
  if (!own) return notConnected(t);
  const offered = await listPacks(own, TELEGRAM_STARS);
  if (offered.length === 0) return { text: t('no_packs') };
  const { balance: stars } = await readBalance(own);
  return {
    text: t('packs', { stars }),
    buttons: offered.map(({ id, stars: count, price }) => ({
      text: t('pack', { count, price: formatPackPrice(price, locale) }),
      data: `${BUY}${id}`,
    })),
  };
}

async function balance(talk: Talk): Promise<Reply> {
  const { t } = talk;
  const own = await ownCtx(talk);
  if (!own) return notConnected(t);
  const { balance: stars, held } = await readBalance(own);
  return {
    text: held > 0 ? t('balance_held', { stars, held }) : t('balance', { stars }),
    buttons: [{ text: t('buttons.stars'), data: 'stars' }],
  };
}

async function pressed(
  talk: Talk,
  { data, updateId }: Extract<BotUpdate, { kind: 'button' }>,
): Promise<Reply> {
  const { t, locale } = talk;
  const packId = idSchema('starPack').safeParse(data.slice(BUY.length));
  if (!data.startsWith(BUY) || !packId.success) return packs(talk);
  const own = await ownCtx(talk);
  if (!own) return notConnected(t);
  const pack = (await listPacks(own, TELEGRAM_STARS)).find(({ id }) => id === packId.data);
  if (!pack) return { text: t('pack_gone') };
  let redirectUrl: string | null;
  try {
    ({ redirectUrl } = await startStarPurchase(own, {
      packId: pack.id,
      currency: TELEGRAM_STARS,
      expectedAmountMinor: pack.price.amountMinor,
      // The same press, handed over twice, buys once.
      requestKey: `telegram-update-${updateId}`,
      locale,
      returnTo: null,
    }));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'payment.not_payable') throw error;
    // Worked off so late that what the press began has ended: they choose again.
    return packs(talk);
  }
  const price = formatPackPrice(pack.price, locale);
  if (redirectUrl === null) return { text: t('paid_already') };
  return {
    text: t('invoice', { count: pack.stars, price }),
    buttons: [{ text: t('buttons.pay', { price }), url: redirectUrl }],
  };
}

/** The context as the person of the chat, who is here by Telegram's word; null where nobody is connected. */
async function ownCtx({ ctx, from }: Talk): Promise<Ctx | null> {
  const userId = await personOfChat(ctx, from.id);
  if (userId === null) return null;
  return { ...ctx, actor: mintActor({ userId, role: 'CUSTOMER' }) };
}

function notConnected(t: BotCopy): Reply {
  const buttons = [link(t('buttons.connect'), '/account/links'), app(t('buttons.open'))];
  return { text: t('not_connected'), buttons };
}

function link(text: string, path: `/${string}`): BotButton {
  return { text, url: new URL(path, requireEnv('APP_URL')).href };
}

function app(text: string): BotButton {
  const url = new URL('/telegram', requireEnv('APP_URL'));
  assert(url.pathname === '/telegram', 'the Mini App has an address');
  return { text, app: url.href };
}
