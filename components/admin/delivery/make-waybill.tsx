'use client';

import { useTranslations } from 'next-intl';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { useErrorMessage } from '@/components/use-error-message';

/** Asks for the waybill of one parcel; the page follows until its number is there. */
export function MakeWaybill({ parcelId }: { parcelId: string }) {
  const t = useTranslations('delivery.waybill');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  return (
    <>
      <Button
        pending={isPending}
        onClick={() =>
          send('POST', `/api/admin/parcels/${parcelId}/waybill`, undefined, t('asked'))
        }
      >
        {t('make')}
      </Button>
      {problem ? (
        <Alert tone="bad" className="basis-full">
          {errorMessage(problem)}
        </Alert>
      ) : null}
    </>
  );
}
