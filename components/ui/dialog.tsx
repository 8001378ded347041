'use client';

import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes';

/** A dialog in the middle of a desktop and at the foot of a phone. Focus stays inside; Escape closes it. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  closeLabel,
  trigger,
  children,
  className,
}: {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  closeLabel: string;
  trigger?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Primitive.Trigger asChild>{trigger}</Primitive.Trigger> : null}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-ink/45" />
        <Primitive.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={classes(
            'fixed inset-x-0 bottom-0 z-50 max-h-[88dvh] overflow-y-auto rounded-t-card bg-sheet p-6 shadow-float sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[min(92vw,34rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-card',
            className,
          )}
        >
          <div className="mb-4 flex items-start gap-4">
            <div className="flex-1">
              <Primitive.Title className="text-2xl">{title}</Primitive.Title>
              {description ? (
                <Primitive.Description className="mt-1 text-ink-soft">
                  {description}
                </Primitive.Description>
              ) : null}
            </div>
            <Primitive.Close
              aria-label={closeLabel}
              className="-m-2 inline-flex size-11 items-center justify-center rounded-control hover:bg-linen"
            >
              <X aria-hidden="true" className="size-5" />
            </Primitive.Close>
          </div>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

export const DialogClose = Primitive.Close;
