import { useLocale, useTranslations } from 'next-intl';
import { formatMoney, type Money } from '@/lib/core/money';

/** What is paid and what of it is tax. Every amount comes from the server. */
export function OrderTotals({
  items,
  delivery,
  tax,
  taxBasisPoints,
  total,
  refunded,
}: {
  items: Money;
  delivery: Money;
  tax: Money;
  taxBasisPoints: number;
  total: Money;
  refunded?: Money;
}) {
  const t = useTranslations('orders.totals');
  const locale = useLocale();
  const rate = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(
    taxBasisPoints / 100,
  );
  return (
    <dl className="flex flex-col gap-2">
      <Row label={t('items')} value={formatMoney(items, locale)} />
      <Row label={t('delivery')} value={formatMoney(delivery, locale)} />
      <div className="mt-1 flex items-baseline justify-between gap-4 border-t border-line pt-3">
        <dt className="font-semibold">{t('total')}</dt>
        <dd className="font-display text-2xl tabular-nums">{formatMoney(total, locale)}</dd>
      </div>
      {taxBasisPoints > 0 ? (
        <Row label={t('tax', { rate })} value={formatMoney(tax, locale)} isQuiet />
      ) : (
        <div className="text-sm text-ink-soft">
          <dt className="sr-only">{t('tax', { rate })}</dt>
          <dd>{t('tax_none')}</dd>
        </div>
      )}
      {refunded && refunded.amountMinor > 0 ? (
        <Row label={t('refunded')} value={`−${formatMoney(refunded, locale)}`} />
      ) : null}
    </dl>
  );
}

function Row({ label, value, isQuiet }: { label: string; value: string; isQuiet?: boolean }) {
  return (
    <div className={`flex justify-between gap-4 ${isQuiet ? 'text-sm text-ink-soft' : ''}`}>
      <dt>{label}</dt>
      <dd className="tabular-nums">{value}</dd>
    </div>
  );
}
