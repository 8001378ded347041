import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AddHouse } from '@/components/admin/print/add-house';
import { HouseForm } from '@/components/admin/print/house-form';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { getHouseDesk } from '@/lib/admin/print/houses';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('print_desk.houses');
  return { title: t('title') };
}

export default async function PrintHousesPage() {
  const ctx = await pageCtx('production', '/admin/print/houses');
  const t = await getTranslations('print_desk.houses');
  const { houses, products } = await getHouseDesk(ctx, await getLocale());
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <ButtonLink variant="secondary" href="/admin/print">
            {t('back')}
          </ButtonLink>
          <AddHouse />
        </>
      }
    >
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {houses.map((house) => (
          <Card key={house.id}>
            <HouseForm house={house} products={products} />
          </Card>
        ))}
      </div>
    </Page>
  );
}
