import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ResetForm } from '@/components/account/reset-form';
import { ButtonLink } from '@/components/ui/button';
import { PASSWORD_MIN } from '@/lib/accounts/check-password';
import { isResetLinkLive } from '@/lib/accounts/reset-password';
import { pageCtx } from '@/lib/http/page-ctx';
import { AccountFrame } from '../account-frame';
import { resetPasswordAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.reset');
  // The address holds the link's secret: no other site is told of it.
  return { title: t('title'), referrer: 'no-referrer', robots: { index: false } };
}

export default async function ResetPasswordPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const ctx = await pageCtx('public', '/reset-password');
  const { token } = await searchParams;
  const t = await getTranslations('accounts.reset');
  if (typeof token !== 'string' || !(await isResetLinkLive(ctx, token))) {
    return (
      <AccountFrame title={t('dead_title')}>
        <p className="mb-5">{t('dead_text')}</p>
        <ButtonLink href="/forgot-password">{t('dead_action')}</ButtonLink>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title={t('title')} lead={t('lead')}>
      <ResetForm token={token} passwordMin={PASSWORD_MIN} reset={resetPasswordAction} />
    </AccountFrame>
  );
}
