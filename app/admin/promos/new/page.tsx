import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PromoForm } from '@/components/admin/promos/promo-form';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('promos');
  return { title: t('new') };
}

export default async function NewPromoPage() {
  await pageCtx('finance', '/admin/promos/new');
  const t = await getTranslations('promos');
  return (
    <Page
      title={t('new')}
      actions={
        <ButtonLink href="/admin/promos" variant="secondary">
          {t('back')}
        </ButtonLink>
      }
    >
      <Card>
        <PromoForm promo={null} isUsed={false} />
      </Card>
    </Page>
  );
}
