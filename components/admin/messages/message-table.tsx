import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { SortHead } from '@/components/admin/sort-head';
import { Badge, type Tone } from '@/components/ui/badge';
import { Table, Td, Th } from '@/components/ui/table';
import type { MessageRow } from '@/lib/admin/messages/list-messages';
import type { MessageFilter } from '@/lib/admin/messages/schema';
import { formatInstant } from '@/lib/orders/format-period';
import { RetryMessage } from './retry-message';

export const MESSAGE_TONES: Record<MessageRow['status'], Tone> = {
  QUEUED: 'neutral',
  SENT: 'good',
  FAILED: 'bad',
};

export function MessageTable({
  rows,
  filter,
}: {
  rows: readonly MessageRow[];
  filter: MessageFilter;
}) {
  const t = useTranslations('messages_desk');
  const locale = useLocale();
  const sorting = { path: '/admin/messages', filter, usual: '-written' };
  return (
    <Table>
      <thead>
        <tr>
          <Th>{t('columns.message')}</Th>
          <SortHead {...sorting} by="to" first="to">
            {t('columns.to')}
          </SortHead>
          <Th>{t('columns.state')}</Th>
          <Th className="text-right">{t('columns.attempts')}</Th>
          <SortHead {...sorting} by="written" className="text-right">
            {t('columns.written')}
          </SortHead>
          <Th>
            <span className="sr-only">{t('columns.actions')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const kind = `kinds.${row.template}` as 'kinds.order-confirmed';
          return (
            <tr key={row.id} className="hover:bg-linen/50">
              <Td className="whitespace-nowrap">
                <Link
                  href={`/admin/messages/${row.id}`}
                  prefetch={false}
                  className="font-semibold text-accent underline underline-offset-4"
                >
                  {t.has(kind) ? t(kind) : row.template}
                </Link>
                <span className="block text-ink-soft">
                  {t(`channels.${row.channel as 'MAIL'}`)}, {row.locale}
                </span>
              </Td>
              <Td className="min-w-48 break-words">{row.recipient}</Td>
              <Td>
                <Badge tone={MESSAGE_TONES[row.status]}>{t(`states.${row.status}`)}</Badge>
                {row.lastError ? (
                  <span className="mt-1 block max-w-xs text-xs break-words text-ink-soft">
                    {row.lastError}
                  </span>
                ) : null}
              </Td>
              <Td className="text-right tabular-nums">{row.attempts}</Td>
              <Td className="text-right whitespace-nowrap tabular-nums">
                {formatInstant(new Date(row.createdAt), locale)}
              </Td>
              <Td className="text-right">
                {row.status === 'FAILED' ? <RetryMessage messageId={row.id} /> : null}
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
