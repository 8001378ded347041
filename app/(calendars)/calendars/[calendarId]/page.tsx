import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CustomThemesProvider } from '@/components/calendars/custom-themes';
import { Editor } from '@/components/calendars/editor/editor';
import { WHOLE_WINDOW } from '@/components/calendars/whole-window';
import { listCountries } from '@/lib/calendar-days/countries';
import { type PrintLanguage, picturesIn } from '@/lib/calendars/document';
import { getCalendar } from '@/lib/calendars/get-calendar';
import { listThemes } from '@/lib/calendars/list-themes';
import { pageCountOf } from '@/lib/calendars/page-plan';
import { renderPages } from '@/lib/calendars/render-pages';
import { CalendarParamsSchema } from '@/lib/calendars/schema';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { getPictures } from '@/lib/pictures/get-pictures';
import { listPictures } from '@/lib/pictures/list-pictures';

export const dynamic = 'force-dynamic';

type Props = {
  params: Promise<{ calendarId: string }>;
  searchParams: Promise<{ page?: string | string[]; panel?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendars.editor');
  return { title: t('meta_title') };
}

export default async function EditorPage({ params, searchParams }: Props) {
  const parsed = CalendarParamsSchema.safeParse(await params);
  if (!parsed.success) notFound();
  const { calendarId } = parsed.data;
  const ctx = await pageCtx('guest', `/calendars/${calendarId}`);
  const calendar = await orNotFound(getCalendar(ctx, calendarId));
  const placed = await getPictures(ctx, picturesIn(calendar.document));
  const photos = await listPictures(ctx);
  const locale = (await getLocale()) as PrintLanguage;
  const { page, panel } = await searchParams;
  const wanted = Number(page ?? 0);
  const last = pageCountOf(calendar.document) - 1;
  const firstPage = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 0), last) : 0;
  const drawn = await renderPages(ctx, { document: calendar.document, pageIndexes: [firstPage] });
  return (
    <>
      {/* The editor has the whole window, and the site's frame must not be reachable behind it. */}
      <style>{WHOLE_WINDOW}</style>
      <CustomThemesProvider themes={await listThemes(ctx)}>
        <Editor
          key={calendar.id}
          calendarId={calendar.id}
          stored={{
            version: calendar.version,
            document: calendar.document,
            savedAt: Date.parse(calendar.updatedAt),
          }}
          photos={photos}
          placed={placed}
          countries={listCountries(locale)}
          firstPage={firstPage}
          firstPanel={panel === 'check' ? 'check' : null}
          drawn={drawn}
        />
      </CustomThemesProvider>
    </>
  );
}
