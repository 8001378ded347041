import type { ComponentProps } from 'react';
import { classes } from './classes';

export type Tone = 'neutral' | 'good' | 'fine' | 'warn' | 'bad' | 'accent';

export const TONE_CLASSES: Record<Tone, string> = {
  neutral: 'bg-linen text-ink-soft',
  good: 'bg-good-soft text-good',
  fine: 'bg-fine-soft text-fine',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  accent: 'bg-accent-soft text-accent-deep',
};

/** A short state in words; the colour only supports them. */
export function Badge({
  tone = 'neutral',
  className,
  ...rest
}: ComponentProps<'span'> & { tone?: Tone }) {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-sm font-medium whitespace-nowrap [&_svg]:size-3.5',
        TONE_CLASSES[tone],
        className,
      )}
      {...rest}
    />
  );
}
