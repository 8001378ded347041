import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { TestDeskView } from '@/components/admin/prompts/test-desk-view';
import { ButtonLink } from '@/components/ui/button';
import { Page } from '@/components/ui/page';
import { getTestDesk } from '@/lib/admin/get-test-desk';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import type { Locale } from '@/lib/i18n/locales';
import { inLanguage } from '@/lib/studio/theme-content';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ promptThemeId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('prompts.test');
  return { title: t('title') };
}

export default async function PromptTestPage({ params }: Props) {
  const { promptThemeId } = await params;
  const ctx = await pageCtx('content', `/admin/prompts/${promptThemeId}/test`);
  const t = await getTranslations('prompts.test');
  const locale = (await getLocale()) as Locale;
  const desk = await orNotFound(getTestDesk(ctx, promptThemeId));
  return (
    <Page
      title={t('title_of', { name: inLanguage(desk.names, locale) })}
      lead={t('lead')}
      actions={
        <ButtonLink variant="secondary" href={`/admin/prompts/${desk.id}`}>
          {t('to_texts')}
        </ButtonLink>
      }
    >
      <TestDeskView desk={desk} />
    </Page>
  );
}
