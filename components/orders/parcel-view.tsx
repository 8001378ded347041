import { Gift, MapPin, Truck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { carrierForCustomer } from '@/lib/orders/carriers';
import { formatDay } from '@/lib/orders/format-period';
import type { OrderItemView, ParcelView, ShipmentView } from '@/lib/orders/present-order';

const TONES: Record<ShipmentView['status'], Tone> = {
  LABELLED: 'neutral',
  IN_TRANSIT: 'fine',
  READY_FOR_PICKUP: 'accent',
  DELIVERED: 'good',
  PROBLEM: 'warn',
  RETURNED: 'warn',
  CANCELLED: 'neutral',
};

/** One parcel of an order: where it goes and how, as a gift or not, and where it is. */
export function ParcelViewCard({
  parcel,
  items,
  isOnly,
  isExpected,
}: {
  parcel: ParcelView;
  /** What is in it. */
  items: readonly OrderItemView[];
  isOnly: boolean;
  /** Paid and not yet sent: says when it comes. */
  isExpected: boolean;
}) {
  const t = useTranslations('orders');
  const tCheckout = useTranslations('checkout');
  const locale = useLocale();
  const trackingWords = ({ carrier, trackingNumber: number }: ShipmentView) => {
    const name = carrierForCustomer(carrier, locale);
    return name
      ? t('order.tracking_number', { carrier: name, number })
      : t('order.tracking_number_only', { number });
  };
  return (
    <Card className="flex flex-col gap-4">
      <h2 className="text-2xl">
        {isOnly ? t('order.address') : t('order.parcel', { number: parcel.position })}
      </h2>
      {isOnly ? null : (
        <ul className="text-ink-soft">
          {items.map((item) => (
            <li key={item.id} className="break-words">
              {item.title || t('untitled')}, {t('copies', { count: item.quantity })}
            </li>
          ))}
        </ul>
      )}
      <div className="flex items-start gap-3">
        <MapPin aria-hidden="true" className="mt-1 size-4.5 shrink-0 text-accent" />
        <div className="min-w-0">
          {parcel.method ? (
            <p className="font-medium">{tCheckout(`methods.${parcel.method}.name`)}</p>
          ) : null}
          {parcel.pickupPoint ? <p className="break-words">{parcel.pickupPoint.name}</p> : null}
          <address className="not-italic">
            {parcel.addressLines.map((line) => (
              <span key={line} className="block break-words">
                {line}
              </span>
            ))}
          </address>
        </div>
      </div>
      {parcel.isGift ? (
        <div className="flex items-start gap-3">
          <Gift aria-hidden="true" className="mt-1 size-4.5 shrink-0 text-accent" />
          <div className="min-w-0">
            <p className="font-medium">{t('order.gift')}</p>
            {parcel.giftNote ? (
              <p className="break-words whitespace-pre-line text-ink-soft">{parcel.giftNote}</p>
            ) : null}
          </div>
        </div>
      ) : null}
      {parcel.shipments.map((shipment) => (
        <div
          key={shipment.id}
          className="flex items-start gap-3 rounded-control bg-linen px-4 py-3"
        >
          <Truck aria-hidden="true" className="mt-1 size-4.5 shrink-0 text-accent" />
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="min-w-0 break-words">{trackingWords(shipment)}</span>
              <Badge tone={TONES[shipment.status]}>{t(`order.shipment.${shipment.status}`)}</Badge>
            </p>
            {shipment.trackingUrl ? (
              <a
                href={shipment.trackingUrl}
                target="_blank"
                rel="noreferrer"
                className="font-medium text-accent underline underline-offset-4"
              >
                {t('order.tracking')}
              </a>
            ) : null}
          </div>
        </div>
      ))}
      {isExpected && parcel.shipments.length === 0 ? (
        <p className="rounded-control bg-linen px-4 py-3 font-medium">
          {t('order.arrival', {
            from: formatDay(parcel.arrival.from, locale),
            to: formatDay(parcel.arrival.to, locale),
          })}
        </p>
      ) : null}
    </Card>
  );
}
