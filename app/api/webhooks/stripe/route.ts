import { defineWebhook } from '@/lib/http/define-webhook';
import { requestCtx } from '@/lib/http/request-context';
import { receiveStripeEvent } from '@/lib/payments/receive-stripe-event';

export const POST = defineWebhook({
  provider: 'stripe',
  receive: async (rawBody, headers) => {
    await receiveStripeEvent(await requestCtx('public'), rawBody, headers.get('stripe-signature'));
  },
});
