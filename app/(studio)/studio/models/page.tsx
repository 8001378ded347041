import { Plus, ScanFace } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { LoraList } from '@/components/studio/models/lora-list';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { pageCtx } from '@/lib/http/page-ctx';
import { listLoraModels } from '@/lib/studio/get-lora-model';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('lora.list');
  return { title: t('title') };
}

export default async function LoraModelsPage() {
  const ctx = await pageCtx('customer', '/studio/models');
  const t = await getTranslations('lora.list');
  const models = await listLoraModels(ctx, await getLocale());
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        models.length > 0 ? (
          <>
            <ButtonLink variant="secondary" href="/styles">
              {t('styles')}
            </ButtonLink>
            <ButtonLink href="/studio/models/new">
              <Plus aria-hidden="true" />
              {t('new')}
            </ButtonLink>
          </>
        ) : null
      }
    >
      {models.length > 0 ? (
        <LoraList models={models} />
      ) : (
        <EmptyState
          icon={<ScanFace />}
          title={t('empty_title')}
          action={
            <div className="flex flex-wrap justify-center gap-3">
              <ButtonLink href="/studio/models/new">
                <Plus aria-hidden="true" />
                {t('new')}
              </ButtonLink>
              <ButtonLink variant="secondary" href="/styles">
                {t('styles')}
              </ButtonLink>
            </div>
          }
        >
          {t('empty_text')}
        </EmptyState>
      )}
    </Page>
  );
}
