import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/admin/reason-dialog';
import { Badge } from '@/components/ui/badge';
import { Table, Td, Th } from '@/components/ui/table';
import type { DisputeRow, ReviewRow, SurplusRow } from '@/lib/admin/tills/get-tills';
import { formatInstant } from '@/lib/orders/format-period';
import { formatAmount } from './format-amount';

const DISPUTE_TONES = { OPEN: 'bad', WON: 'good', LOST: 'neutral' } as const;
const REFUND_TONES: Record<string, 'good' | 'warn' | 'bad'> = {
  SUCCEEDED: 'good',
  REQUESTED: 'warn',
  FAILED: 'bad',
};

export function OrderCell({ order }: { order: { id: string; number: string } | null }) {
  if (!order) return <>–</>;
  return (
    <Link
      href={`/admin/orders/${order.id}`}
      className="font-medium whitespace-nowrap text-accent underline underline-offset-4"
    >
      {order.number}
    </Link>
  );
}

/** Money that does not fit what was asked: kept, never fulfilled, given back from here. */
export function ReviewTable({ rows }: { rows: readonly ReviewRow[] }) {
  const t = useTranslations('tills');
  const locale = useLocale();
  return (
    <Table>
      <thead>
        <tr>
          <Th>{t('till')}</Th>
          <Th>{t('order')}</Th>
          <Th>{t('why')}</Th>
          <Th className="text-right">{t('asked')}</Th>
          <Th className="text-right">{t('taken')}</Th>
          <Th>{t('at')}</Th>
          <Th>
            <span className="sr-only">{t('action')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.paymentId}>
            <Td>{t(`names.${row.provider}`)}</Td>
            <Td>
              <OrderCell order={row.order} />
            </Td>
            <Td>{t.has(`reasons.${row.reason}`) ? t(`reasons.${row.reason}`) : row.reason}</Td>
            <Td className="text-right tabular-nums">{formatAmount(row.asked, locale)}</Td>
            <Td className="text-right tabular-nums">
              {row.left ? formatAmount(row.left, locale) : '–'}
            </Td>
            <Td className="whitespace-nowrap">{formatInstant(new Date(row.at), locale)}</Td>
            <Td>
              {row.left ? (
                <ReturnDialog paymentId={row.paymentId} amount={formatAmount(row.left, locale)} />
              ) : (
                t('at_till_only')
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

export function ReturnDialog({ paymentId, amount }: { paymentId: string; amount: string }) {
  const t = useTranslations('tills');
  return (
    <ReasonDialog
      path={`/api/admin/payments/${paymentId}/return`}
      withKey
      look={{ variant: 'secondary', size: 'sm' }}
      copy={{
        open: t('return'),
        title: t('return_title'),
        text: t('return_text', { amount }),
        send: t('return_send', { amount }),
        done: t('returned'),
      }}
    />
  );
}

export function SurplusTable({ rows }: { rows: readonly SurplusRow[] }) {
  const t = useTranslations('tills');
  const locale = useLocale();
  return (
    <Table>
      <thead>
        <tr>
          <Th>{t('till')}</Th>
          <Th>{t('order')}</Th>
          <Th>{t('why')}</Th>
          <Th className="text-right">{t('amount')}</Th>
          <Th>{t('refund')}</Th>
          <Th>{t('at')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.refundId}>
            <Td>{t(`names.${row.provider}`)}</Td>
            <Td>
              <OrderCell order={row.order} />
            </Td>
            <Td>{t(`reasons.${row.reason}`)}</Td>
            <Td className="text-right tabular-nums">{formatAmount(row.amount, locale)}</Td>
            <Td>
              <Badge tone={REFUND_TONES[row.status] ?? 'neutral'}>
                {t(`refund_status.${row.status}`)}
              </Badge>
            </Td>
            <Td className="whitespace-nowrap">{formatInstant(new Date(row.at), locale)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

export function DisputeTable({ rows }: { rows: readonly DisputeRow[] }) {
  const t = useTranslations('tills');
  const locale = useLocale();
  return (
    <Table>
      <thead>
        <tr>
          <Th>{t('till')}</Th>
          <Th>{t('order')}</Th>
          <Th>{t('dispute')}</Th>
          <Th>{t('why')}</Th>
          <Th className="text-right">{t('amount')}</Th>
          <Th>{t('due')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td>{t(`names.${row.provider}`)}</Td>
            <Td>
              <OrderCell order={row.order} />
            </Td>
            <Td>
              <Badge tone={DISPUTE_TONES[row.status]}>{t(`dispute_status.${row.status}`)}</Badge>
              <code className="block text-xs break-all text-ink-soft">{row.externalId}</code>
            </Td>
            <Td>{row.reason.replaceAll('_', ' ')}</Td>
            <Td className="text-right tabular-nums">{formatAmount(row.amount, locale)}</Td>
            <Td className="whitespace-nowrap">
              {row.status === 'OPEN' && row.evidenceDueAt
                ? formatInstant(new Date(row.evidenceDueAt), locale)
                : '–'}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
