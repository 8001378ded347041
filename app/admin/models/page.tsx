import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BaseModelForm } from '@/components/admin/prompts/base-model-form';
import { CategoryForm } from '@/components/admin/prompts/category-form';
import { NewCategory } from '@/components/admin/prompts/new-category';
import { Page } from '@/components/ui/page';
import { listBaseModels } from '@/lib/admin/base-models';
import { listCategories } from '@/lib/admin/categories';
import { pageCtx } from '@/lib/http/page-ctx';

export const dynamic = 'force-dynamic';

const GROUPS = [
  { key: 'pictures', types: ['FLUX'] },
  { key: 'trainers', types: ['FLUX_FAST', 'FLUX_PORTRAIT'] },
  { key: 'enlargers', types: ['UPSCALER'] },
] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('prompts.models');
  return { title: t('title') };
}

export default async function StaffModelsPage() {
  const ctx = await pageCtx('content', '/admin/models');
  const t = await getTranslations('prompts');
  const models = await listBaseModels(ctx);
  const categories = await listCategories(ctx);
  return (
    <Page title={t('models.title')} lead={t('models.lead')}>
      <div className="flex flex-col gap-10">
        {GROUPS.map(({ key, types }) => (
          <section key={key} className="flex flex-col gap-2">
            <h2 className="mb-2 text-3xl">{t(`models.groups.${key}`)}</h2>
            {models
              .filter(({ type }) => types.some((one) => one === type))
              .map((model) => (
                <BaseModelForm key={`${model.id} ${model.updatedAt}`} model={model} />
              ))}
          </section>
        ))}
        <section className="flex flex-col gap-2">
          <h2 className="text-3xl">{t('categories.title')}</h2>
          <p className="mb-2 text-ink-soft">{t('categories.lead')}</p>
          {categories.map((category) => (
            <CategoryForm key={category.id} category={category} />
          ))}
          <NewCategory />
        </section>
      </div>
    </Page>
  );
}
