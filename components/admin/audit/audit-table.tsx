import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { SortHead } from '@/components/admin/sort-head';
import { Table, Td, Th } from '@/components/ui/table';
import type { AuditRow } from '@/lib/admin/audit/list-audit';
import type { AuditFilter } from '@/lib/admin/audit/schema';
import { formatInstant } from '@/lib/orders/format-period';

const LINK = 'text-accent underline underline-offset-4';

export function AuditTable({ rows, filter }: { rows: readonly AuditRow[]; filter: AuditFilter }) {
  const t = useTranslations('desk.audit');
  const locale = useLocale();
  const only = (field: 'actor' | 'subject' | 'action', value: string) =>
    `/admin/audit?${new URLSearchParams({ [field]: value })}`;
  return (
    <Table>
      <thead>
        <tr>
          <SortHead path="/admin/audit" filter={filter} usual="-when" by="when">
            {t('when')}
          </SortHead>
          <Th>{t('actor')}</Th>
          <Th>{t('action')}</Th>
          <Th>{t('subject')}</Th>
          <Th>{t('details')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="hover:bg-linen/50">
            <Td className="whitespace-nowrap tabular-nums">
              {formatInstant(new Date(row.at), locale)}
            </Td>
            <Td className="min-w-36">
              <Link
                href={only('actor', row.actor?.id ?? 'system')}
                aria-label={t('only_actor', { name: row.actor?.name ?? t('system') })}
                className={LINK}
              >
                {row.actor?.name ?? t('system')}
              </Link>
            </Td>
            <Td>
              <Link href={only('action', row.action)} className={LINK}>
                {row.action}
              </Link>
            </Td>
            <Td className="min-w-44 text-xs">
              {row.href ? (
                <Link href={row.href} className={LINK}>
                  <code className="break-all">{row.subject}</code>
                </Link>
              ) : (
                <code className="break-all">{row.subject}</code>
              )}
              <Link
                href={only('subject', row.subject)}
                className="mt-1 block w-fit text-ink-soft underline underline-offset-4"
              >
                {t('only_subject')}
              </Link>
            </Td>
            <Td className="min-w-56 text-xs text-ink-soft">
              {row.details.map((line) => (
                <span key={line} className="block break-all">
                  {line}
                </span>
              ))}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
