import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { LookFilters } from '@/components/admin/look-filters';
import { LookStatus } from '@/components/admin/look-status';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { fitsLookFilter, LookFilterSchema } from '@/lib/admin/look-filter';
import { drawTheme } from '@/lib/admin/preview-look';
import { listStaffThemes } from '@/lib/admin/themes';
import { pageCtx } from '@/lib/http/page-ctx';
import type { Locale } from '@/lib/i18n/locales';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.looks');
  return { title: t('themes_title') };
}

export default async function ThemesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const filter = LookFilterSchema.parse(await searchParams);
  const ctx = await pageCtx('content', '/admin/themes');
  const t = await getTranslations('admin.looks');
  const locale = (await getLocale()) as Locale;
  const themes = (await listStaffThemes(ctx)).filter(({ id, name, row }) =>
    fitsLookFilter(filter, { words: [id, name], status: row?.status ?? null }),
  );
  return (
    <Page title={t('themes_title')} lead={t('themes_lead')}>
      <LookFilters path="/admin/themes" filter={filter} />
      {themes.length === 0 ? (
        <EmptyState
          title={t('none')}
          action={
            <ButtonLink variant="secondary" href="/admin/themes">
              {t('filter.reset')}
            </ButtonLink>
          }
        />
      ) : null}
      <ul data-rows className="grid grid-cols-2 gap-6 sm:grid-cols-3 lg:grid-cols-5">
        {themes.map(({ id, name, isBuiltIn, row, theme }) => (
          <li key={id}>
            <Link href={`/admin/themes/${id}`} className="block">
              <span
                className="block overflow-hidden bg-sheet shadow-sheet ring-1 ring-line [&>svg]:block [&>svg]:h-auto [&>svg]:w-full"
                // biome-ignore lint/security/noDangerouslySetInnerHtml: painted by lib/print, which writes no text of a person
                dangerouslySetInnerHTML={{ __html: drawTheme(ctx, theme, locale) }}
              />
              <span className="mt-2 block font-medium">{name}</span>
            </Link>
            <LookStatus isBuiltIn={isBuiltIn} status={row?.status ?? null} />
            <Link
              href={`/admin/themes/${id}?copy=1`}
              className="text-sm text-accent underline underline-offset-4"
            >
              {t('copy')}
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
