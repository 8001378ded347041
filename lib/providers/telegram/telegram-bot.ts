import { z } from 'zod';
import type { BotButton, BotUpdate, TelegramBot } from '@/lib/providers/ports/telegram';
import { BotApi } from './bot-api';
import { readLaunchData } from './launch-data';
import { readUpdate, UPDATE_KINDS } from './read-update';

export type BotOptions = {
  token: string;
  name: string;
  webhookSecret: string;
  /** Left out for the real service. */
  apiUrl?: string;
  /** Where chats are opened: "https://t.me/<name>" for the real service. */
  chatUrl?: string;
};

const SentSchema = z.object({ message_id: z.number() });

export class BotClient implements TelegramBot {
  readonly name: string;
  private readonly api: BotApi;
  private readonly options: BotOptions;

  constructor(options: BotOptions) {
    this.options = options;
    this.name = options.name;
    this.api = new BotApi(options);
  }

  async sendMessage(message: Parameters<TelegramBot['sendMessage']>[0]) {
    const sent = await this.api.call('sendMessage', {
      chat_id: Number(message.chatId),
      text: message.text,
      link_preview_options: { is_disabled: true },
      ...(message.buttons?.length
        ? { reply_markup: { inline_keyboard: message.buttons.map((button) => [keyOf(button)]) } }
        : {}),
    });
    return { messageId: String(SentSchema.parse(sent).message_id) };
  }

  async answerButton(queryId: string): Promise<void> {
    await this.api.call('answerCallbackQuery', { callback_query_id: queryId });
  }

  async answerPreCheckout(queryId: string, refusal: string | null): Promise<void> {
    await this.api.call('answerPreCheckoutQuery', {
      pre_checkout_query_id: queryId,
      ok: refusal === null,
      ...(refusal === null ? {} : { error_message: refusal }),
    });
  }

  async announce(parts: Parameters<TelegramBot['announce']>[0]): Promise<void> {
    await this.api.call('setWebhook', {
      url: parts.webhookUrl,
      secret_token: this.options.webhookSecret,
      allowed_updates: UPDATE_KINDS,
      // Updates that wait are payments that were made: they are never dropped.
      drop_pending_updates: false,
    });
    for (const [language, commands] of Object.entries(parts.commands)) {
      await this.api.call('setMyCommands', {
        commands,
        ...(language === '' ? {} : { language_code: language }),
      });
    }
  }

  startLink(token: string): string {
    const url = new URL(this.options.chatUrl ?? `https://t.me/${this.name}`);
    url.searchParams.set('start', token);
    return url.href;
  }

  readUpdate(rawBody: string, secretHeader: string | null): BotUpdate {
    return readUpdate(rawBody, secretHeader, this.options.webhookSecret);
  }

  readLaunch(initData: string, now: Date) {
    return readLaunchData(initData, this.options.token, now);
  }
}

function keyOf(button: BotButton): object {
  if ('url' in button) return { text: button.text, url: button.url };
  if ('app' in button) return { text: button.text, web_app: { url: button.app } };
  return { text: button.text, callback_data: button.data };
}
