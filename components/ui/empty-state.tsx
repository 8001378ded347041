import type { ReactNode } from 'react';
import { classes } from './classes';

/** An empty page says what it is for and what to do next. */
export function EmptyState({
  icon,
  title,
  children,
  action,
  className,
}: {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div
      className={classes(
        'flex flex-col items-center gap-4 rounded-card border border-dashed border-line-strong/50 px-6 py-14 text-center',
        className,
      )}
    >
      {icon ? <div className="text-accent [&_svg]:size-9 [&_svg]:stroke-[1.4]">{icon}</div> : null}
      <h2 className="text-2xl">{title}</h2>
      {children ? <div className="max-w-prose text-ink-soft">{children}</div> : null}
      {action}
    </div>
  );
}
