'use client';

import { Check } from 'lucide-react';
import { DropdownMenu as Primitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';

export function DropdownMenu({
  trigger,
  children,
  align = 'end',
}: {
  trigger: ReactNode;
  children: ReactNode;
  align?: 'start' | 'end';
}) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          sideOffset={6}
          className="z-50 min-w-48 rounded-card border border-line bg-sheet p-1.5 shadow-float"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

const ITEM =
  'flex min-h-10 cursor-pointer items-center gap-2.5 rounded-control px-3 text-sm outline-none select-none data-[disabled]:opacity-50 data-[highlighted]:bg-linen [&_svg]:size-4.5';

export function DropdownItem({ className, ...rest }: ComponentProps<typeof Primitive.Item>) {
  return <Primitive.Item className={classes(ITEM, className)} {...rest} />;
}

/** Choices of which one holds. */
export const DropdownRadioGroup = Primitive.RadioGroup;

export function DropdownRadioItem({
  className,
  children,
  ...rest
}: ComponentProps<typeof Primitive.RadioItem>) {
  return (
    <Primitive.RadioItem className={classes(ITEM, className)} {...rest}>
      <Ticked>{children}</Ticked>
    </Primitive.RadioItem>
  );
}

export function DropdownCheckboxItem({
  className,
  children,
  ...rest
}: ComponentProps<typeof Primitive.CheckboxItem>) {
  return (
    <Primitive.CheckboxItem className={classes(ITEM, className)} {...rest}>
      <Ticked>{children}</Ticked>
    </Primitive.CheckboxItem>
  );
}

function Ticked({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <span aria-hidden="true" className="ml-auto size-4.5">
        <Primitive.ItemIndicator>
          <Check />
        </Primitive.ItemIndicator>
      </span>
    </>
  );
}

export function DropdownLabel({ className, ...rest }: ComponentProps<typeof Primitive.Label>) {
  return (
    <Primitive.Label
      className={classes('px-3 pt-2 pb-1 text-xs font-medium text-ink-soft', className)}
      {...rest}
    />
  );
}

export function DropdownSeparator() {
  return <Primitive.Separator className="my-1.5 h-px bg-line" />;
}
