import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { INSTANT } from '@/lib/i18n/time-zone';
import { formatPackPrice } from '@/lib/stars/pack-price';
import type { PurchaseView } from '@/lib/stars/present-purchase';
import type { PurchaseState } from '@/lib/stars/schema';
import { RefundStarsDialog } from './refund-stars-dialog';

const TONES: Record<PurchaseState, Tone> = {
  open: 'warn',
  paid: 'good',
  ended: 'neutral',
  review: 'warn',
};

/** The packs that were bought, and the way to give unspent stars back. */
export function PurchaseList({ purchases }: { purchases: PurchaseView[] }) {
  const t = useTranslations('stars.purchases');
  const locale = useLocale();
  const format = useFormatter();
  return (
    <ul className="divide-y divide-line/70">
      {purchases.map((purchase) => (
        <li key={purchase.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
          <div className="min-w-0 flex-1 basis-44">
            <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium">
              {t('stars', { count: purchase.stars })}
              <Badge tone={TONES[purchase.state]}>{t(`states.${purchase.state}`)}</Badge>
            </p>
            <p className="text-sm text-ink-soft tabular-nums">
              {formatPackPrice(purchase.price, locale)}
              {' · '}
              <time dateTime={purchase.at}>{format.dateTime(new Date(purchase.at), INSTANT)}</time>
            </p>
            {purchase.refunds.map((refund) => (
              <p key={refund.id} className="text-sm text-ink-soft">
                {t(`refunds.${refund.status}`, { amount: formatPackPrice(refund.amount, locale) })}
              </p>
            ))}
          </div>
          {purchase.payUrl ? (
            <a
              href={purchase.payUrl}
              className="inline-flex min-h-9 items-center font-medium text-accent underline underline-offset-4"
            >
              {t('pay')}
            </a>
          ) : null}
          {purchase.refundable > 0 ? <RefundStarsDialog purchase={purchase} /> : null}
        </li>
      ))}
    </ul>
  );
}
