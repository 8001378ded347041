import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { ReportFactsList } from '@/components/calendars/report-facts';
import { Badge, type Tone } from '@/components/ui/badge';
import type { StaffItem } from '@/lib/admin/get-order';
import { formatPeriod } from '@/lib/orders/format-period';
import { StaffFindings } from './staff-findings';

const VERDICT_TONES: Record<string, Tone> = { pass: 'good', warn: 'warn', blocked: 'bad' };
const BYTES_PER_MB = 1_000_000;

/** One calendar to be printed: what, how often, on which paper, and the file that was approved. */
export function StaffItemCard({
  orderId,
  item,
  hasSeveralParcels,
}: {
  orderId: string;
  item: StaffItem;
  hasSeveralParcels: boolean;
}) {
  const t = useTranslations('admin.order');
  const tOrders = useTranslations('orders');
  const tPreflight = useTranslations('preflight');
  const locale = useLocale();
  const title = item.title || tOrders('untitled');
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(
    item.fileBytes / BYTES_PER_MB,
  );
  return (
    <div className="flex flex-col gap-3 border-b border-line pb-5 last:border-b-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="text-xl break-words">{title}</h3>
          <p className="font-medium">{formatPeriod(item.period, locale)}</p>
          <p className="text-sm text-ink-soft">
            {tOrders(`formats.${item.formatId}`)}.{' '}
            {item.isFile ? t('file_item') : t('paper', { paper: t(`papers.${item.paper}`) })}
            {hasSeveralParcels && item.parcel !== null ? (
              <span className="block font-medium">{t('parcel', { number: item.parcel })}</span>
            ) : null}
          </p>
        </div>
        <p className="font-display text-2xl whitespace-nowrap">
          {t('copies', { count: item.quantity })}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <a
          href={`/api/admin/orders/${orderId}/items/${item.id}/print-file`}
          download
          aria-label={t('download_label', { title, size })}
          className="inline-flex min-h-11 items-center gap-2 rounded-control border border-line-strong/60 bg-sheet px-5 font-medium hover:bg-linen"
        >
          <Download aria-hidden="true" className="size-5" />
          {t('download', { size })}
        </a>
        <Badge tone={VERDICT_TONES[item.verdict] ?? 'neutral'} className="whitespace-normal">
          {t('preflight', { verdict: tPreflight(`verdict.${item.verdict}`) })}
        </Badge>
        <a
          href={`/api/admin/orders/${orderId}/items/${item.id}/preflight`}
          download
          aria-label={tPreflight('report.download_label', { title })}
          className="text-sm text-accent underline underline-offset-4 hover:text-accent-deep"
        >
          {tPreflight('report.download')}
        </a>
      </div>
      <p className="text-sm text-ink-soft">
        {t('hash')}: <code className="break-all">{item.fileSha256}</code>
      </p>
      <ReportFactsList {...item.facts} />
      <StaffFindings findings={item.findings} />
    </div>
  );
}
