import { defineWebhook } from '@/lib/http/define-webhook';
import { requestCtx } from '@/lib/http/request-context';
import { receivePrintEvent } from '@/lib/orders/print-houses/receive-print-event';

export const POST = defineWebhook({
  provider: 'prodigi',
  receive: async (rawBody) => {
    await receivePrintEvent(await requestCtx('public'), rawBody);
  },
});
