import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ThemeEditor } from '@/components/admin/theme-editor';
import { Page } from '@/components/ui/page';
import { getStaffTheme } from '@/lib/admin/themes';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';

export const dynamic = 'force-dynamic';

type Props = {
  params: Promise<{ themeId: string }>;
  searchParams: Promise<{ copy?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.looks');
  return { title: t('themes_title') };
}

export default async function ThemePage({ params, searchParams }: Props) {
  const { themeId } = await params;
  const ctx = await pageCtx('content', `/admin/themes/${themeId}`);
  const t = await getTranslations('admin.looks');
  const theme = await orNotFound(getStaffTheme(ctx, themeId));
  const isNew = (await searchParams).copy !== undefined;
  return (
    <Page title={isNew ? t('new_theme', { name: theme.name }) : theme.name}>
      <ThemeEditor
        key={`${themeId} ${theme.row?.version ?? 0} ${isNew}`}
        theme={theme}
        isNew={isNew}
      />
    </Page>
  );
}
