import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { ForgotForm } from '@/components/account/forgot-form';
import { pageCtx } from '@/lib/http/page-ctx';
import { AccountFrame } from '../account-frame';
import { forgotPasswordAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.forgot');
  return { title: t('title') };
}

export default async function ForgotPasswordPage() {
  await pageCtx('public', '/forgot-password');
  const t = await getTranslations('accounts.forgot');
  return (
    <AccountFrame
      title={t('title')}
      lead={t('lead')}
      below={
        <Link
          href="/sign-in"
          className="font-medium text-accent underline underline-offset-4 hover:text-accent-deep"
        >
          {t('back')}
        </Link>
      }
    >
      <ForgotForm request={forgotPasswordAction} />
    </AccountFrame>
  );
}
