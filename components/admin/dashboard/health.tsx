import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { Dashboard } from '@/lib/admin/dashboard/get-dashboard';

/** Longer than this a queue or an inbox should not take. */
const PATIENCE_MS = { warn: 60_000, bad: 10 * 60_000 };

type State = 'good' | 'warn' | 'bad';

/**
 * Whether the machinery keeps up: queues, the stars' ledger, events of the tills.
 * @param now when the page was made
 */
export function Health({ dashboard, now }: { dashboard: Dashboard; now: Date }) {
  const t = useTranslations('dashboard.health');
  const format = useFormatter();
  const { queues, ledger, events } = dashboard;
  const ageOf = (at: string) => format.relativeTime(new Date(at), now);
  const stateOf = (oldest: string | null): State => {
    const age = oldest === null ? 0 : now.getTime() - new Date(oldest).getTime();
    return age > PATIENCE_MS.bad ? 'bad' : age > PATIENCE_MS.warn ? 'warn' : 'good';
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {queues ? (
        <HealthCard
          title={t('queues')}
          state={queues.failed > 0 ? 'bad' : stateOf(queues.oldest)}
          link={{ href: '/admin/jobs', text: t('to_jobs') }}
        >
          <p>
            {queues.oldest === null
              ? t('queues_fine')
              : t('queues_waiting', { count: queues.waiting, age: ageOf(queues.oldest) })}
          </p>
          <p className="text-ink-soft">{t('queues_failed', { count: queues.failed })}</p>
        </HealthCard>
      ) : null}
      {events ? (
        <HealthCard
          title={t('events')}
          state={stateOf(events.oldest)}
          link={{ href: '/admin/webhooks?state=waiting', text: t('to_events') }}
        >
          <p>
            {events.oldest === null
              ? t('events_fine')
              : t('events_waiting', { count: events.waiting, age: ageOf(events.oldest) })}
          </p>
        </HealthCard>
      ) : null}
      {ledger ? (
        <HealthCard
          title={t('ledger')}
          state={ledger.check === null ? 'warn' : ledger.check.violations > 0 ? 'bad' : 'good'}
          link={{ href: '/admin/stars', text: t('to_stars') }}
        >
          {ledger.check ? (
            <>
              <p>
                {ledger.check.violations > 0
                  ? t('ledger_drift', { count: ledger.check.violations })
                  : t('ledger_fine', { count: ledger.check.accounts })}
              </p>
              <p className="text-ink-soft">{t('checked', { age: ageOf(ledger.check.at) })}</p>
            </>
          ) : (
            <p>{t('ledger_never')}</p>
          )}
        </HealthCard>
      ) : null}
    </div>
  );
}

function HealthCard({
  title,
  state,
  link,
  children,
}: {
  title: string;
  state: State;
  link: { href: string; text: string };
  children: ReactNode;
}) {
  const t = useTranslations('dashboard.health');
  return (
    <Card className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-3">
        <h3 className="text-xl">{title}</h3>
        <Badge tone={state}>{t(state)}</Badge>
      </div>
      <div className="flex-1 text-sm">{children}</div>
      <Link
        href={link.href}
        className="inline-flex min-h-6 items-center self-start text-sm font-medium text-accent underline underline-offset-4"
      >
        {link.text}
      </Link>
    </Card>
  );
}
