import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CompareForm } from '@/components/admin/tills/compare-form';
import { DisputeTable, ReviewTable, SurplusTable } from '@/components/admin/tills/money-lists';
import { DayTable, FindingTable } from '@/components/admin/tills/reconciliation';
import { TillHealthCard } from '@/components/admin/tills/till-health';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { getTills } from '@/lib/admin/tills/get-tills';
import { type TillsFilter, TillsFilterSchema } from '@/lib/admin/tills/schema';
import { dayAt } from '@/lib/core/plain-date';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tills');
  return { title: t('title') };
}

export default async function TillsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const filter = TillsFilterSchema.parse(await searchParams);
  const ctx = await pageCtx('finance', `/admin/tills?${queryOf(filter)}`);
  const t = await getTranslations('tills');
  const view = await getTills(ctx, filter);
  const isNarrowed = filter.provider !== null || filter.day !== null;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <ButtonLink variant="secondary" href="/admin/webhooks">
          {t('to_events')}
        </ButtonLink>
      }
    >
      <div className="flex flex-col gap-12">
        <section aria-label={t('health')} className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
          {view.health.map((health) => (
            <TillHealthCard key={health.provider} health={health} />
          ))}
        </section>

        {view.review.length > 0 ? (
          <section aria-labelledby="review" className="flex flex-col gap-4">
            <h2 id="review" className="text-3xl">
              {t('review')}
            </h2>
            <p className="max-w-prose text-ink-soft">{t('review_text')}</p>
            <ReviewTable rows={view.review} />
          </section>
        ) : null}

        {view.disputes.length > 0 ? (
          <section aria-labelledby="disputes" className="flex flex-col gap-4">
            <h2 id="disputes" className="text-3xl">
              {t('disputes')}
            </h2>
            <p className="max-w-prose text-ink-soft">{t('disputes_text')}</p>
            <DisputeTable rows={view.disputes} />
          </section>
        ) : null}

        <section aria-labelledby="findings" className="flex flex-col gap-4">
          <div className="flex flex-wrap items-end justify-between gap-4">
            <div>
              <h2 id="findings" className="text-3xl">
                {t('findings')}
              </h2>
              <p className="mt-1 max-w-prose text-ink-soft">{t('findings_text')}</p>
            </div>
            <div className="flex flex-wrap gap-3">
              <ButtonLink
                variant="secondary"
                size="sm"
                href={`/admin/tills?${queryOf({
                  ...filter,
                  state: filter.state === 'open' ? 'all' : 'open',
                })}#findings`}
              >
                {filter.state === 'open' ? t('show_all') : t('show_open')}
              </ButtonLink>
              {isNarrowed ? (
                <ButtonLink variant="ghost" size="sm" href="/admin/tills#findings">
                  {t('all_days')}
                </ButtonLink>
              ) : null}
            </div>
          </div>
          {view.findings.length > 0 ? (
            <FindingTable findings={view.findings} />
          ) : (
            <Alert tone="good">{t('no_findings')}</Alert>
          )}
        </section>

        <section aria-labelledby="days" className="flex flex-col gap-4">
          <div>
            <h2 id="days" className="text-3xl">
              {t('days')}
            </h2>
            <p className="mt-1 text-ink-soft">{t('days_text')}</p>
          </div>
          <Card>
            <CompareForm
              providers={view.health.filter(({ isOpen }) => isOpen).map((row) => row.provider)}
              today={dayAt(ctx.clock.now(), 'UTC')}
              isRunning={view.isRunning}
            />
          </Card>
          {view.days.length > 0 ? (
            <DayTable days={view.days} />
          ) : (
            <EmptyState title={t('no_days')}>{t('no_days_text')}</EmptyState>
          )}
        </section>

        {view.surplus.length > 0 ? (
          <section aria-labelledby="surplus" className="flex flex-col gap-4">
            <h2 id="surplus" className="text-3xl">
              {t('surplus')}
            </h2>
            <p className="max-w-prose text-ink-soft">{t('surplus_text')}</p>
            <SurplusTable rows={view.surplus} />
          </section>
        ) : null}
      </div>
    </Page>
  );
}

function queryOf(filter: TillsFilter): string {
  const query = new URLSearchParams();
  if (filter.provider) query.set('provider', filter.provider);
  if (filter.day) query.set('day', filter.day);
  if (filter.state !== 'open') query.set('state', filter.state);
  return query.toString();
}
