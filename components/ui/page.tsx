import type { ReactNode } from 'react';
import { classes } from './classes';

/** The frame of an ordinary page: title, what it is for, its actions, then the content. */
export function Page({
  title,
  lead,
  actions,
  nav,
  width = 'wide',
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** The way to the pages beside this one, above the title. */
  nav?: ReactNode;
  width?: 'narrow' | 'wide';
  children: ReactNode;
}) {
  return (
    <main
      id="content"
      className={classes(
        'mx-auto w-full px-4 py-8 sm:px-6 sm:py-12',
        width === 'narrow' ? 'max-w-xl' : 'max-w-6xl',
      )}
    >
      {nav}
      <div className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <div className="max-w-2xl">
          <h1 className="text-4xl sm:text-5xl">{title}</h1>
          {lead ? <p className="mt-3 text-lg text-ink-soft">{lead}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
      </div>
      {children}
    </main>
  );
}
