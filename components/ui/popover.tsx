'use client';

import { Popover as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes';

/** A panel that hangs on its button. Escape and a press outside close it; focus goes into it and back. */
export function Popover({
  open,
  onOpenChange,
  trigger,
  label,
  children,
  align = 'end',
  className,
}: {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger: ReactNode;
  /** Names the panel for assistive technology. */
  label: string;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  className?: string;
}) {
  return (
    <Primitive.Root {...(open === undefined ? {} : { open })} onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
          className={classes(
            'z-50 max-h-[min(var(--radix-popover-content-available-height),36rem)] w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-card border border-line bg-sheet shadow-float outline-none',
            className,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
