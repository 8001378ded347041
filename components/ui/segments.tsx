'use client';

import { type ReactNode, useId } from 'react';
import { classes } from './classes';

/** A few short choices side by side, of which one holds: a radio group that looks like one control. */
export function Segments<V extends string>({
  label,
  value,
  options,
  onChange,
  isLabelShown = false,
  className,
}: {
  label: string;
  value: V | null;
  options: readonly { value: V; label: ReactNode }[];
  onChange: (value: V) => void;
  isLabelShown?: boolean;
  className?: string;
}) {
  const name = useId();
  return (
    <fieldset className={classes('min-w-0', className)}>
      <legend className={isLabelShown ? 'mb-1.5 text-sm font-medium' : 'sr-only'}>{label}</legend>
      <div className="flex rounded-control bg-linen p-1">
        {options.map((option) => (
          <label
            key={option.value}
            className={classes(
              'relative flex min-h-9 min-w-0 flex-1 cursor-pointer items-center justify-center rounded-[0.35rem] px-2 py-1 text-center text-sm leading-tight transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
              option.value === value
                ? 'bg-sheet font-semibold text-accent-deep shadow-sm'
                : 'text-ink-soft hover:text-ink',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="sr-only"
            />
            <span className="min-w-0 break-words">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
