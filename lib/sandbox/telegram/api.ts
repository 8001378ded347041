import { timingSafeEqual } from 'node:crypto';
import type { StarTransaction } from '@grammyjs/types';
import { z } from 'zod';
import { type Exchange, jsonReply, type Reply } from '../exchange';
import { SANDBOX_TELEGRAM_NAME, SANDBOX_TELEGRAM_TOKEN } from '../keys';
import { addLine, refundCharge } from './actions';
import { personById, randomName, type TelegramWorld, type Transaction } from './world';

/** A refusal in Telegram's words. */
class Refusal extends Error {
  readonly code: number;
  readonly retryAfter: number | undefined;

  constructor(code: number, description: string, retryAfter?: number) {
    super(description);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

const CommandsSchema = z.array(z.object({ command: z.string(), description: z.string() }));

const METHODS: Record<string, (world: TelegramWorld, given: unknown) => unknown> = {
  getMe: () => ({
    id: Number(SANDBOX_TELEGRAM_TOKEN.split(':')[0]),
    is_bot: true,
    first_name: 'Twelvefold',
    username: SANDBOX_TELEGRAM_NAME,
  }),
  setWebhook(_world, given) {
    const schema = z.object({
      url: z.string(),
      secret_token: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/),
      allowed_updates: z.array(z.string()),
    });
    schema.parse(given);
    return true;
  },
  setMyCommands(_world, given) {
    z.object({ commands: CommandsSchema, language_code: z.string().optional() }).parse(given);
    return true;
  },
  sendMessage(world, given) {
    const button = z.object({
      text: z.string().min(1),
      url: z.string().optional(),
      callback_data: z
        .string()
        .refine((data) => Buffer.byteLength(data) <= 64)
        .optional(),
      web_app: z.object({ url: z.string() }).optional(),
    });
    const { chat_id, text, reply_markup } = z
      .object({
        chat_id: z.number(),
        text: z.string().min(1).max(4096),
        reply_markup: z.object({ inline_keyboard: z.array(z.array(button)) }).optional(),
      })
      .parse(given);
    const person = personById(chat_id);
    if (!person) throw new Refusal(400, 'Bad Request: chat not found');
    if (world.file.value.stopped.includes(chat_id)) {
      throw new Refusal(403, 'Forbidden: bot was blocked by the user');
    }
    const buttons = (reply_markup?.inline_keyboard.flat() ?? []).map((row) => ({
      text: row.text,
      ...(row.url ? { url: row.url } : {}),
      ...(row.callback_data ? { callback_data: row.callback_data } : {}),
      ...(row.web_app ? { web_app: row.web_app } : {}),
    }));
    const line = addLine(world, person, { isBot: true, text, buttons });
    return { message_id: line.id, date: Math.floor(line.at / 1000), text };
  },
  answerCallbackQuery: () => true,
  createInvoiceLink(world, given) {
    const invoice = z
      .object({
        title: z.string().min(1).max(32),
        description: z.string().min(1).max(255),
        payload: z.string().refine((text) => Buffer.byteLength(text) <= 128 && text.length > 0),
        provider_token: z.literal(''),
        currency: z.literal('XTR'),
        prices: z
          .array(z.object({ label: z.string().min(1), amount: z.number().int().min(1) }))
          .length(1),
      })
      .parse(given);
    const slug = randomName(16);
    world.file.value.invoices[slug] = {
      title: invoice.title,
      description: invoice.description,
      payload: invoice.payload,
      amount: invoice.prices[0]?.amount ?? 0,
    };
    return `${world.baseUrl}/telegram/invoice/${slug}`;
  },
  answerPreCheckoutQuery(world, given) {
    const { preCheckouts } = world.file.value;
    const answer = z
      .object({
        pre_checkout_query_id: z.string(),
        ok: z.boolean(),
        error_message: z.string().optional(),
      })
      .parse(given);
    if (!answer.ok && !answer.error_message) throw new Refusal(400, 'Bad Request: no reason');
    const id = answer.pre_checkout_query_id;
    if (!Object.hasOwn(preCheckouts, id) || preCheckouts[id] !== null) {
      throw new Refusal(400, 'Bad Request: query is too old and response timeout expired');
    }
    preCheckouts[id] = { ok: answer.ok, error: answer.error_message ?? null };
    return true;
  },
  refundStarPayment(world, given) {
    const { user_id, telegram_payment_charge_id: charge } = z
      .object({ user_id: z.number(), telegram_payment_charge_id: z.string() })
      .parse(given);
    const person = personById(user_id);
    const refusal = person ? refundCharge(world, person, charge) : 'USER_ID_INVALID';
    if (refusal !== null) throw new Refusal(400, `Bad Request: ${refusal}`);
    return true;
  },
  getStarTransactions(world, given) {
    const { offset, limit } = z
      .object({
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(100).default(100),
      })
      .parse(given);
    const rows = world.file.value.transactions.slice(offset, offset + limit);
    return { transactions: rows.map(shown) };
  },
};

function shown(row: Transaction): StarTransaction {
  const user = personById(row.personId);
  const partner = {
    type: 'user',
    transaction_type: 'invoice_payment',
    user,
    invoice_payload: row.payload,
  };
  const { id, amount, date } = row;
  return {
    id,
    amount,
    date,
    ...(row.isRefund ? { receiver: partner } : { source: partner }),
  } as unknown as StarTransaction;
}

/** Answers POST /bot<token>/<method> in the Bot API's words. */
export async function botReply(world: TelegramWorld, exchange: Exchange): Promise<Reply | null> {
  const parts = /^\/bot([^/]+)\/([A-Za-z]+)$/.exec(exchange.url.pathname);
  if (!parts) return null;
  const [, token = '', name = ''] = parts;
  try {
    requireToken(token);
    const { faults } = world;
    if (faults.spend('telegramBusyCount')) throw new Refusal(429, 'Too Many Requests: retry', 1);
    if (faults.spend('errorCount') || faults.chance('errorRate')) {
      throw new Refusal(500, 'Internal Server Error');
    }
    const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
    if (!method) throw new Refusal(404, 'Not Found');
    const result = method(world, JSON.parse(exchange.body || '{}'));
    await world.file.save();
    if (faults.spend('dropCount')) return { status: 200, fate: 'cut' };
    return jsonReply(200, { ok: true, result });
  } catch (error) {
    return refusalReply(error);
  }
}

function refusalReply(error: unknown): Reply {
  if (error instanceof Refusal) {
    const { code, message, retryAfter } = error;
    const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
    return jsonReply(code, { ok: false, error_code: code, description: message, ...parameters });
  }
  if (error instanceof z.ZodError || error instanceof SyntaxError) {
    const description = `Bad Request: ${error.message}`;
    return jsonReply(400, { ok: false, error_code: 400, description });
  }
  throw error;
}

function requireToken(token: string): void {
  const given = Buffer.from(decodeURIComponent(token));
  const wanted = Buffer.from(SANDBOX_TELEGRAM_TOKEN);
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return;
  throw new Refusal(401, 'Unauthorized');
}
