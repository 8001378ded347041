import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TemplateEditor } from '@/components/admin/template-editor';
import { CustomThemesProvider } from '@/components/calendars/custom-themes';
import { Page } from '@/components/ui/page';
import { getStaffTemplate } from '@/lib/admin/templates';
import { listThemes } from '@/lib/calendars/list-themes';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';

export const dynamic = 'force-dynamic';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ copy?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.looks');
  return { title: t('templates_title') };
}

export default async function StaffTemplatePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const ctx = await pageCtx('content', `/admin/templates/${slug}`);
  const t = await getTranslations('admin.looks');
  const stored = await orNotFound(getStaffTemplate(ctx, slug));
  const isNew = (await searchParams).copy !== undefined;
  const { en } = stored.template.names;
  return (
    <Page title={isNew ? t('new_template', { name: en }) : en}>
      <CustomThemesProvider themes={await listThemes(ctx)}>
        <TemplateEditor
          key={`${slug} ${stored.row?.version ?? 0} ${isNew}`}
          stored={stored}
          isNew={isNew}
        />
      </CustomThemesProvider>
    </Page>
  );
}
