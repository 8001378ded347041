import type { ComponentProps } from 'react';
import { classes } from './classes';

/** A table that scrolls sideways inside its own frame on a narrow screen. */
export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return (
    <div className="relative overflow-x-auto rounded-card border border-line bg-sheet">
      <table className={classes('w-full border-collapse text-left text-sm', className)} {...rest} />
    </div>
  );
}

export function Th({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={classes(
        'border-b border-line bg-linen/60 px-4 py-2.5 font-semibold whitespace-nowrap',
        className,
      )}
      {...rest}
    />
  );
}

export function Td({ className, ...rest }: ComponentProps<'td'>) {
  return (
    <td className={classes('border-b border-line/70 px-4 py-3 align-top', className)} {...rest} />
  );
}
