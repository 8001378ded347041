import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Table, Td, Th } from '@/components/ui/table';
import type { Dashboard } from '@/lib/admin/dashboard/get-dashboard';
import type { CostPart } from '@/lib/admin/dashboard/margin';
import { formatMoney } from '@/lib/core/money';

const PARTS = ['print', 'delivery', 'fees', 'ai'] as const;

/** What each of the last orders brings and costs; what is not known is said. */
export function MarginTable({ margins }: { margins: NonNullable<Dashboard['margins']> }) {
  const t = useTranslations('dashboard.margin');
  const locale = useLocale();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const costOf = ({ amount, isComplete }: CostPart) => {
    if (isComplete) return formatMoney(amount, locale);
    if (amount.amountMinor === 0) return t('unknown');
    return t('at_least', { amount: formatMoney(amount, locale) });
  };
  return (
    <>
      <Table>
        <thead>
          <tr>
            <Th>{t('order')}</Th>
            <Th className="text-right">{t('revenue')}</Th>
            {PARTS.map((part) => (
              <Th key={part} className="text-right">
                {t(part)}
              </Th>
            ))}
            <Th className="text-right">{t('margin')}</Th>
          </tr>
        </thead>
        <tbody>
          {margins.map((row) => {
            const margin = formatMoney(row.margin, locale);
            const revenue = row.revenue.amountMinor;
            return (
              <tr key={row.order.id} className="hover:bg-linen/50">
                <Td className="whitespace-nowrap">
                  <Link
                    href={`/admin/orders/${row.order.id}`}
                    className="font-medium text-accent underline underline-offset-4"
                  >
                    {row.order.number}
                  </Link>
                </Td>
                <Td className="text-right whitespace-nowrap tabular-nums">
                  {formatMoney(row.revenue, locale)}
                </Td>
                {PARTS.map((part) => (
                  <Td
                    key={part}
                    className={
                      row[part].isComplete
                        ? 'text-right whitespace-nowrap tabular-nums'
                        : 'text-right whitespace-nowrap text-ink-soft tabular-nums'
                    }
                  >
                    {costOf(row[part])}
                  </Td>
                ))}
                <Td className="text-right whitespace-nowrap tabular-nums">
                  <span
                    className={
                      row.margin.amountMinor < 0 ? 'font-semibold text-bad' : 'font-semibold'
                    }
                  >
                    {row.isComplete ? margin : t('at_most', { amount: margin })}
                  </span>
                  {revenue > 0 ? (
                    <span className="block text-xs text-ink-soft">
                      {t('percent', { percent: percent.format(row.margin.amountMinor / revenue) })}
                    </span>
                  ) : null}
                </Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      {margins.some(({ isComplete }) => !isComplete) ? (
        <p className="mt-3 text-sm text-ink-soft">{t('footnote')}</p>
      ) : null}
    </>
  );
}
