import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ProductForm } from '@/components/admin/product-form';
import { Page } from '@/components/ui/page';
import { listProducts } from '@/lib/admin/list-products';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.products');
  return { title: t('title') };
}

export default async function ProductsPage() {
  const ctx = await pageCtx('staff', '/admin/products');
  const t = await getTranslations('admin.products');
  const products = await listProducts(ctx, await getLocale());
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ul className="flex flex-col gap-4">
        {products.map((product) => (
          <li key={product.id}>
            <ProductForm product={product} />
          </li>
        ))}
      </ul>
    </Page>
  );
}
