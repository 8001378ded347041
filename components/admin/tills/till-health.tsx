import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { classes } from '@/components/ui/classes';
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
      <dl className="flex flex-col gap-1.5 text-sm">
        <Row label={t('last_event')}>
          {health.lastEventAt ? time(health.lastEventAt) : t('never')}
        </Row>
        <Row label={t('lag')}>
          {health.lagMedian === null || health.lagSlow === null
            ? '–'
            : t('lag_value', {
                median: seconds(health.lagMedian),
                slow: seconds(health.lagSlow),
              })}
        </Row>
        <Row label={t('waiting_events')}>
          {health.oldestWaitingAt
            ? t('since', { count: health.waitingEvents, time: time(health.oldestWaitingAt) })
            : health.waitingEvents}
        </Row>
        <Row label={t('open_payments')}>
          {health.oldestOpenAt
            ? t('since', { count: health.openPayments, time: time(health.oldestOpenAt) })
            : health.openPayments}
        </Row>
        <Row label={t('open_refunds')}>{health.openRefunds}</Row>
        <Row label={t('surplus_count')}>{health.surplus}</Row>
        {WORRIES.map((name) => (
          <Row key={name} label={t(`worries.${name}`)} isWorry={health[name] > 0}>
            {health[name]}
          </Row>
        ))}
      </dl>
    </Card>
  );
}

function Row({
  label,
  isWorry = false,
  children,
}: {
  label: string;
  isWorry?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={classes('flex justify-between gap-4', isWorry && 'font-semibold text-bad')}>
      <dt className={isWorry ? undefined : 'text-ink-soft'}>{label}</dt>
      <dd className="text-right tabular-nums">{children}</dd>
    </div>
  );
}
