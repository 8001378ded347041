import type { PaymentGateway } from '@/lib/providers/ports/payment-gateway';
import type { TelegramBot } from '@/lib/providers/ports/telegram';
import { BotClient, type BotOptions } from './telegram-bot';
import { TelegramGateway } from './telegram-gateway';

/** The bot and its till, with the same token. */
export function openTelegram(options: BotOptions): { bot: TelegramBot; till: PaymentGateway } {
  return { bot: new BotClient(options), till: new TelegramGateway(options) };
}
