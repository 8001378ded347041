'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StatusBadge } from '@/components/orders/status-badge';
import { Badge } from '@/components/ui/badge';
import { classes } from '@/components/ui/classes';
import { Table, Td, Th } from '@/components/ui/table';
import type { BoardRow } from '@/lib/admin/board/list-orders';
import { formatMoney } from '@/lib/core/money';
import { countryName } from '@/lib/orders/address-lines';
import { formatDay, formatInstant } from '@/lib/orders/format-period';

/** Where a column's head leads, and how the board is sorted by it now. */
export type SortLinks = Record<
  'placed' | 'total' | 'arrives',
  { href: string; now: 'ascending' | 'descending' | null }
>;

/** From a tablet up every column has its own place; a phone reads the rest under the number. */
const WIDE = 'hidden md:table-cell';

export function BoardTable({
  rows,
  sorts,
  chosen,
  onToggle,
  onToggleAll,
}: {
  rows: readonly BoardRow[];
  sorts: SortLinks;
  chosen: ReadonlySet<string>;
  onToggle: (id: string) => void;
  onToggleAll: (isChosen: boolean) => void;
}) {
  const t = useTranslations('board');
  const tOrders = useTranslations('orders');
  const locale = useLocale();
  const count = rows.filter(({ id }) => chosen.has(id)).length;
  const head = (name: keyof SortLinks, className: string) => {
    const { href, now } = sorts[name];
    const Icon = now === 'ascending' ? ArrowUp : ArrowDown;
    return (
      <Th className={className} aria-sort={now ?? 'none'}>
        <Link href={href} className="inline-flex min-h-6 items-center gap-1 hover:underline">
          {t(`columns.${name}`)}
          <Icon aria-hidden="true" className={classes('size-3.5', now ? '' : 'opacity-25')} />
        </Link>
      </Th>
    );
  };
  return (
    <Table>
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr>
          <Th className="w-10 pr-0">
            <Tick
              label={t('select_all')}
              isChecked={rows.length > 0 && count === rows.length}
              isMixed={count > 0 && count < rows.length}
              onChange={onToggleAll}
            />
          </Th>
          <Th>{t('columns.order')}</Th>
          <Th className={WIDE}>{t('columns.status')}</Th>
          {head('placed', WIDE)}
          {head('arrives', WIDE)}
          <Th className={WIDE}>{t('columns.recipient')}</Th>
          <Th className={WIDE}>{t('columns.content')}</Th>
          {head('total', 'text-right')}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            data-order={row.id}
            className={classes(
              'focus-within:bg-accent-soft/40 hover:bg-linen/50',
              chosen.has(row.id) && 'bg-accent-soft/60',
            )}
          >
            <Td className="w-10 pr-0">
              <Tick
                label={t('select', { number: row.number })}
                isChecked={chosen.has(row.id)}
                onChange={() => onToggle(row.id)}
              />
            </Td>
            <Td className="md:whitespace-nowrap">
              <Link
                href={`/admin/orders/${row.id}`}
                data-row={row.id}
                prefetch={false}
                className="font-semibold whitespace-nowrap text-accent underline underline-offset-4"
              >
                {row.number}
              </Link>
              <div className="mt-1.5 flex flex-col items-start gap-1 md:hidden">
                <States row={row} />
                <span className="break-words">{row.recipients.join(', ') || t('files_only')}</span>
                <span className="text-ink-soft">
                  {formatInstant(new Date(row.placedAt), locale)}
                </span>
              </div>
            </Td>
            <Td className={WIDE}>
              <span className="flex flex-col items-start gap-1">
                <States row={row} />
              </span>
            </Td>
            <Td className={WIDE}>{formatInstant(new Date(row.placedAt), locale)}</Td>
            <Td className={WIDE}>{row.arrivesBy ? formatDay(row.arrivesBy, locale) : '–'}</Td>
            <Td className={WIDE}>
              {row.recipients.join(', ') || t('files_only')}
              <Soft>{countryName(row.country, locale)}</Soft>
            </Td>
            <Td className={WIDE}>
              {row.titles.map((title) => title || tOrders('untitled')).join(', ')}
              <Soft>{tOrders('copies', { count: row.copies })}</Soft>
            </Td>
            <Td className="text-right whitespace-nowrap tabular-nums">
              {formatMoney(row.total, locale)}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function States({ row }: { row: BoardRow }) {
  const t = useTranslations('board');
  return (
    <>
      <StatusBadge status={row.status} />
      {row.needsPerson ? <Badge tone="bad">{t('attention')}</Badge> : null}
      {row.isHeld ? <Badge tone="warn">{t('held')}</Badge> : null}
    </>
  );
}

function Soft({ children }: { children: ReactNode }) {
  return <span className="block text-ink-soft">{children}</span>;
}

function Tick({
  label,
  isChecked,
  isMixed = false,
  onChange,
}: {
  label: string;
  isChecked: boolean;
  isMixed?: boolean;
  onChange: (isChecked: boolean) => void;
}) {
  return (
    <input
      type="checkbox"
      aria-label={label}
      className="block size-5 cursor-pointer accent-accent"
      checked={isChecked}
      ref={(input) => {
        if (input) input.indeterminate = isMixed;
      }}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
