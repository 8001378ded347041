import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { formatMoney } from '@/lib/core/money';
import { INSTANT } from '@/lib/i18n/time-zone';
import type { TimelineEntry } from '@/lib/orders/present-order';

const TOLD = new Set([
  'placed',
  'moved',
  'surplus_payment',
  'refund_requested',
  'refunded',
  'certificate_returned',
  'file_downloaded',
]);

/** What happened to an order, oldest first. */
export function OrderTimeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useTranslations('orders.timeline');
  const locale = useLocale();
  const format = useFormatter();
  const told = entries.filter((entry) => TOLD.has(entry.kind));
  return (
    <ol className="relative flex flex-col gap-5 border-l border-line pl-6">
      {told.map((entry, index) => (
        <li key={entry.id} className="relative">
          <span
            aria-hidden="true"
            className={`absolute top-1.5 -left-[1.83rem] size-3 rounded-full border-2 border-paper ${
              index === told.length - 1 ? 'bg-accent' : 'bg-line-strong'
            }`}
          />
          <p className="font-medium">
            {t(entry.kind === 'moved' && entry.toStatus ? entry.toStatus : entry.kind, {
              amount: entry.amount ? formatMoney(entry.amount, locale) : '',
            })}
          </p>
          <time dateTime={entry.at} className="text-sm text-ink-soft">
            {format.dateTime(new Date(entry.at), INSTANT)}
          </time>
        </li>
      ))}
    </ol>
  );
}
