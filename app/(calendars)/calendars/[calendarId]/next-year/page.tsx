import { CalendarX2, ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NextYear } from '@/components/calendars/next-year/next-year';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { previewRollOver } from '@/lib/calendars/roll-over-calendar';
import { CalendarParamsSchema } from '@/lib/calendars/schema';
import { DomainError } from '@/lib/core/errors';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('next_year');
  return { title: t('title') };
}

export default async function NextYearPage({
  params,
}: {
  params: Promise<{ calendarId: string }>;
}) {
  const parsed = CalendarParamsSchema.safeParse(await params);
  if (!parsed.success) notFound();
  const { calendarId } = parsed.data;
  const ctx = await pageCtx('guest', `/calendars/${calendarId}/next-year`);
  const t = await getTranslations('next_year');
  const back = (
    <ButtonLink href="/calendars" variant="secondary">
      <ChevronLeft />
      {t('back')}
    </ButtonLink>
  );
  const changes = await orNotFound(
    previewRollOver(ctx, calendarId).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'calendar.no_later_year') return null;
      throw error;
    }),
  );
  if (!changes) {
    return (
      <Page title={t('title')}>
        <EmptyState icon={<CalendarX2 />} title={t('no_later_year')} action={back} />
      </Page>
    );
  }
  return (
    <Page title={t('title')} lead={t('lead')} actions={back}>
      <NextYear calendarId={calendarId} changes={changes} />
    </Page>
  );
}
