import { SANDBOX_TELEGRAM_NAME, SANDBOX_TELEGRAM_SECRET, SANDBOX_TELEGRAM_TOKEN } from '../keys';
import {
  type ChatLine,
  emit,
  type Invoice,
  nextId,
  nowSeconds,
  type Person,
  randomName,
  type TelegramWorld,
} from './world';

const BOT_ID = Number(SANDBOX_TELEGRAM_TOKEN.split(':')[0]);
const ANSWER_WAIT_MS = 10_000;
const TICK_MS = 20;

function chatOf(person: Person) {
  const { id, first_name, username } = person;
  return { id, type: 'private' as const, first_name, username };
}

function fromOf(person: Person) {
  return { ...person, is_bot: false };
}

function botUser() {
  return { id: BOT_ID, is_bot: true, first_name: 'Twelvefold', username: SANDBOX_TELEGRAM_NAME };
}

export function linesOf(world: TelegramWorld, person: Person): ChatLine[] {
  const { chats } = world.file.value;
  const lines = chats[person.id] ?? [];
  chats[person.id] = lines;
  return lines;
}

export function addLine(
  world: TelegramWorld,
  person: Person,
  line: Pick<ChatLine, 'isBot' | 'text' | 'buttons'>,
): ChatLine {
  const added = { id: nextId(world), at: Date.now(), ...line };
  linesOf(world, person).push(added);
  return added;
}

/** The person writes to the bot. */
export function say(world: TelegramWorld, person: Person, text: string): void {
  const { stopped } = world.file.value;
  if (stopped.includes(person.id)) setStopped(world, person, false);
  const line = addLine(world, person, { isBot: false, text, buttons: [] });
  emit(world, {
    message: {
      message_id: line.id,
      date: nowSeconds(),
      from: fromOf(person),
      chat: chatOf(person),
      text,
    },
  } as Parameters<typeof emit>[1]);
}

/** The person presses a button under a message. */
export function pressButton(world: TelegramWorld, person: Person, data: string): void {
  emit(world, {
    callback_query: {
      id: randomName(12),
      from: fromOf(person),
      chat_instance: String(person.id),
      data,
    },
  } as Parameters<typeof emit>[1]);
}

/** The person stops the bot, or starts it again. */
export function setStopped(world: TelegramWorld, person: Person, isStopped: boolean): void {
  const state = world.file.value;
  state.stopped = state.stopped.filter((id) => id !== person.id);
  if (isStopped) state.stopped.push(person.id);
  const member = (status: string) => ({ user: botUser(), status });
  emit(world, {
    my_chat_member: {
      chat: chatOf(person),
      from: fromOf(person),
      date: nowSeconds(),
      old_chat_member: member(isStopped ? 'member' : 'kicked'),
      new_chat_member: member(isStopped ? 'kicked' : 'member'),
    },
  } as unknown as Parameters<typeof emit>[1]);
}

/**
 * Somebody pays an invoice: the bot is asked first and has ten seconds; with its yes the stars move at once.
 * @returns null when it is paid, else what the payer reads
 */
export async function payInvoice(
  world: TelegramWorld,
  invoice: Invoice,
  person: Person,
): Promise<string | null> {
  const { preCheckouts } = world.file.value;
  const id = randomName(12);
  preCheckouts[id] = null;
  const query = {
    id,
    from: fromOf(person),
    currency: 'XTR',
    total_amount: invoice.amount,
    invoice_payload: invoice.payload,
  };
  const update = { update_id: nextId(world), pre_checkout_query: query };
  if (!(await world.post(JSON.stringify(update), SANDBOX_TELEGRAM_SECRET))) {
    return 'The bot did not answer. Nothing was paid.';
  }
  const until = Date.now() + ANSWER_WAIT_MS;
  const answerNow = () => preCheckouts[id];
  while (!answerNow() && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  const answer = answerNow();
  delete preCheckouts[id];
  if (!answer) return 'The bot did not answer in time. Nothing was paid.';
  if (!answer.ok) return answer.error ?? 'The payment was refused.';
  takeStars(world, invoice, person);
  await world.file.save();
  return null;
}

function takeStars(world: TelegramWorld, invoice: Invoice, person: Person): void {
  const charge = `stx${randomName(24)}`;
  const { payload, amount } = invoice;
  world.file.value.transactions.push({
    id: charge,
    amount: amount + world.faults.current.amountOffsetMinor,
    date: nowSeconds(),
    personId: person.id,
    payload,
    isRefund: false,
  });
  const text = `You paid ${amount} ★ for ${invoice.title}.`;
  const line = addLine(world, person, { isBot: false, text, buttons: [] });
  emit(world, {
    message: {
      message_id: line.id,
      date: nowSeconds(),
      from: fromOf(person),
      chat: chatOf(person),
      successful_payment: {
        currency: 'XTR',
        total_amount: amount,
        invoice_payload: payload,
        telegram_payment_charge_id: charge,
        provider_payment_charge_id: `${person.id}_1`,
      },
    },
  } as Parameters<typeof emit>[1]);
}

/** The bot gives a charge back. @returns null, or the reason for which Telegram refuses */
export function refundCharge(world: TelegramWorld, person: Person, charge: string): string | null {
  const { transactions } = world.file.value;
  const own = transactions.filter(({ id, personId }) => id === charge && personId === person.id);
  const paid = own.find(({ isRefund }) => !isRefund);
  if (!paid) return 'CHARGE_ID_INVALID';
  if (own.some(({ isRefund }) => isRefund)) return 'CHARGE_ALREADY_REFUNDED';
  transactions.push({ ...paid, date: nowSeconds(), isRefund: true });
  const text = `${paid.amount} ★ came back to you.`;
  const line = addLine(world, person, { isBot: true, text, buttons: [] });
  emit(world, {
    message: {
      message_id: line.id,
      date: nowSeconds(),
      from: botUser(),
      chat: chatOf(person),
      refunded_payment: {
        currency: 'XTR',
        total_amount: paid.amount,
        invoice_payload: paid.payload,
        telegram_payment_charge_id: charge,
      },
    },
  } as Parameters<typeof emit>[1]);
  return null;
}
