import { createHmac, timingSafeEqual } from 'node:crypto';
import { DomainError } from '@/lib/core/errors';
import type { TelegramPerson } from '@/lib/providers/ports/telegram';
import { personOf, TelegramUserSchema } from './read-update';

/** Older launch data is somebody's leftover, not somebody's launch. */
const AGE_MAX_SECONDS = 60 * 60;
const FUTURE_MAX_SECONDS = 60;
const LENGTH_MAX = 4096;

/**
 * Checks what Telegram hands to a Mini App ("initData"): HMAC-SHA-256 over the sorted pairs without the hash, with a key
 * made of the bot's token (core.telegram.org/bots/webapps, "Validating data received via the Mini App").
 * @throws DomainError "link.failed"
 */
export function readLaunchData(
  initData: string,
  token: string,
  now: Date,
): { person: TelegramPerson; hash: string } {
  if (initData.length > LENGTH_MAX) throw new DomainError('link.failed');
  const fields = new URLSearchParams(initData);
  const pairs = [...fields.entries()].filter(([name]) => name !== 'hash');
  const isUnique = new Set(fields.keys()).size === [...fields.keys()].length;
  const text = pairs
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n');
  const key = createHmac('sha256', 'WebAppData').update(token).digest();
  const wanted = createHmac('sha256', key).update(text).digest();
  const hash = fields.get('hash') ?? '';
  const given = Buffer.from(/^[0-9a-f]{64}$/.test(hash) ? hash : '', 'hex');
  if (!isUnique || given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw new DomainError('link.failed');
  }
  const age = Math.floor(now.getTime() / 1000) - Number(fields.get('auth_date') ?? Number.NaN);
  if (!(age <= AGE_MAX_SECONDS && age >= -FUTURE_MAX_SECONDS)) throw new DomainError('link.failed');
  try {
    const user = TelegramUserSchema.parse(JSON.parse(fields.get('user') ?? ''));
    return { person: personOf(user), hash };
  } catch (cause) {
    throw new DomainError('link.failed', {}, { cause });
  }
}
