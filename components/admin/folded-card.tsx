import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';

/** One of many things that are edited in place: a line with what matters, which opens into its form. */
export function FoldedCard({
  level,
  title,
  facts,
  badge,
  children,
}: {
  /** Of its heading. */
  level: 2 | 3;
  title: ReactNode;
  /** Figures and words in columns at the right, under each other from card to card. */
  facts: readonly ReactNode[];
  badge?: ReactNode;
  children: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <Card className="p-0 sm:p-0">
      <details className="group">
        <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-4 gap-y-1 rounded-card px-4 py-3 hover:bg-linen/50 sm:px-5 [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden="true"
            className="size-4 shrink-0 text-ink-soft transition-transform group-open:rotate-90"
          />
          <span className="flex min-w-0 flex-1 basis-56 flex-wrap items-center gap-2">
            <Heading className="font-sans text-base font-semibold">{title}</Heading>
            {badge}
          </span>
          <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft tabular-nums max-lg:w-full max-lg:pl-8 lg:gap-x-0">
            {facts.map((fact, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their place
              <span key={index} className="lg:min-w-24 lg:text-right">
                {fact}
              </span>
            ))}
          </span>
        </summary>
        <div className="border-t border-line px-4 pt-4 pb-5 sm:px-5">{children}</div>
      </details>
    </Card>
  );
}
