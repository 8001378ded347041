import type { Exchange, Reply } from '../exchange';
import type { FaultBox } from '../faults';
import { type OidcWorld, oidcReply, openOidcWorld } from '../oidc/oidc';
import { botReply } from './api';
import { telegramPageReply } from './chat-page';
import { deliverTelegram, openTelegramWorld, type TelegramWorld } from './world';

const TICK_MS = 50;

export type TelegramStandIn = { world: TelegramWorld; oidc: OidcWorld };

/** The bot's side of Telegram with its chats and, beside it, the services that people sign in with. */
export async function openTelegram(options: {
  dataDir: string;
  appUrl: string;
  faults: FaultBox;
  stopping: AbortSignal;
  telegramWebhookUrl?: string | null;
}): Promise<TelegramStandIn> {
  const webhookUrl =
    options.telegramWebhookUrl === undefined
      ? new URL('/api/webhooks/telegram', options.appUrl).href
      : options.telegramWebhookUrl;
  return { world: await openTelegramWorld({ ...options, webhookUrl }), oidc: openOidcWorld() };
}

export async function telegramReply(
  { world, oidc }: TelegramStandIn,
  exchange: Exchange,
): Promise<Reply | null> {
  return (
    oidcReply(oidc, exchange) ??
    (await botReply(world, exchange)) ??
    (await telegramPageReply(world, exchange))
  );
}

/** Sends updates, one round after the other, until the sandbox stops. */
export async function startTelegram(
  { world, oidc }: TelegramStandIn,
  baseUrl: string,
): Promise<void> {
  world.baseUrl = baseUrl;
  oidc.baseUrl = baseUrl;
  while (!world.stopping.aborted) {
    await deliverTelegram(world);
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
}
