'use client';

import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { classes } from '@/components/ui/classes';

export type Choice<V extends string> = { value: V; label: ReactNode; picture: ReactNode };

/** Pictures to choose one of, as a radio group: arrow keys move, the choice is made at once. */
export function ChoiceGrid<V extends string>({
  label,
  choices,
  value,
  onChoose,
  before = null,
  className = 'grid-cols-3 sm:grid-cols-5 lg:grid-cols-3 short:grid-cols-3',
}: {
  label: string;
  choices: readonly Choice<V>[];
  /** Null while nothing, or several things at once, are chosen. */
  value: V | null;
  onChoose: (value: V) => void;
  /** Stands between the label and the choices. */
  before?: ReactNode;
  className?: string;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{label}</legend>
      {before}
      <div className={classes('grid gap-2.5', className)}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={classes(
              'relative flex cursor-pointer flex-col rounded-control border bg-sheet p-1.5 text-center text-xs leading-tight transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              choice.value === value
                ? 'border-accent font-semibold text-accent-deep ring-1 ring-accent'
                : 'border-line text-ink-soft hover:border-line-strong',
            )}
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
              className="sr-only"
            />
            <span className="mb-1.5 flex items-center justify-center overflow-hidden rounded-sm bg-linen">
              {choice.picture}
            </span>
            <span className="flex flex-1 flex-col items-center justify-center pb-0.5 text-balance">
              {choice.label}
            </span>
            {choice.value === value ? (
              <span className="absolute top-0 right-0 rounded-tr-control rounded-bl-control bg-accent p-0.5 text-white">
                <Check aria-hidden="true" className="size-3.5" />
              </span>
            ) : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
