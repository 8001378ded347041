import { receiveUpdate } from '@/lib/bot/receive-update';
import { defineWebhook } from '@/lib/http/define-webhook';
import { requestCtx } from '@/lib/http/request-context';

export const POST = defineWebhook({
  provider: 'telegram',
  receive: async (rawBody, headers) => {
    const ctx = await requestCtx('public');
    await receiveUpdate(ctx, rawBody, headers.get('x-telegram-bot-api-secret-token'));
  },
});
