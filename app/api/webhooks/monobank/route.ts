import { defineWebhook } from '@/lib/http/define-webhook';
import { requestCtx } from '@/lib/http/request-context';
import { receivePaymentEvent } from '@/lib/payments/receive-payment-event';

export const POST = defineWebhook({
  provider: 'monobank',
  receive: async (rawBody, headers) => {
    const ctx = await requestCtx('public');
    await receivePaymentEvent(ctx, 'MONOBANK', rawBody, headers.get('x-sign'));
  },
});
