import { createTranslator } from 'next-intl';
import { loadMessages } from '@/lib/i18n/load-messages';
import { isLocale, type Locale } from '@/lib/i18n/locales';
import type enTelegram from '@/lib/i18n/messages/en/telegram.json';

/** The language of somebody's Telegram, where we speak it; English else. */
export function botLocale(language: string | null): Locale {
  const base = language?.toLowerCase().split('-')[0];
  return isLocale(base) && 'telegram' in loadMessages(base) ? base : 'en';
}

/** What the bot says, in one language. */
export function botCopy(locale: Locale) {
  return createTranslator({
    locale,
    messages: loadMessages(locale) as { telegram: typeof enTelegram },
    namespace: 'telegram.bot',
    onError(error) {
      throw error;
    },
  });
}
export type BotCopy = ReturnType<typeof botCopy>;
