import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { classes } from '@/components/ui/classes';
import { Th } from '@/components/ui/table';
import { type DeskFilter, deskAddress } from './desk-address';

/**
 * A column's head that sorts its table by the column: once as is usual for it, once more the other way round. The rest
 * of the filter stays, and the first page comes up.
 * @param by what the address calls the column; a minus before it is the largest or latest first
 * @param usual how the table is sorted while its address says nothing
 */
export function SortHead({
  path,
  filter,
  by,
  first = `-${by}`,
  usual,
  className,
  children,
}: {
  path: string;
  filter: DeskFilter & { sort: string | null };
  by: string;
  /** What the first press asks for. */
  first?: string;
  usual: string;
  className?: string;
  children: ReactNode;
}) {
  const now = filter.sort ?? usual;
  const isHere = now === by || now === `-${by}`;
  const isAscending = isHere ? now === by : first === by;
  const next = isHere ? (isAscending ? `-${by}` : by) : first;
  const Icon = isAscending ? ArrowUp : ArrowDown;
  return (
    <Th
      className={className}
      aria-sort={isHere ? (isAscending ? 'ascending' : 'descending') : 'none'}
    >
      <Link
        href={deskAddress(path, filter, { sort: next === usual ? null : next, page: 1 })}
        className="inline-flex min-h-6 items-center gap-1 hover:underline"
      >
        {children}
        <Icon
          aria-hidden="true"
          className={classes('size-3.5 shrink-0', isHere ? '' : 'opacity-25')}
        />
      </Link>
    </Th>
  );
}

/** Keeps the order of the rows when a form of filters is sent. */
export function KeptSort({ sort }: { sort: string | null }) {
  return sort === null ? null : <input type="hidden" name="sort" value={sort} />;
}
