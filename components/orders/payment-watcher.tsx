'use client';

import { useTranslations } from 'next-intl';
import { PaymentWait } from '@/components/payment-wait';
import type { OrderStatus } from '@/lib/orders/order-states';

const isOpen = ({ status, isInReview }: { status: OrderStatus; isInReview: boolean }) =>
  status === 'AWAITING_PAYMENT' && !isInReview;

/** After the pay page: asks until the payment is known, then shows the order as it is now. */
export function PaymentWatcher({ orderId }: { orderId: string }) {
  const t = useTranslations('orders.order');
  return (
    <PaymentWait
      path={`/api/orders/${orderId}/refresh`}
      isOpen={isOpen}
      words={(state) => t(state)}
    />
  );
}
