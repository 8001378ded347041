import { defineWebhook } from '@/lib/http/define-webhook';
import { requestCtx } from '@/lib/http/request-context';
import { unsubscribe } from '@/lib/messages/unsubscribe/unsubscribe';

/** The one press of mail programs (RFC 8058) and of our own page; the token in the address is the proof. */
export const POST = defineWebhook({
  provider: 'unsubscribe',
  receive: async (_rawBody, _headers, request) => {
    const token = new URL(request.url).searchParams.get('token') ?? '';
    await unsubscribe(await requestCtx('public'), token);
  },
});
