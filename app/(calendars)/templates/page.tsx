import { SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { TemplateCard } from '@/components/calendars/templates/template-card';
import { TemplateFilters } from '@/components/calendars/templates/template-filters';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { findTemplates, readTemplateFilter } from '@/lib/calendars/templates/find-templates';
import { listTemplates } from '@/lib/calendars/templates/list-templates';
import { presentTemplate } from '@/lib/calendars/templates/present';
import { pageCtx } from '@/lib/http/page-ctx';
import type { Locale } from '@/lib/i18n/locales';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('templates');
  return { title: t('title'), description: t('lead') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TemplatesPage({ searchParams }: Props) {
  const ctx = await pageCtx('public', '/templates');
  const t = await getTranslations('templates');
  const tf = await getTranslations('calendars.formats');
  const locale = (await getLocale()) as Locale;
  const filter = readTemplateFilter(await searchParams);
  const found = findTemplates(await listTemplates(ctx), filter);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <TemplateFilters key={filter.search === '' ? 'none' : 'some'} filter={filter} />
      <p aria-live="polite" className="mb-5 text-sm text-ink-soft">
        {t('found', { count: found.length })}
      </p>
      {found.length === 0 ? (
        <EmptyState
          icon={<SearchX />}
          title={t('none_title')}
          action={<ButtonLink href="/templates">{t('show_all')}</ButtonLink>}
        >
          {t('none_text')}
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-1 gap-x-8 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
          {found.map((template) => {
            const view = presentTemplate(template, locale);
            return (
              <TemplateCard
                key={view.slug}
                href={`/templates/${view.slug}`}
                name={view.name}
                description={view.description}
                facts={tf(`${template.formatId}.name`)}
                pages={view.cards}
              />
            );
          })}
        </ul>
      )}
    </Page>
  );
}
