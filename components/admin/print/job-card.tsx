import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import type { StaffPrintJob } from '@/lib/admin/print/present-job';
import { formatMoney } from '@/lib/core/money';
import { formatInstant } from '@/lib/orders/format-period';
import { JobActions } from './job-actions';
import { JobBadge } from './job-badge';

/** One print job: what it is, how it stands, and what can be done with it. */
export function JobCard({
  job,
  houses,
  showsOrder,
  children,
}: {
  job: StaffPrintJob;
  houses: readonly { id: string; name: string }[];
  showsOrder: boolean;
  /** Put before its number. */
  children?: ReactNode;
}) {
  const t = useTranslations('print_desk.jobs');
  const locale = useLocale();
  return (
    <article className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        {children}
        <h3 className="text-lg font-semibold tabular-nums">{job.number}</h3>
        <JobBadge status={job.status} />
        {job.claimNumber ? (
          <Badge tone="warn">{t('reprint', { number: job.claimNumber })}</Badge>
        ) : null}
        {job.isGift ? <Badge tone="accent">{t('gift')}</Badge> : null}
        <span className="text-sm text-ink-soft">
          {formatInstant(new Date(job.createdAt), locale)}
        </span>
      </div>
      <p className="text-sm">
        {showsOrder ? (
          <>
            <Link
              href={`/admin/orders/${job.orderId}`}
              className="font-semibold text-accent underline underline-offset-4"
            >
              {job.orderNumber}
            </Link>
            {' · '}
          </>
        ) : null}
        {[
          t('parcel', { number: job.parcel }),
          `${job.recipient}, ${job.country}`,
          t('copies', { count: job.copies }),
          job.house,
          ...(job.cost ? [formatMoney(job.cost, locale)] : []),
        ].join(' · ')}
      </p>
      {job.houseStatus ? (
        <p className="text-sm break-words text-ink-soft">
          {t('at_house', { status: [job.externalId, job.houseStatus].filter(Boolean).join(', ') })}
        </p>
      ) : null}
      {job.reason ? (
        <p className="rounded-control bg-linen px-4 py-2 text-sm break-words">{job.reason}</p>
      ) : null}
      <JobActions job={job} houses={houses} />
    </article>
  );
}
