'use client';

import { useTranslations } from 'next-intl';
import { PaymentWait } from '@/components/payment-wait';
import type { PurchaseState } from '@/lib/stars/schema';

const isOpen = ({ state }: { state: PurchaseState }) => state === 'open';

/** After the pay page: asks until the payment is known, then shows the wallet as it is now. */
export function PurchaseWatcher({ purchaseId }: { purchaseId: string }) {
  const t = useTranslations('stars.purchase');
  const path = `/api/stars/purchases/${purchaseId}/refresh`;
  return <PaymentWait path={path} isOpen={isOpen} words={(state) => t(state)} />;
}
