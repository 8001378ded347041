'use client';

import { Switch as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classes } from './classes';

export function Switch({ className, ...rest }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      className={classes(
        'inline-flex h-6.5 w-11 shrink-0 items-center rounded-full bg-line-strong p-0.5 transition-colors data-[state=checked]:bg-accent',
        className,
      )}
      {...rest}
    >
      <Primitive.Thumb className="size-5.5 rounded-full bg-white shadow transition-transform data-[state=checked]:translate-x-4.5" />
    </Primitive.Root>
  );
}
