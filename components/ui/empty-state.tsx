import type { ReactNode } from 'react';
import { classes } from './classes';

/**
 * An empty page says what it is for and what to do next.
 * @param isPage true where nothing else is on the page, so that its title is the page's
 */
export function EmptyState({
  icon,
  title,
  children,
  action,
  isPage = false,
  className,
}: {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  isPage?: boolean;
  className?: string;
}) {
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <div
      className={classes(
        'flex flex-col items-center gap-4 rounded-card border border-dashed border-line-strong/50 px-6 py-14 text-center',
        className,
      )}
    >
      {icon ? <div className="text-accent [&_svg]:size-9 [&_svg]:stroke-[1.4]">{icon}</div> : null}
      <Heading className="text-2xl">{title}</Heading>
      {children ? <div className="max-w-prose text-ink-soft">{children}</div> : null}
      {action}
    </div>
  );
}
