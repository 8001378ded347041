import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Gallery } from '@/components/studio/gallery/gallery';
import { Page } from '@/components/ui/page';
import { pageCtx } from '@/lib/http/page-ctx';
import { listGallery } from '@/lib/studio/list-gallery';
import { studioChoices } from '@/lib/studio/studio-choices';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sets.gallery');
  return { title: t('title') };
}

export default async function GalleryPage() {
  const ctx = await pageCtx('customer', '/studio/gallery');
  const t = await getTranslations('sets.gallery');
  const { themes, models } = await studioChoices(ctx, await getLocale());
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Gallery
        initial={await listGallery(ctx, {})}
        themes={themes.map(({ id, names }) => ({ id, names }))}
        models={models.filter(({ isOwn }) => isOwn).map(({ id, name }) => ({ id, name }))}
      />
    </Page>
  );
}
