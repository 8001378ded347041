import { FlaskConical } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { LookStatus } from '@/components/admin/look-status';
import { PromptThemeEditor } from '@/components/admin/prompts/prompt-theme-editor';
import { ButtonLink } from '@/components/ui/button';
import { Page } from '@/components/ui/page';
import { getStaffPromptTheme } from '@/lib/admin/get-prompt-theme';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import type { Locale } from '@/lib/i18n/locales';
import { inLanguage } from '@/lib/studio/theme-content';

export const dynamic = 'force-dynamic';

type Props = {
  params: Promise<{ promptThemeId: string }>;
  searchParams: Promise<{ version?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('prompts');
  return { title: t('title') };
}

export default async function PromptThemePage({ params, searchParams }: Props) {
  const { promptThemeId } = await params;
  const ctx = await pageCtx('content', `/admin/prompts/${promptThemeId}`);
  const t = await getTranslations('prompts');
  const locale = (await getLocale()) as Locale;
  const { version } = await searchParams;
  const wanted = typeof version === 'string' && /^\d{1,6}$/.test(version) ? Number(version) : null;
  const theme = await orNotFound(getStaffPromptTheme(ctx, promptThemeId, wanted));
  return (
    <Page
      title={inLanguage(theme.content.names, locale)}
      lead={<LookStatus isBuiltIn={false} status={theme.status} />}
      actions={
        <ButtonLink variant="secondary" href={`/admin/prompts/${theme.id}/test`}>
          <FlaskConical aria-hidden="true" />
          {t('test.title')}
        </ButtonLink>
      }
    >
      <PromptThemeEditor key={`${theme.id} ${theme.shownVersion ?? ''}`} theme={theme} />
    </Page>
  );
}
