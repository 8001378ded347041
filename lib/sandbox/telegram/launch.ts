import { createHmac } from 'node:crypto';
import { SANDBOX_TELEGRAM_TOKEN } from '../keys';
import { type Person, randomName } from './world';

/** What Telegram appends to a Mini App's address, signed with the bot's token. */
export function launchData(
  person: Person,
  atSeconds: number,
  token = SANDBOX_TELEGRAM_TOKEN,
): string {
  const fields = {
    query_id: `AA${randomName(16)}`,
    user: JSON.stringify({ ...person, allows_write_to_pm: true }),
    auth_date: String(atSeconds),
  };
  const text = Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n');
  const key = createHmac('sha256', 'WebAppData').update(token).digest();
  const hash = createHmac('sha256', key).update(text).digest('hex');
  return new URLSearchParams({ ...fields, hash }).toString();
}
