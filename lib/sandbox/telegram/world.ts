import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Update } from '@grammyjs/types';
import type { FaultBox } from '../faults';
import { SANDBOX_TELEGRAM_SECRET } from '../keys';
import { StateFile } from '../state-file';

export type Person = {
  id: number;
  first_name: string;
  last_name?: string;
  username: string;
  language_code: string;
};

/** Who may write to the bot here. */
export const PEOPLE: readonly Person[] = [
  {
    id: 500100201,
    first_name: 'Olena',
    last_name: 'Koval',
    username: 'olena_koval',
    language_code: 'uk',
  },
  { id: 500100202, first_name: 'Martin', username: 'martin_reads', language_code: 'en' },
  {
    id: 500100203,
    first_name: 'Taras',
    last_name: 'Bondar',
    username: 'taras_b',
    language_code: 'uk',
  },
];

export type Button = {
  text: string;
  url?: string;
  callback_data?: string;
  web_app?: { url: string };
};

export type ChatLine = {
  id: number;
  isBot: boolean;
  text: string;
  at: number;
  buttons: Button[];
};

export type Invoice = {
  title: string;
  description: string;
  payload: string;
  amount: number;
};

export type Transaction = {
  id: string;
  amount: number;
  date: number;
  personId: number;
  payload: string;
  isRefund: boolean;
};

type TelegramState = {
  version: 1;
  chats: Record<string, ChatLine[]>;
  /** People who stopped the bot. */
  stopped: number[];
  invoices: Record<string, Invoice>;
  /** Oldest first, as getStarTransactions lists them. */
  transactions: Transaction[];
  /** Sent until answered with 2xx. */
  deliveries: { update: Update; atMs: number; attempt: number; isForged: boolean }[];
  /** Queries before a payment; null until the bot has answered. */
  preCheckouts: Record<string, { ok: boolean; error: string | null } | null>;
  nextId: number;
};

export type TelegramWorld = {
  file: StateFile<TelegramState>;
  faults: FaultBox;
  baseUrl: string;
  /** The shop that the bot belongs to. */
  appUrl: string;
  /** Hands one update over. @returns false when it is to be sent again */
  post: (body: string, secret: string) => Promise<boolean>;
  stopping: AbortSignal;
};

const EMPTY: TelegramState = {
  version: 1,
  chats: {},
  stopped: [],
  invoices: {},
  transactions: [],
  deliveries: [],
  preCheckouts: {},
  nextId: 1000,
};

const ANSWER_TIMEOUT_MS = 10_000;

/** @param webhookUrl where updates go; null for nowhere, they then wait */
export async function openTelegramWorld(options: {
  dataDir: string;
  appUrl: string;
  faults: FaultBox;
  webhookUrl: string | null;
  stopping: AbortSignal;
}): Promise<TelegramWorld> {
  const { dataDir, appUrl, faults, webhookUrl, stopping } = options;
  const file = await StateFile.open(path.join(dataDir, 'telegram.json'), structuredClone(EMPTY));
  return {
    file,
    faults,
    baseUrl: '',
    appUrl,
    stopping,
    post: async (body, secret) => {
      if (webhookUrl === null) return false;
      try {
        const answer = await fetch(webhookUrl, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-telegram-bot-api-secret-token': secret,
          },
          body,
          redirect: 'manual',
          signal: AbortSignal.any([stopping, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
        });
        await answer.arrayBuffer();
        return answer.ok;
      } catch {
        return false;
      }
    },
  };
}

export function nextId(world: TelegramWorld): number {
  const { value } = world.file;
  value.nextId += 1;
  return value.nextId;
}

export function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

/** Below are the people of the pages; from here on anybody, by number, for tests that need many. */
const CROWD_FROM = 900_000_000;

export function personById(id: number): Person | null {
  const known = PEOPLE.find((person) => person.id === id);
  if (known || id < CROWD_FROM) return known ?? null;
  return { id, first_name: `Person ${id}`, username: `person_${id}`, language_code: 'en' };
}

export function randomName(bytes: number): string {
  return randomBytes(bytes).toString('base64url').replace(/[-_]/g, 'x');
}

type NewUpdate = Omit<Update, 'update_id'>;

/** Numbers an update and plans its sending, as the faults have it. */
export function emit(world: TelegramWorld, part: NewUpdate): void {
  const { current } = world.faults;
  const { deliveries } = world.file.value;
  const update = { update_id: nextId(world), ...part } as Update;
  if (world.faults.chance('webhookLossRate')) return;
  const atMs = Date.now() + current.webhookDelayMs;
  if (current.webhookForged) deliveries.push({ update, atMs, attempt: 0, isForged: true });
  for (let copy = 0; copy < current.webhookCopies; copy += 1) {
    const delivery = { update, atMs, attempt: 0, isForged: false };
    if (current.webhookReorder) deliveries.unshift(delivery);
    else deliveries.push(delivery);
  }
}

const RETRY_DELAYS_MS = [500, 1000, 2000, 5000, 10_000, 30_000, 60_000];

/** Sends what is due, one after the other. */
export async function deliverTelegram(world: TelegramWorld): Promise<void> {
  const { deliveries } = world.file.value;
  while (!world.stopping.aborted) {
    const delivery = deliveries.find(({ atMs }) => atMs <= Date.now());
    if (!delivery) return;
    const secret = delivery.isForged ? 'somebody-else' : SANDBOX_TELEGRAM_SECRET;
    const isTaken = await world.post(JSON.stringify(delivery.update), secret);
    const waitMs = RETRY_DELAYS_MS[delivery.attempt];
    if (isTaken || delivery.isForged || waitMs === undefined) {
      deliveries.splice(deliveries.indexOf(delivery), 1);
    } else {
      delivery.attempt += 1;
      delivery.atMs = Date.now() + waitMs;
    }
    await world.file.save();
  }
}
