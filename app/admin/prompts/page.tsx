import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewPromptTheme } from '@/components/admin/prompts/new-prompt-theme';
import { PromptThemeList } from '@/components/admin/prompts/prompt-theme-list';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { listStaffPromptThemes } from '@/lib/admin/list-prompt-themes';
import { pageCtx } from '@/lib/http/page-ctx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('prompts');
  return { title: t('title') };
}

export default async function PromptDeskPage() {
  const ctx = await pageCtx('content', '/admin/prompts');
  const t = await getTranslations('prompts');
  const themes = await listStaffPromptThemes(ctx);
  const start = (
    <NewPromptTheme
      source={null}
      trigger={
        <Button>
          <Plus aria-hidden="true" />
          {t('new.open')}
        </Button>
      }
    />
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={themes.length > 0 ? start : undefined}>
      {themes.length > 0 ? (
        <PromptThemeList themes={themes} />
      ) : (
        <EmptyState title={t('list.empty')} action={start}>
          {t('list.empty_text')}
        </EmptyState>
      )}
    </Page>
  );
}
