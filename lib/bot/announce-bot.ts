import { requireEnv } from '@/lib/core/env';
import type { Ctx } from '@/lib/db/context';
import { LOCALES } from '@/lib/i18n/locales';
import { botCopy, botLocale } from './bot-copy';

const COMMANDS = ['start', 'stars', 'balance', 'paysupport', 'terms', 'help'] as const;

/** Tells Telegram where our webhook is and what the bot's menu shows, in every language. Safe to repeat. */
export async function announceBot(ctx: Ctx): Promise<void> {
  const bot = ctx.providers.telegram;
  if (!bot) return;
  const menu = (language: string) => {
    const t = botCopy(botLocale(language));
    return COMMANDS.map((command) => ({ command, description: t(`commands.${command}`) }));
  };
  const spoken = LOCALES.filter((locale) => locale !== 'en' && botLocale(locale) === locale);
  await bot.announce({
    webhookUrl: new URL('/api/webhooks/telegram', requireEnv('APP_URL')).href,
    commands: { '': menu('en'), ...Object.fromEntries(spoken.map((one) => [one, menu(one)])) },
  });
}
