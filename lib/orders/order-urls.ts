import { requireEnv } from '@/lib/core/env';

/** The order's page as a link for mails and for the way back from the pay page. */
export function orderUrl(orderId: string): string {
  return new URL(`/orders/${orderId}`, requireEnv('APP_URL')).href;
}
