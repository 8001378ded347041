import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/admin/reason-dialog';
import { Badge } from '@/components/ui/badge';
import { Table, Td, Th } from '@/components/ui/table';
import type { FindingRow, ReconciliationRow } from '@/lib/admin/tills/get-tills';
import type { PlainDate } from '@/lib/core/plain-date';
import { formatDay, formatInstant } from '@/lib/orders/format-period';
import { formatAmount } from './format-amount';
import { OrderCell } from './money-lists';

/** Day by day: how many lines a till's books had and how many of them agree with ours. */
export function DayTable({ days }: { days: readonly ReconciliationRow[] }) {
  const t = useTranslations('tills');
  const locale = useLocale();
  return (
    <Table>
      <thead>
        <tr>
          <Th>{t('day')}</Th>
          <Th>{t('till')}</Th>
          <Th className="text-right">{t('listed')}</Th>
          <Th className="text-right">{t('matched')}</Th>
          <Th>{t('result')}</Th>
        </tr>
      </thead>
      <tbody>
        {days.map((row) => (
          <tr key={`${row.day} ${row.provider}`}>
            <Td className="whitespace-nowrap">
              <Link
                href={`/admin/tills?day=${row.day}&provider=${row.provider}&state=all#findings`}
                className="text-accent underline underline-offset-4"
              >
                {formatDay(row.day as PlainDate, locale)}
              </Link>
            </Td>
            <Td>{t(`names.${row.provider}`)}</Td>
            <Td className="text-right tabular-nums">{row.listed}</Td>
            <Td className="text-right tabular-nums">{row.matched}</Td>
            <Td>
              <DayResult row={row} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function DayResult({ row }: { row: ReconciliationRow }) {
  const t = useTranslations('tills');
  if (row.status === 'RUNNING') return <Badge tone="fine">{t('day_status.RUNNING')}</Badge>;
  if (row.status === 'FAILED') return <Badge tone="warn">{t('day_status.FAILED')}</Badge>;
  if (row.open > 0) return <Badge tone="bad">{t('open_findings', { count: row.open })}</Badge>;
  return <Badge tone="good">{t('day_status.DONE')}</Badge>;
}

/** What differs, what became of it, and the way to say so. */
export function FindingTable({ findings }: { findings: readonly FindingRow[] }) {
  const t = useTranslations('tills');
  const locale = useLocale();
  const selfNotes = ['healed', 'matched'];
  return (
    <Table>
      <thead>
        <tr>
          <Th>{t('finding')}</Th>
          <Th>{t('day')}</Th>
          <Th className="text-right">{t('theirs')}</Th>
          <Th className="text-right">{t('ours')}</Th>
          <Th>{t('order')}</Th>
          <Th>{t('result')}</Th>
        </tr>
      </thead>
      <tbody>
        {findings.map((row) => (
          <tr key={row.id}>
            <Td className="min-w-52">
              <span className="font-medium">{t(`kinds.${row.kind}`)}</span>
              <code className="block text-xs break-all text-ink-soft">{row.externalId}</code>
            </Td>
            <Td className="whitespace-nowrap">
              {formatDay(row.day as PlainDate, locale)}
              <span className="block text-ink-soft">{t(`names.${row.provider}`)}</span>
            </Td>
            <Td className="text-right tabular-nums">
              {row.theirs ? formatAmount(row.theirs, locale) : '–'}
            </Td>
            <Td className="text-right tabular-nums">
              {row.ours ? formatAmount(row.ours, locale) : '–'}
            </Td>
            <Td>
              <OrderCell order={row.order} />
            </Td>
            <Td className="max-w-72">
              {row.resolvedAt === null ? (
                <ReasonDialog
                  path={`/api/admin/tills/findings/${row.id}/resolve`}
                  field="note"
                  tone="primary"
                  look={{ variant: 'secondary', size: 'sm' }}
                  copy={{
                    open: t('resolve'),
                    title: t('resolve_title'),
                    text: t(`hints.${row.kind}`),
                    label: t('note'),
                    send: t('resolve_send'),
                    done: t('resolved'),
                  }}
                />
              ) : (
                <>
                  <Badge tone="good">
                    {!row.isByPerson && selfNotes.includes(row.note ?? '')
                      ? t(`self.${row.note}`)
                      : t('resolved_by_staff')}
                  </Badge>
                  {row.isByPerson ? <p className="mt-1 break-words">{row.note}</p> : null}
                  <p className="text-xs text-ink-soft">
                    {formatInstant(new Date(row.resolvedAt), locale)}
                  </p>
                </>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
