import { CalendarCheck, CalendarX, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { TONE_CLASSES } from '@/components/ui/badge';
import { classes } from '@/components/ui/classes';
import type { PlainDate } from '@/lib/core/plain-date';
import { arrivalFrom, latestOrderDay } from '@/lib/orders/arrival-window';
import { formatDay } from '@/lib/orders/format-period';
import type { DeliveryChoice } from '@/lib/orders/get-checkout';

const LOOKS = {
  in_time: { tone: 'good', Icon: CalendarCheck },
  unsure: { tone: 'warn', Icon: TriangleAlert },
  late: { tone: 'bad', Icon: CalendarX },
} as const;

/** When a parcel comes; with a wished day also whether it is there by then, and until when to order to be sure. */
export function ArrivalNote({
  choice,
  others,
  wantedBy,
  today,
}: {
  choice: DeliveryChoice;
  /** Other ways to the same country, of which one may be quick enough. */
  others: readonly DeliveryChoice[];
  wantedBy: PlainDate | null;
  today: PlainDate;
}) {
  const t = useTranslations('checkout');
  const locale = useLocale();
  const arrival = arrivalFrom(today, choice);
  const words = { from: formatDay(arrival.from, locale), to: formatDay(arrival.to, locale) };
  if (!wantedBy) {
    return (
      <div className="rounded-control bg-linen px-4 py-3">
        <p className="font-medium">{t('arrival', words)}</p>
        <p className="text-sm text-ink-soft">{t('arrival_hint')}</p>
      </div>
    );
  }
  const state = arrival.to <= wantedBy ? 'in_time' : arrival.from <= wantedBy ? 'unsure' : 'late';
  const { tone, Icon } = LOOKS[state];
  const latest = latestOrderDay(wantedBy, choice);
  const quicker =
    state === 'in_time'
      ? undefined
      : others.find((other) => arrivalFrom(today, other).to <= wantedBy);
  return (
    <div
      className={classes('flex items-start gap-3 rounded-control px-4 py-3', TONE_CLASSES[tone])}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 text-ink">
        <p className="font-medium">{t(`wish.${state}`)}</p>
        <p className="text-sm">{t('arrival', words)}</p>
        {latest >= today ? (
          <p className="text-sm">{t('wish.latest', { day: formatDay(latest, locale) })}</p>
        ) : null}
        {quicker ? (
          <p className="text-sm">
            {t('wish.quicker', { method: t(`methods.${quicker.method}.name`) })}
          </p>
        ) : null}
      </div>
    </div>
  );
}
