import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { StaffEvent, StaffOrder } from '@/lib/admin/get-order';
import { formatMoney } from '@/lib/core/money';
import { formatInstant } from '@/lib/orders/format-period';

/** Everything that happened to an order, newest first, and who looked at it. */
export function StaffHistory({ order }: { order: StaffOrder }) {
  const t = useTranslations('admin.order');
  const locale = useLocale();
  const by = (actor: string | null, at: string) =>
    t('by', { actor: actor ?? t('system'), time: formatInstant(new Date(at), locale) });
  return (
    <div className="flex flex-col gap-6">
      <ol className="flex flex-col gap-4">
        {order.events.toReversed().map((event) => (
          <li key={event.id} className="border-l-2 border-line pl-4">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              <EventTitle event={event} />
              {event.isInternal ? <Badge>{t('internal')}</Badge> : null}
            </p>
            {(event.text ?? event.reason) ? (
              <p className="break-words whitespace-pre-wrap">{event.text ?? event.reason}</p>
            ) : null}
            <p className="text-sm text-ink-soft">{by(event.actor, event.at)}</p>
          </li>
        ))}
      </ol>
      <details>
        <summary className="min-h-11 py-2 font-medium">{t('audit')}</summary>
        <ul className="flex flex-col gap-1 text-sm text-ink-soft">
          {order.audit.map((row) => (
            <li key={row.id}>
              <code>{row.action}</code> · {by(row.actor, row.at)}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function EventTitle({ event }: { event: StaffEvent }) {
  const t = useTranslations('admin.order.events');
  const tStatus = useTranslations('orders.status');
  const locale = useLocale();
  const statusName = (status: StaffEvent['toStatus']) => (status ? tStatus(status) : '');
  return t(event.kind, {
    amount: event.amount ? formatMoney(event.amount, locale) : '',
    from: statusName(event.fromStatus),
    to: statusName(event.toStatus),
  });
}
