import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { TONE_CLASSES, type Tone } from './badge';
import { classes } from './classes';

const ICONS = {
  neutral: Info,
  good: CircleCheck,
  fine: Info,
  warn: TriangleAlert,
  bad: CircleAlert,
  accent: Info,
};

/** What happened and what to do now. Errors are announced at once, the rest when the reader is idle. */
export function Alert({
  tone = 'neutral',
  title,
  children,
  action,
  className,
}: {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  const Icon = ICONS[tone];
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={classes(
        'flex flex-wrap items-start gap-3 rounded-card px-4 py-3',
        TONE_CLASSES[tone],
        className,
      )}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 flex-1 text-ink">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="text-sm sm:text-base">{children}</div> : null}
      </div>
      {action}
    </div>
  );
}
