import { Download, ExternalLink } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import type { StaffShipment } from '@/lib/admin/delivery/present-parcel';
import { formatMoney } from '@/lib/core/money';
import { formatInstant } from '@/lib/orders/format-period';
import { CancelWaybill } from './cancel-waybill';
import { MoveDialog } from './move-dialog';
import { ShipmentBadge } from './shipment-badge';

/** One shipment of a parcel: its number, where it is, what can be done, and how it came there. */
export function ShipmentCard({ shipment }: { shipment: StaffShipment }) {
  const t = useTranslations('delivery');
  const locale = useLocale();
  const time = (iso: string) => formatInstant(new Date(iso), locale);
  const isOver = shipment.status === 'CANCELLED';
  return (
    <div className="flex flex-col gap-3 rounded-control border border-line bg-paper px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ShipmentBadge status={shipment.status} />
        {shipment.isMaking ? (
          <span role="status" className="inline-flex items-center gap-2 text-ink-soft">
            <Spinner />
            {t('making')}
          </span>
        ) : (
          <span className={isOver ? 'text-ink-soft line-through' : 'font-medium'}>
            {shipment.carrier}{' '}
            <span className="break-all tabular-nums">{shipment.trackingNumber}</span>
          </span>
        )}
        {shipment.cost ? (
          <span className="text-sm text-ink-soft">
            {t('shipment.cost', { amount: formatMoney(shipment.cost, locale) })}
          </span>
        ) : null}
      </div>
      {shipment.carrierStatus ? (
        <p className="text-sm break-words text-ink-soft">
          {t('shipment.carrier_says', { words: shipment.carrierStatus })}
          {shipment.checkedAt
            ? ` · ${t('shipment.checked', { time: time(shipment.checkedAt) })}`
            : ''}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {shipment.hasLabel ? (
          <ButtonLink
            size="sm"
            variant="secondary"
            href={`/api/admin/packing/labels?ids=${shipment.id}`}
            prefetch={false}
            target="_blank"
          >
            <Download aria-hidden="true" />
            {t('shipment.label')}
          </ButtonLink>
        ) : null}
        {shipment.trackingUrl && !isOver ? (
          <ButtonLink
            size="sm"
            variant="secondary"
            href={shipment.trackingUrl}
            target="_blank"
            rel="noreferrer"
          >
            <ExternalLink aria-hidden="true" />
            {t('shipment.follow')}
          </ButtonLink>
        ) : null}
        {shipment.moves.length > 0 ? (
          <MoveDialog shipmentId={shipment.id} moves={shipment.moves} />
        ) : null}
        {shipment.canCancel ? <CancelWaybill shipmentId={shipment.id} /> : null}
      </div>
      <details>
        <summary className="min-h-9 cursor-pointer py-1.5 text-sm font-medium">
          {t('shipment.history')}
        </summary>
        <ol className="mt-1 flex flex-col gap-2 text-sm">
          {shipment.events.toReversed().map((event) => (
            <li key={event.id} className="border-l-2 border-line pl-3">
              <span className="font-medium">{t(`status.${event.toStatus}`)}</span>
              {event.reason ? <span className="block break-words">{event.reason}</span> : null}
              <span className="block text-ink-soft">
                {t('shipment.by', {
                  actor: event.actor ?? t('shipment.system'),
                  time: time(event.at),
                })}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
