import { useTranslations } from 'next-intl';
import type { StarPrice } from '@/lib/stars/list-star-prices';

/** What each thing costs, before anything is spent. */
export function PriceList({ prices }: { prices: StarPrice[] }) {
  const t = useTranslations('stars.prices');
  return (
    <dl className="divide-y divide-line/70">
      {prices.map(({ id, type, name, stars }) => (
        <div key={id} className="flex items-baseline justify-between gap-4 py-2.5">
          <dt className="min-w-0">
            {t(`types.${type}`)} <span className="text-sm text-ink-soft">{name}</span>
          </dt>
          <dd className="font-medium whitespace-nowrap tabular-nums">
            {t('stars', { count: stars })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
