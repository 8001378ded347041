import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClaimBadge } from '@/components/admin/claims/claim-badge';
import { DecideClaim } from '@/components/admin/claims/decide-claim';
import { JobBadge } from '@/components/admin/print/job-badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { getClaim } from '@/lib/admin/claims/get-claim';
import { isAdmitted } from '@/lib/core/actor';
import { idSchema } from '@/lib/core/ids';
import { formatMoney } from '@/lib/core/money';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { formatInstant } from '@/lib/orders/format-period';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('claims.desk');
  return { title: t('title') };
}

export default async function ClaimPage({ params }: { params: Promise<{ claimId: string }> }) {
  const parsed = idSchema('claim').safeParse((await params).claimId);
  if (!parsed.success) notFound();
  const claimId = parsed.data;
  const ctx = await pageCtx('claims', `/admin/claims/${claimId}`);
  const t = await getTranslations('claims');
  const locale = await getLocale();
  const claim = await orNotFound(getClaim(ctx, { claimId }));
  return (
    <Page
      title={t('staff.title', { number: claim.number })}
      lead={`${t(`kinds.${claim.kind}`)} · ${t('staff.sent', { date: formatInstant(new Date(claim.createdAt), locale) })}`}
      actions={
        <>
          <ClaimBadge status={claim.status} />
          <ButtonLink variant="secondary" size="sm" href="/admin/claims">
            {t('staff.back')}
          </ButtonLink>
        </>
      }
    >
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Card className="flex flex-col gap-4">
            <h2 className="text-2xl">{t('staff.says')}</h2>
            <p className="break-words whitespace-pre-wrap">{claim.text}</p>
          </Card>
          <Card className="flex flex-col gap-4">
            <h2 className="text-2xl">{t('staff.photos')}</h2>
            {claim.pictureIds.length === 0 ? (
              <p className="text-ink-soft">{t('staff.no_photos')}</p>
            ) : (
              <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
                {claim.pictureIds.map((id, index) => {
                  const path = `/api/admin/claims/${claimId}/pictures/${id}`;
                  return (
                    <li key={id}>
                      <a href={`${path}/screen`} target="_blank" rel="noreferrer">
                        {/* biome-ignore lint/performance/noImgElement: a private picture at its final size */}
                        <img
                          src={`${path}/thumb`}
                          alt={t('staff.photo', { number: index + 1 })}
                          className="aspect-square w-full rounded-control border border-line bg-linen object-cover"
                        />
                      </a>
                    </li>
                  );
                })}
              </ul>
            )}
          </Card>
          {claim.status === 'OPEN' ? (
            <Card className="flex flex-col gap-5">
              <h2 className="text-2xl">{t('staff.decide')}</h2>
              <DecideClaim
                claimId={claimId}
                refundable={claim.refundable}
                mayRefund={claim.mayRefund}
                houses={claim.houses}
              />
            </Card>
          ) : (
            <Card className="flex flex-col gap-3">
              <h2 className="text-2xl">{t('staff.decided')}</h2>
              <p className="flex flex-wrap items-center gap-3">
                <ClaimBadge status={claim.status} />
                {claim.refund ? <span>{formatMoney(claim.refund, locale)}</span> : null}
                {claim.decidedAt ? (
                  <span className="text-sm text-ink-soft">
                    {formatInstant(new Date(claim.decidedAt), locale)}
                  </span>
                ) : null}
              </p>
              {claim.status === 'WITHDRAWN' ? <p>{t('staff.withdrawn')}</p> : null}
              {claim.answer ? (
                <div className="rounded-control bg-linen px-4 py-3">
                  <p className="text-sm font-medium">{t('staff.answered')}</p>
                  <p className="break-words whitespace-pre-wrap">{claim.answer}</p>
                </div>
              ) : null}
            </Card>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Card className="flex flex-col gap-3">
            <h2 className="text-2xl">{t('staff.customer')}</h2>
            <a
              href={`mailto:${claim.email}`}
              className="break-all text-accent underline underline-offset-4"
            >
              {claim.email}
            </a>
            <Link
              href={`/admin/orders/${claim.orderId}`}
              className="font-semibold text-accent underline underline-offset-4"
            >
              {t('staff.order', { number: claim.orderNumber })}
            </Link>
          </Card>
          <Card className="flex flex-col gap-3">
            <h2 className="text-2xl">{t('staff.items')}</h2>
            <ul className="flex flex-col gap-3">
              {claim.items.map((item) => (
                <li key={item.id}>
                  <p className="flex justify-between gap-4">
                    <span className="min-w-0 font-medium break-words">
                      {item.title || t('form.untitled')}
                    </span>
                    <span className="whitespace-nowrap tabular-nums">
                      {t('staff.item', { claimed: item.claimed, ordered: item.ordered })}
                    </span>
                  </p>
                  <p className="text-sm text-ink-soft">
                    {t('staff.worth', {
                      title: item.title || t('form.untitled'),
                      amount: formatMoney(item.total, locale),
                    })}
                  </p>
                </li>
              ))}
            </ul>
          </Card>
          {claim.reprints.length > 0 ? (
            <Card className="flex flex-col gap-3">
              <h2 className="text-2xl">{t('staff.reprints')}</h2>
              {claim.reprints.map((job) => (
                <p key={job.number} className="flex flex-wrap items-center gap-3">
                  {isAdmitted(ctx.actor, 'production') ? (
                    <Link
                      href={`/admin/print?search=${job.number}`}
                      className="font-semibold text-accent underline underline-offset-4"
                    >
                      {job.number}
                    </Link>
                  ) : (
                    <span className="font-semibold">{job.number}</span>
                  )}
                  <JobBadge status={job.status} />
                  {job.trackingNumbers.length > 0 ? (
                    <span className="text-sm">
                      {t('staff.tracking', { numbers: job.trackingNumbers.join(', ') })}
                    </span>
                  ) : null}
                </p>
              ))}
            </Card>
          ) : null}
        </div>
      </div>
    </Page>
  );
}
