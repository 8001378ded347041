import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { classes } from '@/components/ui/classes';

/** One kind of thing of a person: what it is, and what is there; a sentence where nothing is. */
export function FactList({
  title,
  none,
  more,
  children,
}: {
  title: string;
  none: string;
  /** To where all of them are. */
  more?: ReactNode;
  children: readonly ReactNode[];
}) {
  return (
    <Card className="p-5 sm:p-5">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-xl">{title}</h2>
        {more ? <span className="text-sm">{more}</span> : null}
      </div>
      {children.length === 0 ? (
        <p className="text-sm text-ink-soft">{none}</p>
      ) : (
        <ul data-rows className="flex flex-col divide-y divide-line/70 text-sm">
          {children}
        </ul>
      )}
    </Card>
  );
}

/** One line of it: what it is, its state, and what stands at the right edge, in figures of one width. */
export function Fact({
  left,
  state,
  right,
}: {
  left: ReactNode;
  state?: ReactNode;
  right?: ReactNode;
}) {
  return (
    <li className="flex items-baseline justify-between gap-x-4 py-2">
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-3 gap-y-1 break-words">
        <span className={classes('min-w-0 break-words', state ? 'sm:min-w-44' : '')}>{left}</span>
        {state}
      </span>
      {right === undefined || right === null ? null : (
        <span className="shrink-0 text-right text-ink-soft tabular-nums">{right}</span>
      )}
    </li>
  );
}
