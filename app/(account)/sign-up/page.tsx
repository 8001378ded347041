import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButtons } from '@/components/account/link-buttons';
import { SignUpForm } from '@/components/account/sign-up-form';
import { PASSWORD_MIN } from '@/lib/accounts/check-password';
import { offeredLinks } from '@/lib/accounts/links/list-links';
import { safeReturnTo } from '@/lib/accounts/safe-return-to';
import { isAdmitted } from '@/lib/core/actor';
import { pageCtx } from '@/lib/http/page-ctx';
import { AccountFrame } from '../account-frame';
import { signUpAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.sign_up');
  return { title: t('title') };
}

export default async function SignUpPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const ctx = await pageCtx('public', '/sign-up');
  const returnTo = safeReturnTo((await searchParams).returnTo);
  if (isAdmitted(ctx.actor, 'customer')) redirect(returnTo);
  const t = await getTranslations('accounts.sign_up');
  return (
    <AccountFrame
      title={t('title')}
      lead={ctx.actor.role === 'GUEST' ? t('lead_guest') : t('lead')}
      below={t.rich('has_account', {
        link: (text) => (
          <Link
            href={`/sign-in?returnTo=${encodeURIComponent(returnTo)}`}
            className="font-medium text-accent underline underline-offset-4 hover:text-accent-deep"
          >
            {text}
          </Link>
        ),
      })}
    >
      <SignUpForm returnTo={returnTo} passwordMin={PASSWORD_MIN} signUp={signUpAction} />
      <LinkButtons providers={offeredLinks(ctx)} returnTo={returnTo} />
    </AccountFrame>
  );
}
