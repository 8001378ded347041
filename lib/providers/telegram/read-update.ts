import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from '@grammyjs/types';
import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import type { BotUpdate, TelegramPerson } from '@/lib/providers/ports/telegram';
import { parseJson } from '../read-answer';

const UserSchema = z.object({
  id: z.number().int(),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
});

const PaidSchema = z.object({
  invoice_payload: z.string(),
  telegram_payment_charge_id: z.string().min(1),
});

const MessageSchema = z.object({
  from: UserSchema.optional(),
  chat: z.object({ id: z.number().int(), type: z.string() }),
  text: z.string().optional(),
  successful_payment: PaidSchema.optional(),
  refunded_payment: PaidSchema.optional(),
});

const UpdateSchema = z.object({
  update_id: z.number().int(),
  message: MessageSchema.optional(),
  callback_query: z
    .object({ id: z.string(), from: UserSchema, data: z.string().optional() })
    .optional(),
  pre_checkout_query: z
    .object({
      id: z.string(),
      from: UserSchema,
      currency: z.string(),
      total_amount: z.number().int(),
      invoice_payload: z.string(),
    })
    .optional(),
  my_chat_member: z
    .object({
      from: UserSchema,
      chat: z.object({ type: z.string() }),
      new_chat_member: z.object({ status: z.string() }),
    })
    .optional(),
});

const NamedSchema = z.object({ update_id: z.number().int() });

/** The kinds that we ask Telegram to send. */
export const UPDATE_KINDS: readonly Exclude<keyof Update, 'update_id'>[] = [
  'message',
  'callback_query',
  'pre_checkout_query',
  'my_chat_member',
];

/** What refunds name: whose charge, and which. */
export function chargeOf(userId: number | string, chargeId: string): string {
  return `${userId}:${chargeId}`;
}

export function personOf(user: z.output<typeof UserSchema>): TelegramPerson {
  return {
    id: String(user.id),
    name: [user.first_name, user.last_name].filter(Boolean).join(' '),
    username: user.username ?? null,
    language: user.language_code ?? null,
  };
}

export { UserSchema as TelegramUserSchema };

/** @throws DomainError "webhook.bad_signature" for a wrong secret, and for what is no update at all */
export function readUpdate(
  rawBody: string,
  secretHeader: string | null,
  secret: string,
): BotUpdate {
  if (!isSameSecret(secretHeader ?? '', secret)) throw new DomainError('webhook.bad_signature');
  const body = parseJson(rawBody);
  const update = UpdateSchema.safeParse(body);
  if (update.success) return toBotUpdate(update.data);
  // Refused it would come again and again, and the payments behind it would wait: what is new to us is taken and left.
  const named = NamedSchema.safeParse(body);
  if (named.success) return { kind: 'other', updateId: String(named.data.update_id) };
  throw new DomainError('webhook.bad_signature', {}, { cause: update.error });
}

function toBotUpdate(update: z.output<typeof UpdateSchema>): BotUpdate {
  const updateId = String(update.update_id);
  const { message, callback_query: button, pre_checkout_query: query } = update;
  if (query) {
    return {
      kind: 'pre_checkout',
      updateId,
      from: personOf(query.from),
      queryId: query.id,
      payload: query.invoice_payload,
      currency: query.currency,
      amount: query.total_amount,
    };
  }
  if (message?.successful_payment) {
    const { invoice_payload: payload, telegram_payment_charge_id: id } = message.successful_payment;
    const payer = message.from?.id ?? message.chat.id;
    return { kind: 'paid', updateId, payload, chargeOf: chargeOf(payer, id) };
  }
  if (message?.refunded_payment) {
    // It comes from the bot itself: whose money it was, only the chat tells.
    const { invoice_payload: payload, telegram_payment_charge_id: id } = message.refunded_payment;
    return { kind: 'refunded', updateId, payload, chargeOf: chargeOf(message.chat.id, id) };
  }
  if (button) {
    const { id: queryId, data = '' } = button;
    return { kind: 'button', updateId, from: personOf(button.from), queryId, data };
  }
  if (message?.from && message.chat.type === 'private') {
    return { kind: 'message', updateId, from: personOf(message.from), text: message.text ?? '' };
  }
  const member = update.my_chat_member;
  if (member?.chat.type === 'private') {
    const mayWrite = member.new_chat_member.status === 'member';
    return { kind: 'membership', updateId, from: personOf(member.from), mayWrite };
  }
  return { kind: 'other', updateId };
}

/** In a time that tells nothing, neither of the place where they differ nor of their lengths. */
function isSameSecret(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
