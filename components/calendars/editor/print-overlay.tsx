import { useTranslations } from 'next-intl';
import type { FormatId } from '@/lib/calendars/document';
import { formatOf } from '@/lib/print/formats';
import type { Box } from '@/lib/print/operations';
import { overlayOf } from '@/lib/print/overlay';

/** Where the knife cuts, where text may stand, and where the wire and the hanger go. */
export function PrintOverlay({ formatId, shown }: { formatId: FormatId; shown: Box }) {
  const t = useTranslations('calendars.overlay');
  const { trim, safe, bindingZone, holes, notch, bleed } = overlayOf(formatOf(formatId));
  const rect = (box: Box) => ({
    x: box.xMm,
    y: box.yMm,
    width: box.widthMm,
    height: box.heightMm,
  });
  const outside = `M${bleed.xMm} ${bleed.yMm}h${bleed.widthMm}v${bleed.heightMm}h${-bleed.widthMm}z M${trim.xMm} ${trim.yMm}v${trim.heightMm}h${trim.widthMm}v${-trim.heightMm}z`;
  return (
    <svg
      role="img"
      aria-label={t('label')}
      viewBox={`${shown.xMm} ${shown.yMm} ${shown.widthMm} ${shown.heightMm}`}
      className="pointer-events-none absolute inset-0 size-full"
    >
      <path d={outside} className="fill-bad/30" />
      <rect {...rect(bindingZone)} className="fill-fine/25" />
      {holes.map((hole) => (
        <circle
          key={hole.xMm}
          cx={hole.xMm}
          cy={hole.yMm}
          r={hole.radiusMm}
          className="fill-ink/70 stroke-white"
          strokeWidth={0.4}
        />
      ))}
      <circle
        cx={notch.xMm}
        cy={notch.yMm}
        r={notch.radiusMm}
        className="fill-ink/70 stroke-white"
        strokeWidth={0.4}
      />
      <rect {...rect(trim)} fill="none" className="stroke-bad" strokeWidth={0.6} />
      <rect
        {...rect(safe)}
        fill="none"
        className="stroke-good"
        strokeWidth={0.6}
        strokeDasharray="3 2"
      />
    </svg>
  );
}

/** What the lines of the overlay mean. */
export function OverlayLegend() {
  const t = useTranslations('calendars.overlay');
  return (
    <ul className="flex flex-wrap justify-center gap-x-4 gap-y-1 text-xs text-ink-soft">
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="h-0 w-4 border-t-2 border-bad" />
        {t('trim')}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="h-0 w-4 border-t-2 border-dashed border-good" />
        {t('safe')}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="size-3 bg-fine/40" />
        {t('binding')}
      </li>
    </ul>
  );
}
