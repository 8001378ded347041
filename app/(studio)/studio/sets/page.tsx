import { CalendarHeart } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/components/studio/live-page';
import { SetCard } from '@/components/studio/sets/set-card';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { pageCtx } from '@/lib/http/page-ctx';
import { listJobs } from '@/lib/studio/list-jobs';

export const dynamic = 'force-dynamic';

const SETS_MAX = 60;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sets.list');
  return { title: t('title') };
}

export default async function SetsPage() {
  const ctx = await pageCtx('customer', '/studio/sets');
  const t = await getTranslations('sets.list');
  const sets = await listJobs(ctx, { kind: 'MONTH_SET', limit: SETS_MAX });
  const begin = (
    <ButtonLink href="/studio/sets/new">
      <CalendarHeart aria-hidden="true" />
      {t('new')}
    </ButtonLink>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={sets.length > 0 ? begin : null}>
      <LivePage />
      {sets.length === 0 ? (
        <EmptyState icon={<CalendarHeart />} title={t('empty_title')} action={begin}>
          {t('empty_text')}
        </EmptyState>
      ) : (
        <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {sets.map((job) => (
            <SetCard key={job.id} job={job} />
          ))}
        </ul>
      )}
    </Page>
  );
}
