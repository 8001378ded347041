'use client';

import { useTranslations } from 'next-intl';
import { classes } from '@/components/ui/classes';
import type { FormatId } from '@/lib/calendars/document';
import { formatOf } from '@/lib/print/formats';
import type { Box } from '@/lib/print/operations';
import { overlayOf } from '@/lib/print/overlay';
import { useEditor } from './editor-context';
import { OVERLAY_PARTS, type OverlayPart } from './use-view';

/** Where the knife cuts, where text may stand, and where the wire and the hanger go. */
export function PrintOverlay({
  formatId,
  shown,
  parts,
}: {
  formatId: FormatId;
  shown: Box;
  parts: ReadonlySet<OverlayPart>;
}) {
  const t = useTranslations('calendars.overlay');
  const { trim, safe, bindingZone, holes, notch, bleed } = overlayOf(formatOf(formatId));
  const outside = `M${bleed.xMm} ${bleed.yMm}h${bleed.widthMm}v${bleed.heightMm}h${-bleed.widthMm}z M${trim.xMm} ${trim.yMm}v${trim.heightMm}h${trim.widthMm}v${-trim.heightMm}z`;
  const punched = notch ? [...holes, notch] : holes;
  return (
    <svg
      role="img"
      aria-label={t('label')}
      viewBox={`${shown.xMm} ${shown.yMm} ${shown.widthMm} ${shown.heightMm}`}
      className="pointer-events-none absolute inset-0 z-10 size-full"
    >
      {parts.has('binding') ? (
        <>
          {bindingZone ? <rect {...rectOf(bindingZone)} className="fill-fine/25" /> : null}
          {punched.map((hole) => (
            <circle
              key={`${hole.xMm}/${hole.radiusMm}`}
              cx={hole.xMm}
              cy={hole.yMm}
              r={hole.radiusMm}
              className="fill-ink/70 stroke-white"
              strokeWidth={0.4}
            />
          ))}
        </>
      ) : null}
      {parts.has('trim') ? (
        <>
          <path d={outside} className="fill-bad/30" />
          <rect {...rectOf(trim)} fill="none" className="stroke-bad" strokeWidth={0.6} />
        </>
      ) : null}
      {parts.has('safe') ? (
        <>
          {/* White under green: seen on a meadow as well as on paper. */}
          <rect {...rectOf(safe)} fill="none" className="stroke-white/80" strokeWidth={1.1} />
          <rect
            {...rectOf(safe)}
            fill="none"
            className="stroke-good"
            strokeWidth={0.6}
            strokeDasharray="3 2"
          />
        </>
      ) : null}
    </svg>
  );
}

function rectOf(box: Box) {
  return { x: box.xMm, y: box.yMm, width: box.widthMm, height: box.heightMm };
}

const SAMPLES: Record<OverlayPart, string> = {
  trim: 'h-0 w-4 border-t-2 border-bad',
  safe: 'h-0 w-4 border-t-2 border-dashed border-good',
  binding: 'size-3 bg-fine/40',
};

/** What the lines of the overlay mean; each can be switched off by itself. */
export function OverlayLegend({ formatId }: { formatId: FormatId }) {
  const t = useTranslations('calendars.overlay');
  const { view } = useEditor();
  const isBound = formatOf(formatId).binding !== null;
  const parts = OVERLAY_PARTS.filter((part) => isBound || part !== 'binding');
  return (
    <ul className="flex flex-wrap justify-center gap-x-1">
      {parts.map((part) => {
        const isShown = view.overlayParts.has(part);
        return (
          <li key={part}>
            <button
              type="button"
              aria-pressed={isShown}
              onClick={() => view.toggleOverlayPart(part)}
              className={classes(
                'flex min-h-8 items-center gap-1.5 rounded-control px-2 text-xs hover:bg-sheet',
                isShown ? 'text-ink' : 'text-ink-soft line-through',
              )}
            >
              <span
                aria-hidden="true"
                className={classes(SAMPLES[part], !isShown && 'opacity-35')}
              />
              {t(part)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
