import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import type { Dashboard } from '@/lib/admin/dashboard/get-dashboard';

const STEPS = ['made', 'proofed', 'inCart', 'ordered', 'paid'] as const;

/** How many calendars got how far: a row a step, its bar in proportion to the first. */
export function Funnel({ funnel }: { funnel: NonNullable<Dashboard['funnel']> }) {
  const t = useTranslations('dashboard.funnel');
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <Card>
      <ol className="flex flex-col gap-4">
        {STEPS.map((step, index) => {
          const count = funnel[step];
          const before = STEPS[index - 1];
          const base = before ? funnel[before] : 0;
          return (
            <li
              key={step}
              className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[10rem_minmax(0,1fr)_6rem_9rem]"
            >
              <span className="text-sm font-medium">{t(`steps.${step}`)}</span>
              <span
                aria-hidden="true"
                className="order-last h-6 rounded-control bg-linen sm:order-none"
              >
                <span
                  className="block h-full rounded-control bg-accent"
                  style={{ width: `${(count / Math.max(1, funnel.made)) * 100}%` }}
                />
              </span>
              <span className="flex items-baseline gap-2 sm:contents">
                <span className="font-display text-2xl tabular-nums sm:text-right">
                  {number.format(count)}
                </span>
                <span className="text-xs text-ink-soft sm:text-right">
                  {base > 0 ? t('of_before', { percent: percent.format(count / base) }) : null}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
