import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { GenerateStudio } from '@/components/studio/generate/generate-studio';
import { Page } from '@/components/ui/page';
import { idSchema } from '@/lib/core/ids';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { getGeneration } from '@/lib/studio/get-generation';
import { getJob } from '@/lib/studio/get-job';
import { listJobs } from '@/lib/studio/list-jobs';
import { studioChoices } from '@/lib/studio/studio-choices';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sets.generate');
  return { title: t('title') };
}

type Props = { searchParams: Promise<{ from?: string | string[] }> };

export default async function GeneratePage({ searchParams }: Props) {
  const from = idSchema('generation').safeParse((await searchParams).from).data;
  const ctx = await pageCtx('customer', `/studio/generate${from ? `?from=${from}` : ''}`);
  const t = await getTranslations('sets.generate');
  const copied = from ? await orNotFound(getGeneration(ctx, from)) : null;
  const [newest] = await listJobs(ctx, { kind: 'PROMPT', limit: 1 });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <GenerateStudio
        key={from ?? 'own'}
        choices={await studioChoices(ctx, await getLocale())}
        copied={copied}
        latest={newest ? await getJob(ctx, newest.id) : null}
      />
    </Page>
  );
}
