import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '@/components/account/code-form';
import { ButtonLink } from '@/components/ui/button';
import { findOpenSignUp } from '@/lib/accounts/resend-sign-up-code';
import { safeReturnTo } from '@/lib/accounts/safe-return-to';
import { signUpOfBrowser } from '@/lib/accounts/sign-up-cookie';
import { isAdmitted } from '@/lib/core/actor';
import { pageCtx } from '@/lib/http/page-ctx';
import { AccountFrame } from '../account-frame';
import { resendCodeAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.code');
  return { title: t('title') };
}

export default async function VerifyPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const ctx = await pageCtx('public', '/verify');
  const returnTo = safeReturnTo((await searchParams).returnTo);
  const t = await getTranslations('accounts.code');
  const signUp = await findOpenSignUp(ctx, await signUpOfBrowser());
  if (!signUp) {
    if (isAdmitted(ctx.actor, 'customer')) redirect(returnTo);
    return (
      <AccountFrame title={t('elsewhere_title')}>
        <p className="mb-5">{t('elsewhere_text')}</p>
        <ButtonLink href={`/sign-up?returnTo=${encodeURIComponent(returnTo)}`}>
          {t('elsewhere_action')}
        </ButtonLink>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame
      title={t('title')}
      lead={t.rich('lead', {
        email: signUp.email,
        strong: (text) => <strong className="font-semibold break-words text-ink">{text}</strong>,
      })}
    >
      <CodeForm returnTo={returnTo} resend={resendCodeAction} />
    </AccountFrame>
  );
}
