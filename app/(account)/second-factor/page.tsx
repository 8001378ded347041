import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { renderSVG } from 'uqr';
import { EnrolForm } from '@/components/account/enrol-form';
import { FactorForm } from '@/components/account/factor-form';
import { safeReturnTo } from '@/lib/accounts/safe-return-to';
import { beginEnrolment } from '@/lib/accounts/second-factor/enrol';
import { readSecondFactor } from '@/lib/accounts/second-factor/read-second-factor';
import { isAdmitted } from '@/lib/core/actor';
import { pageCtx } from '@/lib/http/page-ctx';
import { AccountFrame } from '../account-frame';
import { confirmEnrolmentAction, showSecondFactorAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.second_factor');
  return { title: t('title') };
}

export default async function SecondFactorPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const wanted = (await searchParams).returnTo;
  const returnTo = wanted === undefined ? '/account' : safeReturnTo(wanted);
  const ctx = await pageCtx('customer', '/second-factor');
  if (!isAdmitted(ctx.actor, 'staff') || ctx.actor.hasSecondFactor) redirect(returnTo);
  const t = await getTranslations('accounts.second_factor');
  const { isSetUp, demoCode } = await readSecondFactor(ctx);
  if (isSetUp) {
    return (
      <AccountFrame title={t('title')} lead={t('lead')}>
        <FactorForm returnTo={returnTo} demoCode={demoCode} show={showSecondFactorAction} />
      </AccountFrame>
    );
  }
  const { secret, uri } = await beginEnrolment(ctx);
  return (
    <AccountFrame title={t('set_up_title')} lead={t('set_up_lead')}>
      <EnrolForm
        returnTo={returnTo}
        secret={secret}
        uri={uri}
        qrSvg={renderSVG(uri, { border: 2 })}
        confirm={confirmEnrolmentAction}
      />
    </AccountFrame>
  );
}
