import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CalendarPreview } from '@/components/calendars/preview/calendar-preview';
import { WHOLE_WINDOW } from '@/components/calendars/whole-window';
import { getCalendar } from '@/lib/calendars/get-calendar';
import { renderPages } from '@/lib/calendars/render-pages';
import { CalendarParamsSchema } from '@/lib/calendars/schema';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendars.preview');
  return { title: t('meta_title') };
}

export default async function PreviewPage({ params }: { params: Promise<{ calendarId: string }> }) {
  const parsed = CalendarParamsSchema.safeParse(await params);
  if (!parsed.success) notFound();
  const { calendarId } = parsed.data;
  const ctx = await pageCtx('guest', `/calendars/${calendarId}/preview`);
  const { document } = await orNotFound(getCalendar(ctx, calendarId));
  const drawn = await renderPages(ctx, { document, pageIndexes: [0] });
  return (
    <>
      <style>{WHOLE_WINDOW}</style>
      <CalendarPreview calendarId={calendarId} document={document} drawn={drawn} />
    </>
  );
}
