'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export default function ErrorPage({ reset }: { reset: () => void }) {
  const t = useTranslations('site.failure');
  return (
    <main id="content" className="mx-auto max-w-2xl px-4 py-20">
      <EmptyState isPage title={t('title')} action={<Button onClick={reset}>{t('again')}</Button>}>
        {t('text')}
      </EmptyState>
    </main>
  );
}
