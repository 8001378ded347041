'use client';

import { useTranslations } from 'next-intl';
import { PaymentWait } from '@/components/payment-wait';
import type { CertificateState } from '@/lib/orders/certificates/schema';

const isOpen = ({ state }: { state: CertificateState }) => state === 'open';

/** After the pay page: asks until the payment is known, then shows the certificate as it is now. */
export function CertificateWatcher({ certificateId }: { certificateId: string }) {
  const t = useTranslations('gifts.wait');
  const path = `/api/gift-certificates/${certificateId}/refresh`;
  return <PaymentWait path={path} isOpen={isOpen} words={(state) => t(state)} />;
}
