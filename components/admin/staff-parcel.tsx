import { Gift } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { formatDay } from '@/lib/orders/format-period';
import type { ParcelView } from '@/lib/orders/present-order';

/** Where one parcel of an order goes, what its card says, and when it was promised. */
export function StaffParcel({ parcel, isOnly }: { parcel: ParcelView; isOnly: boolean }) {
  const t = useTranslations('admin.order');
  const locale = useLocale();
  return (
    <Card className="flex flex-col gap-3">
      <h2 className="text-2xl">
        {isOnly ? t('address') : t('parcel', { number: parcel.position })}
      </h2>
      <address className="not-italic">
        {parcel.addressLines.map((line) => (
          <span key={line} className="block break-words">
            {line}
          </span>
        ))}
      </address>
      {parcel.pickupPoint ? <p className="break-words">{parcel.pickupPoint.name}</p> : null}
      {parcel.isGift ? (
        <div className="rounded-control bg-linen px-4 py-3">
          <p className="flex items-center gap-2 font-medium">
            <Gift aria-hidden="true" className="size-4.5 text-accent" />
            {t('gift')}
          </p>
          {parcel.giftNote ? (
            <p className="mt-1 break-words whitespace-pre-wrap">
              {t('gift_note', { text: parcel.giftNote })}
            </p>
          ) : null}
        </div>
      ) : null}
      <p className="text-sm text-ink-soft">
        {t('arrival', {
          from: formatDay(parcel.arrival.from, locale),
          to: formatDay(parcel.arrival.to, locale),
        })}
      </p>
    </Card>
  );
}
