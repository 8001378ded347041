import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { TelegramLaunch } from '@/components/account/telegram-launch';
import { Page } from '@/components/ui/page';
import { isAdmitted } from '@/lib/core/actor';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('telegram.app');
  return { title: t('title') };
}

/** The Mini App's first page. */
export default async function TelegramPage() {
  const ctx = await pageCtx('public', '/telegram');
  const bot = ctx.providers.telegram;
  if (!bot) notFound();
  const t = await getTranslations('telegram.app');
  return (
    <Page title={t('title')}>
      <div className="max-w-xl">
        <TelegramLaunch botUrl={bot.startLink('')} isSignedIn={isAdmitted(ctx.actor, 'customer')} />
      </div>
    </Page>
  );
}
