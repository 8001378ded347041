'use client';

import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/admin/reason-dialog';

export function CancelWaybill({ shipmentId }: { shipmentId: string }) {
  const t = useTranslations('delivery');
  return (
    <ReasonDialog
      path={`/api/admin/shipments/${shipmentId}/cancel`}
      isOptional
      look={{ variant: 'ghost', size: 'sm' }}
      copy={{
        open: t('shipment.cancel'),
        title: t('waybill.cancel_title'),
        text: t('waybill.cancel_text'),
        done: t('waybill.cancelled'),
      }}
    />
  );
}
