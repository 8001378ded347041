import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { LookFilters } from '@/components/admin/look-filters';
import { LookStatus } from '@/components/admin/look-status';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { fitsLookFilter, LookFilterSchema } from '@/lib/admin/look-filter';
import { listStaffTemplates } from '@/lib/admin/templates';
import { presentTemplate } from '@/lib/calendars/templates/present';
import { pageCtx } from '@/lib/http/page-ctx';
import type { Locale } from '@/lib/i18n/locales';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.looks');
  return { title: t('templates_title') };
}

export default async function StaffTemplatesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const filter = LookFilterSchema.parse(await searchParams);
  const ctx = await pageCtx('content', '/admin/templates');
  const t = await getTranslations('admin.looks');
  const locale = (await getLocale()) as Locale;
  const templates = (await listStaffTemplates(ctx))
    .map((one) => ({ ...one, view: presentTemplate({ ...one.template, slug: one.slug }, locale) }))
    .filter(({ slug, row, view }) =>
      fitsLookFilter(filter, {
        words: [slug, view.name, view.description],
        status: row?.status ?? null,
      }),
    );
  return (
    <Page title={t('templates_title')} lead={t('templates_lead')}>
      <LookFilters path="/admin/templates" filter={filter} />
      {templates.length === 0 ? (
        <EmptyState
          title={t('none')}
          action={
            <ButtonLink variant="secondary" href="/admin/templates">
              {t('filter.reset')}
            </ButtonLink>
          }
        />
      ) : null}
      <ul data-rows className="flex flex-col divide-y divide-line">
        {templates.map(({ slug, isBuiltIn, row, view }) => {
          const { name, description, cards } = view;
          const isOffered = row === null || row.status === 'PUBLISHED';
          return (
            <li key={slug} className="flex items-center gap-4 py-4">
              <span className="flex w-24 shrink-0 justify-center">
                {isOffered && cards[0] ? (
                  // biome-ignore lint/performance/noImgElement: drawn by the print engine in the size that is shown
                  <img
                    src={cards[0].src}
                    alt=""
                    loading="lazy"
                    className="max-h-24 bg-sheet shadow-sheet"
                    style={{ aspectRatio: String(cards[0].aspect) }}
                  />
                ) : null}
              </span>
              <span className="min-w-0 flex-1">
                <Link
                  href={`/admin/templates/${slug}`}
                  className="font-medium underline-offset-4 hover:underline"
                >
                  {name}
                </Link>
                <span className="block truncate text-sm text-ink-soft">{description}</span>
                <LookStatus isBuiltIn={isBuiltIn} status={row?.status ?? null} />
              </span>
              <Link
                href={`/admin/templates/${slug}?copy=1`}
                className="text-sm text-accent underline underline-offset-4"
              >
                {t('copy')}
              </Link>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}
