import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PictureLibrary } from '@/components/pictures/picture-library';
import { Page } from '@/components/ui/page';
import { pageCtx } from '@/lib/http/page-ctx';
import { listPictures } from '@/lib/pictures/list-pictures';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pictures.library');
  return { title: t('title') };
}

export default async function PicturesPage() {
  const ctx = await pageCtx('guest', '/pictures');
  const t = await getTranslations('pictures.library');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <PictureLibrary initial={await listPictures(ctx)} />
    </Page>
  );
}
