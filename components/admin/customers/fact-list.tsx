import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';

/** One kind of thing of a person: what it is, and what is there; a sentence where nothing is. */
export function FactList({
  title,
  none,
  children,
}: {
  title: string;
  none: string;
  children: readonly ReactNode[];
}) {
  return (
    <Card className="p-5">
      <h2 className="mb-3 text-xl">{title}</h2>
      {children.length === 0 ? (
        <p className="text-sm text-ink-soft">{none}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line/70 text-sm">{children}</ul>
      )}
    </Card>
  );
}

/** One line of it. */
export function Fact({ left, right }: { left: ReactNode; right: ReactNode }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
      <span className="min-w-0 break-words">{left}</span>
      <span className="text-ink-soft">{right}</span>
    </li>
  );
}
