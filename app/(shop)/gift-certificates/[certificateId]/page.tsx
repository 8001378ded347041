import { Printer } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CertificateSheet } from '@/components/gifts/certificate-sheet';
import { CertificateStateBadge } from '@/components/gifts/certificate-state-badge';
import { CertificateWatcher } from '@/components/gifts/certificate-watcher';
import { CopyCode } from '@/components/gifts/copy-code';
import { RefundCertificate } from '@/components/gifts/refund-certificate';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { idSchema } from '@/lib/core/ids';
import { formatMoney } from '@/lib/core/money';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { getCertificate } from '@/lib/orders/certificates/get-certificate';
import type { CertificateView } from '@/lib/orders/certificates/present-certificate';
import { formatDay } from '@/lib/orders/format-period';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('gifts.view');
  return { title: t('page') };
}

export default async function CertificatePage({
  params,
  searchParams,
}: {
  params: Promise<{ certificateId: string }>;
  searchParams: Promise<Record<'payment', string | string[] | undefined>>;
}) {
  const { certificateId } = await params;
  const id = idSchema('certificate').safeParse(certificateId);
  const ctx = await pageCtx('customer', `/gift-certificates/${certificateId}`);
  if (!id.success) notFound();
  const gift = await orNotFound(getCertificate(ctx, { certificateId: id.data }));
  const { payment } = await searchParams;
  const t = await getTranslations('gifts.view');
  const locale = await getLocale();
  const worth = formatMoney(gift.worth, locale);
  return (
    <Page
      title={t('title', { name: gift.recipientName })}
      actions={
        gift.code ? (
          <ButtonLink href={`/gift-certificates/${gift.id}/print`} variant="secondary">
            <Printer aria-hidden="true" />
            {t('print')}
          </ButtonLink>
        ) : null
      }
    >
      <div className="flex flex-col gap-6">
        <News gift={gift} hasLeft={payment === 'left'} isBack={payment === 'done'} />
        <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
          <CertificateSheet {...gift} />
          <Card className="flex flex-col gap-5">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p>
                <span className="block text-sm text-ink-soft">{t('left')}</span>
                <span className="font-display text-4xl tabular-nums">
                  {formatMoney(gift.balance, locale)}
                </span>
              </p>
              <CertificateStateBadge gift={gift} />
            </div>
            {gift.code ? <CopyCode code={gift.code} /> : null}
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 [&_dt]:text-ink-soft">
              <dt>{t('worth')}</dt>
              <dd className="tabular-nums">{worth}</dd>
              <dt>{t('valid')}</dt>
              <dd>{formatDay(gift.validTo, locale)}</dd>
              <dt>{t('way')}</dt>
              <dd className="break-words">
                {gift.recipientEmail === null || gift.deliverOn === null
                  ? t('by_hand')
                  : gift.isMailed
                    ? t('mailed', { email: gift.recipientEmail })
                    : t('to_mail', {
                        email: gift.recipientEmail,
                        day: formatDay(gift.deliverOn, locale),
                      })}
              </dd>
            </dl>
            {gift.refundableUntil ? (
              <div className="border-t border-line pt-4">
                <RefundCertificate
                  certificateId={gift.id}
                  until={formatDay(gift.refundableUntil, locale)}
                  worth={worth}
                />
              </div>
            ) : null}
          </Card>
        </div>
      </div>
    </Page>
  );
}

async function News({
  gift,
  hasLeft,
  isBack,
}: {
  gift: CertificateView;
  hasLeft: boolean;
  isBack: boolean;
}) {
  const t = await getTranslations('gifts.view');
  const again = (
    <ButtonLink href={`/gift-certificates?again=${gift.id}`} size="sm" variant="secondary">
      {t('again')}
    </ButtonLink>
  );
  switch (gift.state) {
    case 'active':
      return isBack ? (
        <Alert tone="good" title={t('paid')}>
          {gift.recipientEmail === null ? t('paid_print') : t('paid_mail')}
        </Alert>
      ) : null;
    case 'open':
      if (isBack) return <CertificateWatcher certificateId={gift.id} />;
      return (
        <Alert
          tone="warn"
          title={t('not_paid')}
          action={
            gift.payUrl ? (
              <ButtonLink href={gift.payUrl} size="sm">
                {t('pay')}
              </ButtonLink>
            ) : (
              again
            )
          }
        >
          {t(hasLeft ? 'not_paid_text' : 'not_paid_yet')}
        </Alert>
      );
    case 'ended':
      return (
        <Alert tone="neutral" title={t('ended')} action={again}>
          {t('ended_text')}
        </Alert>
      );
    case 'review':
      return <Alert tone="warn">{t('review')}</Alert>;
    case 'given_back':
      return (
        <Alert tone={gift.refund === 'FAILED' ? 'warn' : 'neutral'} title={t('given_back')}>
          {gift.refund === null ? t('given_back_void') : t(`refund.${gift.refund}`)}
        </Alert>
      );
  }
}
