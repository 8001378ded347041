import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BalanceForm } from '@/components/gifts/balance-form';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('gifts.balance');
  return { title: t('title') };
}

export default async function BalancePage() {
  await pageCtx('public', '/gift-certificates/balance');
  const t = await getTranslations('gifts.balance');
  return (
    <Page title={t('title')} lead={t('lead')} width="narrow">
      <Card>
        <BalanceForm />
      </Card>
    </Page>
  );
}
