import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from './locales';

export type Messages = Record<string, unknown>;

const cache = new Map<Locale, Messages>();

/** All copy of one language; the namespace is the file's name. Read once per process outside development. */
export function loadMessages(locale: Locale): Messages {
  const known = cache.get(locale);
  if (known && process.env.NODE_ENV !== 'development') return known;
  const folder = path.join(process.cwd(), 'lib/i18n/messages', locale);
  const messages: Messages = {};
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    messages[file.slice(0, -'.json'.length)] = JSON.parse(
      readFileSync(path.join(folder, file), 'utf8'),
    );
  }
  cache.set(locale, messages);
  return messages;
}
