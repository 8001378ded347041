import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButtons } from '@/components/account/link-buttons';
import { LinkProblem } from '@/components/account/link-problem';
import { SignInForm } from '@/components/account/sign-in-form';
import { offeredLinks } from '@/lib/accounts/links/list-links';
import { parseLinkProblem } from '@/lib/accounts/links/parse-problem';
import { safeReturnTo } from '@/lib/accounts/safe-return-to';
import { isAdmitted } from '@/lib/core/actor';
import { pageCtx } from '@/lib/http/page-ctx';
import { AccountFrame } from '../account-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.sign_in');
  return { title: t('title') };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const ctx = await pageCtx('public', '/sign-in');
  const search = await searchParams;
  const returnTo = safeReturnTo(search.returnTo);
  const problem = parseLinkProblem(search.problem);
  if (isAdmitted(ctx.actor, 'customer')) redirect(returnTo);
  const t = await getTranslations('accounts.sign_in');
  return (
    <AccountFrame
      title={t('title')}
      lead={ctx.actor.role === 'GUEST' ? t('lead_guest') : t('lead')}
      below={t.rich('no_account', {
        link: (text) => (
          <Link
            href={`/sign-up?returnTo=${encodeURIComponent(returnTo)}`}
            className="font-medium text-accent underline underline-offset-4 hover:text-accent-deep"
          >
            {text}
          </Link>
        ),
      })}
    >
      {problem ? (
        <div className="mb-5">
          <LinkProblem code={problem} />
        </div>
      ) : null}
      <SignInForm returnTo={returnTo} />
      <LinkButtons providers={offeredLinks(ctx)} returnTo={returnTo} />
    </AccountFrame>
  );
}
