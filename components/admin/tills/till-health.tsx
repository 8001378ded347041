import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { TillHealth } from '@/lib/admin/tills/get-tills';
import { formatInstant } from '@/lib/orders/format-period';

/** Numbers that want a look when they are not zero. */
const WORRIES = ['inReview', 'openDisputes', 'failedRefunds', 'unresolved'] as const;

/** One till: whether it talks to us, how quickly we follow, and what is open. */
export function TillHealthCard({ health }: { health: TillHealth }) {
  const t = useTranslations('tills');
  const locale = useLocale();
  const time = (at: string) => formatInstant(new Date(at), locale);
  const seconds = (value: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  const worries = WORRIES.filter((name) => health[name] > 0);
  const tone = worries.length > 0 ? 'bad' : health.waitingEvents > 0 ? 'warn' : 'good';
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-2xl">{t(`names.${health.provider}`)}</h3>
        {health.isOpen ? (
          <Badge tone={tone}>{t(`state.${tone}`)}</Badge>
        ) : (
          <Badge>{t('state.closed')}</Badge>
        )}
      </div>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 text-sm">
        <dt className="text-ink-soft">{t('last_event')}</dt>
        <dd className="text-right">{health.lastEventAt ? time(health.lastEventAt) : t('never')}</dd>
        <dt className="text-ink-soft">{t('lag')}</dt>
        <dd className="text-right tabular-nums">
          {health.lagMedian === null || health.lagSlow === null
            ? '–'
            : t('lag_value', {
                median: seconds(health.lagMedian),
                slow: seconds(health.lagSlow),
              })}
        </dd>
        <dt className="text-ink-soft">{t('waiting_events')}</dt>
        <dd className="max-w-32 justify-self-end text-right tabular-nums">
          {health.oldestWaitingAt
            ? t('since', { count: health.waitingEvents, time: time(health.oldestWaitingAt) })
            : health.waitingEvents}
        </dd>
        <dt className="text-ink-soft">{t('open_payments')}</dt>
        <dd className="max-w-32 justify-self-end text-right tabular-nums">
          {health.oldestOpenAt
            ? t('since', { count: health.openPayments, time: time(health.oldestOpenAt) })
            : health.openPayments}
        </dd>
        <dt className="text-ink-soft">{t('open_refunds')}</dt>
        <dd className="text-right tabular-nums">{health.openRefunds}</dd>
        <dt className="text-ink-soft">{t('surplus_count')}</dt>
        <dd className="text-right tabular-nums">{health.surplus}</dd>
        {WORRIES.map((name) => (
          <Worry key={name} label={t(`worries.${name}`)} count={health[name]} />
        ))}
      </dl>
    </Card>
  );
}

function Worry({ label, count }: { label: string; count: number }) {
  return (
    <>
      <dt className={count > 0 ? 'font-medium text-bad' : 'text-ink-soft'}>{label}</dt>
      <dd
        className={
          count > 0 ? 'text-right font-semibold text-bad tabular-nums' : 'text-right tabular-nums'
        }
      >
        {count}
      </dd>
    </>
  );
}
