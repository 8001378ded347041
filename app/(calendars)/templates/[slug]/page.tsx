import { ChevronLeft, Sparkles } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { TemplatePages } from '@/components/calendars/templates/template-pages';
import { ButtonLink } from '@/components/ui/button';
import { Page } from '@/components/ui/page';
import { getTemplate } from '@/lib/calendars/templates/list-templates';
import { presentTemplate } from '@/lib/calendars/templates/present';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import type { Locale } from '@/lib/i18n/locales';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('templates');
  return { title: t('title') };
}

export default async function TemplatePage({ params }: Props) {
  const { slug } = await params;
  const ctx = await pageCtx('public', `/templates/${slug}`);
  const t = await getTranslations('templates');
  const locale = (await getLocale()) as Locale;
  const { name, description, pages } = presentTemplate(
    await orNotFound(getTemplate(ctx, slug)),
    locale,
  );
  return (
    <Page
      title={name}
      lead={description}
      actions={
        <>
          <ButtonLink href="/templates" variant="secondary">
            <ChevronLeft />
            {t('back')}
          </ButtonLink>
          <ButtonLink href={`/calendars/new?template=${slug}`}>
            <Sparkles />
            {t('use')}
          </ButtonLink>
        </>
      }
    >
      <TemplatePages name={name} pages={pages} />
    </Page>
  );
}
