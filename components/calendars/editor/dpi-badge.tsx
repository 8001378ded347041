import { useTranslations } from 'next-intl';
import { classes } from '@/components/ui/classes';
import { type Sharpness, sharpnessOf } from '@/lib/calendars/crop-moves';

const DOTS: Record<Sharpness, string> = {
  excellent: 'bg-good',
  good: 'bg-fine',
  weak: 'bg-warn',
  blocked: 'bg-bad',
};

/** How sharp a picture will be on paper: a colour, its meaning and the number. */
export function DpiBadge({ dpi, className }: { dpi: number; className?: string }) {
  const t = useTranslations('calendars.sharpness');
  const sharpness = sharpnessOf(dpi);
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1.5 rounded-full bg-sheet/92 px-2.5 py-1 text-xs font-medium text-ink shadow-sheet',
        className,
      )}
    >
      <span aria-hidden="true" className={classes('size-2.5 rounded-full', DOTS[sharpness])} />
      {t(sharpness)}
      <span className="text-ink-soft">{t('dpi', { dpi })}</span>
    </span>
  );
}

export function SharpnessDot({ sharpness }: { sharpness: Sharpness }) {
  return (
    <span
      aria-hidden="true"
      className={classes('size-2.5 rounded-full ring-2 ring-sheet', DOTS[sharpness])}
    />
  );
}
