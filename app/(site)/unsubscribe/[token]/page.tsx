import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UnsubscribeForm } from '@/components/account/unsubscribe-form';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { readUnsubscribe } from '@/lib/messages/unsubscribe/unsubscribe';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('preferences.unsubscribe');
  return { title: t('title'), robots: { index: false } };
}

export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const ctx = await pageCtx('public', `/unsubscribe/${token}`);
  const t = await getTranslations('preferences');
  const { kind, isOff } = await orNotFound(readUnsubscribe(ctx, token));
  return (
    <Page title={t('unsubscribe.title')}>
      <Card className="max-w-xl p-6">
        <UnsubscribeForm token={token} kindName={t(`kinds.${kind}.name`)} isOff={isOff} />
      </Card>
    </Page>
  );
}
