import type { ComponentProps } from 'react';
import { classes } from './classes';

/** A sheet of paper on the table. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <div
      className={classes(
        'rounded-card border border-line bg-sheet p-5 shadow-sheet sm:p-6',
        className,
      )}
      {...rest}
    />
  );
}
