'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/field';
import { formatMonth } from '@/lib/orders/format-period';
import type { CartLine } from '@/lib/orders/get-cart';

/** The months and years of each calendar, ticked one by one: a printed year cannot be changed. */
export function Periods({
  lines,
  confirmed,
  error,
  onChange,
}: {
  lines: readonly CartLine[];
  confirmed: ReadonlySet<string>;
  error: string | undefined;
  onChange: (confirmed: ReadonlySet<string>) => void;
}) {
  const t = useTranslations('checkout');
  const tOrders = useTranslations('orders');
  const locale = useLocale();
  return (
    <>
      {lines.map(({ id, title, period, calendarId, productName }) => {
        const isTwice = lines.filter((line) => line.calendarId === calendarId).length > 1;
        const isConfirmed = confirmed.has(id);
        const words = {
          title: title || tOrders('untitled'),
          first: formatMonth(period.first, locale),
          last: formatMonth(period.last, locale),
        };
        return (
          <Checkbox
            key={id}
            name={`confirmed-${id}`}
            checked={isConfirmed}
            aria-invalid={error && !isConfirmed ? true : undefined}
            aria-describedby={error ? 'unconfirmed' : undefined}
            onChange={(event) => {
              const next = new Set(confirmed);
              if (event.target.checked) next.add(id);
              else next.delete(id);
              onChange(next);
            }}
            label={
              <span className="text-lg">
                {t(period.first === period.last ? 'period_one' : 'period', words)}
                {isTwice ? (
                  <span className="block text-base text-ink-soft">{productName}</span>
                ) : null}
              </span>
            }
          />
        );
      })}
      {error ? (
        <p id="unconfirmed" className="text-sm font-medium text-bad">
          {t(`field_errors.${error}`)}
        </p>
      ) : null}
    </>
  );
}
