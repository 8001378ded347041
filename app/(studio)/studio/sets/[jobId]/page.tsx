import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { GenerateStudio } from '@/components/studio/generate/generate-studio';
import { MonthSet } from '@/components/studio/sets/month-set';
import { Page } from '@/components/ui/page';
import { defaultFirstMonth } from '@/lib/calendars/calendar-defaults';
import { listCalendars } from '@/lib/calendars/list-calendars';
import { idSchema } from '@/lib/core/ids';
import { dayAt } from '@/lib/core/plain-date';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { getJob } from '@/lib/studio/get-job';
import { studioChoices } from '@/lib/studio/studio-choices';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sets.job');
  return { title: t('meta_title') };
}

type Props = { params: Promise<{ jobId: string }> };

export default async function JobPage({ params }: Props) {
  const jobId = idSchema('job').safeParse((await params).jobId).data;
  if (!jobId) notFound();
  const ctx = await pageCtx('customer', `/studio/sets/${jobId}`);
  const job = await orNotFound(getJob(ctx, jobId));
  const t = await getTranslations('sets.job');
  const locale = await getLocale();
  const name = job.lora?.name ?? t('deleted_model');
  if (job.kind === 'PROMPT') {
    const g = await getTranslations('sets.generate');
    return (
      <Page title={g('title')} lead={g('lead')}>
        <GenerateStudio choices={await studioChoices(ctx, locale)} copied={null} latest={job} />
      </Page>
    );
  }
  const calendars = await listCalendars(ctx);
  return (
    <Page
      title={job.themeNames?.[locale] ?? job.themeNames?.en ?? t('meta_title')}
      lead={t('lead', { name, base: job.baseModelName, candidates: job.candidates })}
    >
      <MonthSet
        initial={job}
        defaultFrom={defaultFirstMonth(dayAt(ctx.clock.now(), 'UTC'))}
        calendars={calendars
          .filter(({ formatId }) => !formatId.startsWith('poster-'))
          .map(({ id, title, period }) => ({ id, title: title || period.first }))}
      />
    </Page>
  );
}
