import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ExportPanel } from '@/components/account/export-panel';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { listExports } from '@/lib/accounts/export/open-export';
import { pageCtx } from '@/lib/http/page-ctx';
import { requestExportAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy.data');
  return { title: t('title') };
}

export default async function DataPage() {
  const ctx = await pageCtx('customer', '/account/data');
  const t = await getTranslations('privacy.data');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="grid gap-6 lg:grid-cols-2">
        <Card className="flex flex-col gap-4">
          <h2 className="text-2xl">{t('export_title')}</h2>
          <p className="text-ink-soft">{t('export_text')}</p>
          <ExportPanel exports={await listExports(ctx)} ask={requestExportAction} />
        </Card>
        <Card className="flex flex-col items-start gap-4">
          <h2 className="text-2xl">{t('erase_title')}</h2>
          <p className="text-ink-soft">{t('erase_text')}</p>
          <ButtonLink href="/account/erase" variant="secondary">
            {t('erase_open')}
          </ButtonLink>
        </Card>
      </div>
    </Page>
  );
}
