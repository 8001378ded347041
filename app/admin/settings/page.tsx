import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CartReminders } from '@/components/admin/settings/cart-reminders';
import { ClaimDays } from '@/components/admin/settings/claim-days';
import { ClosedTills } from '@/components/admin/settings/closed-tills';
import { StarCost } from '@/components/admin/settings/star-cost';
import { Page } from '@/components/ui/page';
import { listSettings } from '@/lib/admin/settings/list-settings';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.settings');
  return { title: t('title') };
}

export default async function SettingsPage() {
  const ctx = await pageCtx('admin', '/admin/settings');
  const t = await getTranslations('desk.settings');
  const settings = await listSettings(ctx);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="flex max-w-3xl flex-col gap-6">
        <ClosedTills setting={settings.closed_tills} />
        <ClaimDays setting={settings.claim_days} />
        <CartReminders setting={settings.cart_reminders} />
        <StarCost setting={settings.star_cost} />
      </div>
    </Page>
  );
}
