import { useLocale, useTranslations } from 'next-intl';
import { JobCard } from '@/components/admin/print/job-card';
import { Card } from '@/components/ui/card';
import type { OrderPrint as OrderPrintView } from '@/lib/admin/get-order-print';
import { formatInstant } from '@/lib/orders/format-period';
import type { OrderStatus } from '@/lib/orders/order-states';

/** The print jobs of an order. */
export function OrderPrint({ status, print }: { status: OrderStatus; print: OrderPrintView }) {
  const t = useTranslations('print_desk');
  const locale = useLocale();
  return (
    <Card className="flex flex-col gap-5">
      <h2 className="text-2xl">{t('section.title')}</h2>
      {print.jobs.length === 0 ? (
        <p className="text-ink-soft">
          {status === 'PAID' || status === 'AWAITING_PAYMENT'
            ? t('section.none')
            : t('section.none_over')}
        </p>
      ) : null}
      {print.jobs.map((job) => (
        <div key={job.id} className="flex flex-col gap-3 border-t border-line pt-5">
          <JobCard job={job} houses={print.houses} showsOrder={false} />
          <details className="text-sm">
            <summary className="min-h-9 cursor-pointer py-1.5">{t('jobs.history')}</summary>
            <ol className="flex flex-col gap-1 border-l border-line pl-4">
              {job.history.map((entry) => (
                <li key={entry.id}>
                  <span className="text-ink-soft">{formatInstant(new Date(entry.at), locale)}</span>{' '}
                  {t(`status.${entry.to}`)}
                  {entry.reason ? <span className="break-words">: {entry.reason}</span> : null}
                </li>
              ))}
            </ol>
          </details>
        </div>
      ))}
    </Card>
  );
}
