import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SenderForm } from '@/components/admin/delivery/sender-form';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { getSenderDesk } from '@/lib/admin/delivery/sender-desk';
import { isAdmitted } from '@/lib/core/actor';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('delivery.sender');
  return { title: t('title') };
}

export default async function DeliveryDeskPage() {
  const ctx = await pageCtx('production', '/admin/delivery');
  const t = await getTranslations('delivery.sender');
  const { isConnected, sender, choices } = await getSenderDesk(ctx);
  return (
    <Page title={t('title')} lead={t('lead')}>
      {isConnected ? (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
          <Card className="flex flex-col gap-2">
            <h2 className="text-2xl">{t('now')}</h2>
            {sender ? (
              <dl className="flex flex-col gap-3 break-words">
                <Fact label={t('company')} value={sender.counterpartyName} />
                <Fact label={t('contact')} value={`${sender.contactName}, ${sender.phone}`} />
                <Fact label={t('from')} value={`${sender.cityName}: ${sender.pointName}`} />
              </dl>
            ) : (
              <p>{t('none')}</p>
            )}
            {isAdmitted(ctx.actor, 'admin') ? null : (
              <p className="text-sm text-ink-soft">{t('admin_only')}</p>
            )}
          </Card>
          {isAdmitted(ctx.actor, 'admin') ? (
            <Card>
              {choices ? (
                <SenderForm sender={sender} choices={choices} />
              ) : (
                <Alert tone="warn">{t('unavailable')}</Alert>
              )}
            </Card>
          ) : null}
        </div>
      ) : (
        <Alert tone="neutral">{t('not_connected')}</Alert>
      )}
    </Page>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
