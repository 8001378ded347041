import { defineWebhook } from '@/lib/http/define-webhook';
import { requestCtx } from '@/lib/http/request-context';
import { receiveModelEvent } from '@/lib/studio/requests/receive-model-event';

export const POST = defineWebhook({
  provider: 'fal',
  receive: async (rawBody, headers, request) => {
    await receiveModelEvent(await requestCtx('public'), {
      rawBody: Buffer.from(rawBody, 'utf8'),
      headers,
      ref: new URL(request.url).searchParams.get('request'),
    });
  },
});
