import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Table, Td, Th } from '@/components/ui/table';
import type { CurrencyRevenue } from '@/lib/admin/dashboard/get-dashboard';
import { formatMoney } from '@/lib/core/money';
import { formatDay, formatShortDay } from '@/lib/orders/format-period';

const WIDTH = 600;
const HEIGHT = 120;
const GAP = 4;
/** A day with little money is still seen. */
const LEAST_HEIGHT = 2;

/** One currency's days as bars, and the same as a table for whoever wants the numbers. */
export function RevenueChart({ revenue }: { revenue: CurrencyRevenue }) {
  const t = useTranslations('dashboard.revenue');
  const locale = useLocale();
  const { currency, taken, returned, days } = revenue;
  const best = days.reduce((a, b) => (b.taken.amountMinor > a.taken.amountMinor ? b : a));
  const most = Math.max(1, best.taken.amountMinor);
  const step = WIDTH / days.length;
  const [first, last] = [days[0], days.at(-1)];
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-lg text-ink-soft">{currency}</h3>
        <p className="font-display text-3xl tabular-nums">{formatMoney(taken, locale)}</p>
      </div>
      <svg
        role="img"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-32 w-full"
        aria-label={t('chart', {
          currency,
          total: formatMoney(taken, locale),
          days: days.length,
          day: formatDay(best.day, locale),
          most: formatMoney(best.taken, locale),
        })}
      >
        <line
          x1={0}
          x2={WIDTH}
          y1={HEIGHT - 0.5}
          y2={HEIGHT - 0.5}
          className="stroke-line-strong"
        />
        {days.map(({ day, taken: amount }, index) => {
          const height =
            amount.amountMinor === 0
              ? 0
              : Math.max(LEAST_HEIGHT, (amount.amountMinor / most) * (HEIGHT - 1));
          return (
            // The whole column answers to the pointer, so that a low bar is found too.
            <g key={day} className="group">
              <title>
                {t('bar', { day: formatDay(day, locale), amount: formatMoney(amount, locale) })}
              </title>
              <rect
                x={index * step}
                y={0}
                width={step}
                height={HEIGHT}
                className="fill-transparent group-hover:fill-linen"
              />
              <rect
                x={index * step + GAP / 2}
                y={HEIGHT - 1 - height}
                width={step - GAP}
                height={height}
                className="fill-accent"
              />
            </g>
          );
        })}
      </svg>
      <div className="-mt-2 flex justify-between text-xs text-ink-soft">
        <span>{first ? formatShortDay(first.day, locale) : null}</span>
        <span>{last ? formatShortDay(last.day, locale) : null}</span>
      </div>
      {returned.amountMinor > 0 ? (
        <p className="text-sm text-ink-soft">
          {t('returned', { amount: formatMoney(returned, locale) })}
        </p>
      ) : null}
      <details className="text-sm">
        <summary className="min-h-6 font-medium text-accent">{t('as_table')}</summary>
        <div className="mt-3">
          <Table>
            <thead>
              <tr>
                <Th>{t('day')}</Th>
                <Th className="text-right">{t('taken')}</Th>
                <Th className="text-right">{t('back')}</Th>
              </tr>
            </thead>
            <tbody>
              {days
                .filter((row) => row.taken.amountMinor > 0 || row.returned.amountMinor > 0)
                .map((row) => (
                  <tr key={row.day}>
                    <Td className="whitespace-nowrap">{formatDay(row.day, locale)}</Td>
                    <Td className="text-right tabular-nums">{formatMoney(row.taken, locale)}</Td>
                    <Td className="text-right tabular-nums">{formatMoney(row.returned, locale)}</Td>
                  </tr>
                ))}
              <tr className="font-semibold">
                <Td>{t('total')}</Td>
                <Td className="text-right tabular-nums">{formatMoney(taken, locale)}</Td>
                <Td className="text-right tabular-nums">{formatMoney(returned, locale)}</Td>
              </tr>
            </tbody>
          </Table>
        </div>
      </details>
    </Card>
  );
}
