import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountNav } from '@/components/account/account-nav';
import { PreferenceList } from '@/components/account/preference-list';
import { Page } from '@/components/ui/page';
import { pageCtx } from '@/lib/http/page-ctx';
import { readPreferences } from '@/lib/messages/preferences/preferences';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('preferences');
  return { title: t('title') };
}

export default async function MessagePreferencesPage() {
  const ctx = await pageCtx('customer', '/account/messages');
  const t = await getTranslations('preferences');
  return (
    <Page title={t('title')} lead={t('lead')} nav={<AccountNav />}>
      <PreferenceList preferences={await readPreferences(ctx)} />
    </Page>
  );
}
