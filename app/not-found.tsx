import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export default async function NotFound() {
  const t = await getTranslations('site.not_found');
  return (
    <main id="content" className="mx-auto max-w-2xl px-4 py-20">
      <EmptyState isPage title={t('title')} action={<ButtonLink href="/">{t('home')}</ButtonLink>}>
        {t('text')}
      </EmptyState>
    </main>
  );
}
