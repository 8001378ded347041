import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { type Exchange, jsonReply, pageReply, type Reply } from '../exchange';
import { SANDBOX_TURBOSMS_TOKEN } from '../keys';
import { html } from '../page';
import { StateFile } from '../state-file';

type Sms = { id: string; sequenceId: string; to: string; sender: string; text: string; at: string };
type State = { version: 1; messages: Sms[] };

const KEPT = 500;
/** A number of the right length and country form; the rest TurboSMS calls invalid. */
const NUMBER = /^\d{8,15}$/;
/** Ends like this are on the stop list: for trying what happens then. */
const STOPPED = /0000000$/;

export type SmsWorld = StateFile<State>;

export function openTurboSms(dataDir: string): Promise<SmsWorld> {
  return StateFile.open<State>(path.join(dataDir, 'turbosms.json'), { version: 1, messages: [] });
}

/** POST /turbosms/message/send.json as turbosms.ua/api.html has it; GET /sms and /sms.json?to= show what came. */
export async function turboSmsReply(world: SmsWorld, exchange: Exchange): Promise<Reply | null> {
  const { method, url } = exchange;
  if (method === 'POST' && url.pathname === '/turbosms/message/send.json') {
    return send(world, exchange);
  }
  if (method !== 'GET') return null;
  const to = url.searchParams.get('to') ?? '';
  const shown = world.value.messages.filter((sms) => sms.to.includes(to.replace(/\D/g, '')));
  if (url.pathname === '/sms.json') return jsonReply(200, shown);
  if (url.pathname === '/sms') return phone(shown);
  return null;
}

async function send(world: SmsWorld, { headers, body }: Exchange): Promise<Reply> {
  if (headers.authorization !== `Bearer ${SANDBOX_TURBOSMS_TOKEN}`) {
    return answer(103, 'REQUIRED_TOKEN');
  }
  const wish = readWish(body);
  if (!wish) return answer(200, 'REQUIRED_MESSAGE_TEXT');
  const known = world.value.messages.find(({ sequenceId }) => sequenceId === wish.sequenceId);
  if (known) return answer(507, 'SEQUENCE_ID_DUPLICATE', known);
  if (!NUMBER.test(wish.to)) return answer(301, 'INVALID_PHONE_NUMBER');
  if (STOPPED.test(wish.to)) return answer(404, 'NOT_ALLOWED_RECIPIENT_STOP_LIST');
  const sms = { id: randomUUID(), at: new Date().toISOString(), ...wish };
  world.value.messages.unshift(sms);
  world.value.messages.splice(KEPT);
  await world.save();
  return answer(800, 'SUCCESS_MESSAGE_ACCEPTED', sms);
}

function readWish(body: string): Omit<Sms, 'id' | 'at'> | null {
  try {
    const fields = JSON.parse(body) as {
      recipients?: unknown[];
      sms?: { sender?: unknown; text?: unknown };
      sequence_id?: unknown;
    };
    const text = fields.sms?.text;
    const to = fields.recipients?.[0];
    if (typeof text !== 'string' || text === '' || typeof to !== 'string') return null;
    const { sender } = fields.sms ?? {};
    return { to, text, sender: String(sender ?? ''), sequenceId: String(fields.sequence_id ?? '') };
  } catch {
    return null;
  }
}

function answer(code: number, status: string, sms?: Sms): Reply {
  return jsonReply(200, {
    response_code: code,
    response_status: status,
    response_result: sms
      ? [{ phone: sms.to, response_code: 0, message_id: sms.id, response_status: 'OK' }]
      : null,
  });
}

function phone(messages: Sms[]): Reply {
  const rows = messages.map(
    ({ to, sender, text, at }) =>
      html`<tr><td class="num">+${to}</td><td>${sender}</td><td class="break">${text}</td><td class="num">${at.slice(0, 19).replace('T', ' ')}</td></tr>`,
  );
  const list =
    messages.length === 0
      ? html`<p class="soft">No text messages yet. Everything that the app sends appears here.</p>`
      : html`<table class="list"><thead><tr><th scope="col">To</th><th scope="col">Sender</th><th scope="col">Text</th><th scope="col" class="num">Received (UTC)</th></tr></thead><tbody>${rows}</tbody></table>`;
  return pageReply(
    200,
    'Text messages',
    html`<h1>Text messages</h1><div class="sheet">${list}</div>`,
  );
}
