import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classes } from '@/components/ui/classes';
import { formatMoney, money } from '@/lib/core/money';
import type { PriceRow } from '@/lib/orders/price-order';

/**
 * Every line of a price in words: what is bought, what is taken off, delivery, total, the tax in it, and what is left
 * after gift certificates.
 */
export function PriceRows({ rows, isOpen }: { rows: readonly PriceRow[]; isOpen: boolean }) {
  const t = useTranslations('checkout.rows');
  const tOrders = useTranslations('orders');
  const locale = useLocale();
  const percent = (basisPoints: unknown) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(Number(basisPoints) / 100);
  const parcels = new Set(
    rows.filter(({ kind }) => kind === 'delivery').map(({ params }) => params.parcel),
  );
  const address = (row: PriceRow) =>
    parcels.size > 1 ? t('address', { number: row.params.parcel ?? 0 }) : null;
  const isCertified = rows.some(({ kind }) => kind === 'certificate');

  return (
    <dl className="flex flex-col gap-2">
      {rows.map((row, index) => {
        const { kind, params, amount } = row;
        const key = `${kind}-${index}`;
        const value = formatMoney(amount, locale);
        switch (kind) {
          case 'item':
            return (
              <Row
                key={key}
                label={String(params.title || tOrders('untitled'))}
                note={join(
                  t('each', {
                    quantity: params.quantity ?? 1,
                    price: formatMoney(money(Number(params.unitMinor), amount.currency), locale),
                  }),
                  params.parcel === 0 ? t('file') : address(row),
                )}
                value={value}
              />
            );
          case 'volume':
            return (
              <Row
                key={key}
                label={t('volume', { copies: params.fromCopies ?? 0 })}
                value={value}
                isOff
              />
            );
          case 'promo':
            return (
              <Row
                key={key}
                label={t('promo', { code: params.code ?? '' })}
                note={
                  params.kind === 'PERCENT'
                    ? t('promo_percent', { rate: percent(params.basisPoints) })
                    : null
                }
                value={value}
                isOff
              />
            );
          case 'wrap':
            return <Row key={key} label={t('wrap')} note={address(row)} value={value} />;
          case 'delivery':
            return (
              <Row
                key={key}
                label={t('delivery')}
                note={join(methodName(t, params.method), address(row))}
                value={value}
              />
            );
          case 'free_delivery':
            return (
              <Row
                key={key}
                label={t('free_delivery')}
                note={t('promo', { code: params.code ?? '' })}
                value={value}
                isOff
              />
            );
          case 'small_rest':
            return <Row key={key} label={t('small_rest')} value={value} isOff />;
          case 'total':
            return (
              <Row key={key} label={t('total')} value={value} isLarge={!isCertified} isRuled />
            );
          case 'tax':
            return Number(params.basisPoints) > 0 ? (
              <Row
                key={key}
                label={t('tax', { rate: percent(params.basisPoints) })}
                value={value}
                isQuiet
              />
            ) : (
              <div key={key} className="text-sm text-ink-soft">
                <dt className="sr-only">{t('tax', { rate: '0' })}</dt>
                <dd>{t('tax_none')}</dd>
              </div>
            );
          case 'certificate':
            return (
              <Row
                key={key}
                label={t('certificate', { end: params.codeEnd ?? '' })}
                value={value}
                isOff
              />
            );
          case 'due':
            return isCertified ? (
              <Row key={key} label={t(isOpen ? 'due' : 'rest')} value={value} isLarge isRuled />
            ) : null;
          default:
            return null;
        }
      })}
    </dl>
  );
}

const METHOD_WORDS = ['post', 'np-branch', 'np-locker', 'np-courier'];

function methodName(t: (key: string) => string, method: unknown): string | null {
  return typeof method === 'string' && METHOD_WORDS.includes(method)
    ? t(`methods.${method}`)
    : null;
}

function join(...parts: (string | null)[]): string {
  return parts.filter(Boolean).join(' · ');
}

function Row({
  label,
  note,
  value,
  isOff,
  isQuiet,
  isLarge,
  isRuled,
}: {
  label: ReactNode;
  note?: string | null;
  value: string;
  /** A reduction or a part that is paid already. */
  isOff?: boolean;
  isQuiet?: boolean;
  isLarge?: boolean;
  isRuled?: boolean;
}) {
  return (
    <div
      className={classes(
        'flex items-baseline justify-between gap-4',
        isQuiet && 'text-sm text-ink-soft',
        isRuled && 'mt-1 border-t border-line pt-3',
      )}
    >
      <dt className={classes('min-w-0 break-words', isRuled && 'font-semibold')}>
        {label}
        {note ? <span className="block text-sm font-normal text-ink-soft">{note}</span> : null}
      </dt>
      <dd
        className={classes(
          'shrink-0 tabular-nums',
          isOff && 'text-good',
          isLarge && 'font-display text-2xl',
        )}
      >
        {value}
      </dd>
    </div>
  );
}
