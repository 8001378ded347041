import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { AccountNav } from '@/components/account/account-nav';
import { ExportPanel } from '@/components/account/export-panel';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { listExports } from '@/lib/accounts/export/open-export';
import { listLooks } from '@/lib/accounts/list-looks';
import { pageCtx } from '@/lib/http/page-ctx';
import { INSTANT } from '@/lib/i18n/time-zone';
import { requestExportAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy.data');
  return { title: t('title') };
}

export default async function DataPage() {
  const ctx = await pageCtx('customer', '/account/data');
  const t = await getTranslations('privacy.data');
  const format = await getFormatter();
  const at = (when: string) => format.dateTime(new Date(when), INSTANT);
  const looks = await listLooks(ctx);
  return (
    <Page title={t('title')} lead={t('lead')} nav={<AccountNav />}>
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
        <Card className="flex flex-col gap-4">
          <h2 className="text-2xl">{t('looks_title')}</h2>
          <p className="text-ink-soft">{t('looks_text')}</p>
          {looks.length === 0 ? (
            <p>{t('no_looks')}</p>
          ) : (
            <ul className="flex flex-col gap-1">
              {looks.map(({ id, startedAt, endedAt }) => (
                <li key={id}>
                  {endedAt === null
                    ? t('look_now', { from: at(startedAt) })
                    : t('look', { from: at(startedAt), to: at(endedAt) })}
                </li>
              ))}
            </ul>
          )}
        </Card>
      </div>
    </Page>
  );
}
