import { personOfChat, telegramOf } from '@/lib/accounts/links/telegram-start';
import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import type { Payment } from '@/lib/db/generated/client';
import { spendRateFor } from '@/lib/db/rate-counter';
import { findPaymentByCheckout } from '@/lib/payments/store';
import { tillOf } from '@/lib/payments/till-of';
import type { BotUpdate } from '@/lib/providers/ports/telegram';
import { TELEGRAM_STARS } from '@/lib/stars/pack-price';
import { botCopy, botLocale } from './bot-copy';

type PreCheckout = Extract<BotUpdate, { kind: 'pre_checkout' }>;

/** A yes is followed by its charge within seconds; until it shows in Telegram's books, nobody else gets one. */
const ONE_YES = { name: 'telegram-pre-checkout', points: 1, seconds: 60 };

type Refusal = 'over' | 'paid' | 'other_person' | 'busy' | 'unavailable';

/**
 * Telegram asks before it takes somebody's stars and waits ten seconds, so this answers at once and never by way of the
 * queue. The yes goes to a payment that exists, is open, costs exactly that much and is in nobody's hands; who pays
 * must be the account's own Telegram, or, where the account has none, anybody who is not somebody else here: the link
 * names the payment, and its stars go to who asked for them.
 * @returns "accepted", or why not
 * @throws DomainError "telegram.unavailable" when the answer could not be given: nothing is charged then
 */
export async function answerPreCheckout(ctx: Ctx, query: PreCheckout): Promise<string> {
  const bot = ctx.providers.telegram;
  if (!bot) throw new DomainError('telegram.unavailable');
  const refusal = await refusalOf(ctx, query);
  const t = botCopy(botLocale(query.from.language));
  await bot.answerPreCheckout(query.queryId, refusal === null ? null : t(`refusals.${refusal}`));
  return refusal ?? 'accepted';
}

async function refusalOf(ctx: Ctx, query: PreCheckout): Promise<Refusal | null> {
  const payment = await findPaymentByCheckout(ctx, 'TELEGRAM', query.payload);
  if (!payment || payment.expiresAt <= ctx.clock.now()) return 'over';
  const isSame = query.currency === TELEGRAM_STARS && query.amount === payment.amountMinor;
  if (!isSame || payment.quarantineReason !== null) return 'over';
  if (payment.status === 'PAID') return 'paid';
  if (payment.status !== 'CREATED' && payment.status !== 'PENDING') return 'over';
  if (!(await mayPay(ctx, payment, query.from.id))) return 'other_person';
  try {
    // Somebody may have paid it a moment ago, and the news of it be lost.
    const truth = await tillOf(ctx, 'TELEGRAM').readCheckout(query.payload);
    if (truth.state === 'paid') return 'paid';
    if (truth.state !== 'open') return 'over';
    await spendRateFor(ctx, ONE_YES, payment.id);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code === 'request.rate_limited' ? 'busy' : 'unavailable';
  }
}

async function mayPay(ctx: Ctx, payment: Payment, payerId: string): Promise<boolean> {
  const own = await telegramOf(ctx, payment.ownerId);
  if (own !== null) return own === payerId;
  return (await personOfChat(ctx, payerId)) === null;
}
