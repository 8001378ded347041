import { Truck } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ProductForm } from '@/components/admin/product-form';
import { WrapForm } from '@/components/admin/products/wrap-form';
import { ButtonLink } from '@/components/ui/button';
import { Page } from '@/components/ui/page';
import { listProducts } from '@/lib/admin/list-products';
import { listWrapPrices } from '@/lib/admin/products/wrap-prices';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('products_desk');
  return { title: t('title') };
}

export default async function ProductsPage() {
  const ctx = await pageCtx('finance', '/admin/products');
  const t = await getTranslations('products_desk');
  const products = await listProducts(ctx, await getLocale());
  const wrap = await listWrapPrices(ctx);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <ButtonLink href="/admin/products/delivery" variant="secondary">
          <Truck aria-hidden="true" />
          {t('delivery')}
        </ButtonLink>
      }
    >
      <ul data-rows className="flex flex-col gap-2">
        {products.map((product) => (
          <li key={product.id}>
            <ProductForm product={product} />
          </li>
        ))}
      </ul>
      <section aria-labelledby="wrap-title" className="mt-12">
        <h2 id="wrap-title" className="mb-1 text-3xl">
          {t('wrap')}
        </h2>
        <p className="mb-4 text-ink-soft">{t('wrap_text')}</p>
        <WrapForm prices={wrap} />
      </section>
    </Page>
  );
}
