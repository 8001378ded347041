'use client';

import { Check, Heart, Maximize2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { AiBadge } from '@/components/pictures/ai-badge';
import { classes } from '@/components/ui/classes';
import { monthName } from '@/lib/calendar-days/names';
import type { PrintLanguage } from '@/lib/calendars/document';
import type { GenerationView } from '@/lib/studio/generation-view';
import { useLocalName } from '../use-local-name';

/** Strips and towers are cropped to these, so that a row stays a row. */
const ASPECT_MIN = 0.75;
const ASPECT_MAX = 2.2;

/** One picture of the gallery: pressing it selects it. */
export function GalleryTile({
  generation,
  isSelected,
  onToggle,
  onOpen,
}: {
  generation: GenerationView;
  isSelected: boolean;
  onToggle: () => void;
  onOpen: () => void;
}) {
  const t = useTranslations('sets.gallery');
  const locale = useLocale() as PrintLanguage;
  const nameOf = useLocalName();
  const { picture, widthPx, heightPx, month, themeNames, isFavourite, prompt } = generation;
  const name = themeNames && month ? `${nameOf(themeNames)}, ${monthName(month, locale)}` : prompt;
  return (
    <li className="relative" style={rowShare(generation)}>
      <button
        type="button"
        aria-pressed={isSelected}
        aria-label={t('select', { name: name.slice(0, 80) })}
        onClick={onToggle}
        className={classes(
          'block w-full overflow-hidden rounded-control bg-linen',
          isSelected && 'outline-3 outline-offset-2 outline-accent',
        )}
        style={{
          aspectRatio: Math.min(ASPECT_MAX, Math.max(ASPECT_MIN, widthPx / heightPx)),
          ...(picture?.dominantColour ? { backgroundColor: picture.dominantColour } : {}),
        }}
      >
        {picture?.screenUrl ? (
          // biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser
          <img src={picture.screenUrl} alt="" loading="lazy" className="size-full object-cover" />
        ) : null}
        <span
          aria-hidden="true"
          className={classes(
            'absolute top-1.5 left-1.5 flex size-6 items-center justify-center rounded-full border-2 border-white shadow-sheet',
            isSelected ? 'bg-accent text-white' : 'bg-ink/25',
          )}
        >
          {isSelected ? <Check className="size-4" /> : null}
        </span>
      </button>
      <span className="pointer-events-none absolute top-1.5 right-1.5 flex items-center gap-1.5">
        {isFavourite ? (
          <Heart aria-hidden="true" className="size-5 fill-accent text-white" />
        ) : null}
        <AiBadge />
      </span>
      <button
        type="button"
        onClick={onOpen}
        aria-label={t('open', { name: name.slice(0, 80) })}
        className="absolute right-1 bottom-1 inline-flex size-9 items-center justify-center rounded-control bg-ink/55 text-white hover:bg-ink/80"
      >
        <Maximize2 aria-hidden="true" className="size-4" />
      </button>
    </li>
  );
}

/** Its part of a row of one height, each picture in its own shape. */
function rowShare({ widthPx, heightPx }: GenerationView): CSSProperties {
  const aspect = Math.min(ASPECT_MAX, Math.max(ASPECT_MIN, widthPx / heightPx));
  return {
    flexGrow: aspect * 100,
    flexBasis: `calc(var(--row) * ${aspect})`,
    maxWidth: `calc(var(--row) * ${aspect} * 1.7)`,
  };
}
