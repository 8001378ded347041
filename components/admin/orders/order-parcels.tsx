import { Gift } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CopyAddress } from '@/components/admin/delivery/copy-address';
import { FollowPage } from '@/components/admin/delivery/follow-page';
import { MakeWaybill } from '@/components/admin/delivery/make-waybill';
import { SendDialog } from '@/components/admin/delivery/send-dialog';
import { ShipmentCard } from '@/components/admin/delivery/shipment-card';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { StaffParcel } from '@/lib/admin/delivery/present-parcel';

/** The parcels of an order as staff send them; nothing for an order of files alone. */
export function OrderParcels({
  parcels,
  hasSlips,
}: {
  parcels: readonly StaffParcel[];
  /** Whether slips and gift cards may be printed from here. */
  hasSlips: boolean;
}) {
  const t = useTranslations('delivery.section');
  if (parcels.length === 0) return null;
  const isMaking = parcels.some(({ shipments }) => shipments.some((one) => one.isMaking));
  return (
    <Card className="flex flex-col gap-6">
      {isMaking ? <FollowPage /> : null}
      <h2 className="text-2xl">{t('title')}</h2>
      {parcels.map((parcel) => (
        <OneParcel key={parcel.id} parcel={parcel} hasSlip={hasSlips} />
      ))}
    </Card>
  );
}

function OneParcel({ parcel, hasSlip }: { parcel: StaffParcel; hasSlip: boolean }) {
  const t = useTranslations('delivery.section');
  const tMethod = useTranslations('delivery.methods');
  const { method, pickupPoint, recipient, position, shipments } = parcel;
  const address = [...parcel.addressLines, pickupPoint?.name].filter(Boolean);
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-5 first-of-type:border-0 first-of-type:pt-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-lg font-semibold">{t('parcel_to', { number: position, recipient })}</h3>
        {parcel.isGift ? (
          <Badge tone="accent">
            <Gift aria-hidden="true" />
            {t('gift')}
          </Badge>
        ) : null}
        {parcel.isReprint ? <Badge tone="warn">{t('reprint')}</Badge> : null}
      </div>
      <p className="break-words">
        {tMethod(method ?? 'unknown')}
        {pickupPoint ? <span className="block">{pickupPoint.name}</span> : null}
        <span className="block text-sm text-ink-soft">
          {parcel.phone} · {t('weight', { grams: parcel.weightG })}
        </span>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <CopyAddress text={address.join('\n')} />
        {hasSlip ? (
          <ButtonLink
            variant="ghost"
            size="sm"
            href={`/admin/packing/slips?ids=${parcel.id}`}
            prefetch={false}
          >
            {parcel.isGift ? t('card') : t('slip')}
          </ButtonLink>
        ) : null}
      </div>
      {shipments.map((shipment) => (
        <ShipmentCard key={shipment.id} shipment={shipment} />
      ))}
      {parcel.canSend ? (
        <div className="flex flex-wrap items-center gap-3">
          {parcel.canWaybill ? <MakeWaybill parcelId={parcel.id} /> : null}
          <SendDialog parcelId={parcel.id} isFirst={!parcel.canWaybill} />
        </div>
      ) : null}
      {!parcel.canSend && shipments.length === 0 ? (
        <p className="text-sm text-ink-soft">{t('not_yet')}</p>
      ) : null}
    </section>
  );
}
