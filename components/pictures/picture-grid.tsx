'use client';

import { Check, CircleAlert, Maximize2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { classes } from '@/components/ui/classes';
import { Spinner } from '@/components/ui/spinner';
import { useErrorMessage } from '@/components/use-error-message';
import type { ErrorCode } from '@/lib/core/errors';
import type { PictureView } from '@/lib/pictures/picture-view';

/** Panoramas and towers are cropped to these, so that a row stays a row. */
const ASPECT_MIN = 0.62;
const ASPECT_MAX = 2.2;

/**
 * Photos in rows of one height, each in its own shape. Pressing a photo selects it.
 * @param onOpen shows a photo large; without it there is no button for that
 * @param isSelectable photos that cannot be selected stay visible; without it all can
 */
export function PictureGrid({
  pictures,
  selected,
  onToggle,
  onOpen,
  isSelectable = () => true,
}: {
  pictures: readonly PictureView[];
  selected: ReadonlySet<string>;
  onToggle: (id: PictureView['id']) => void;
  onOpen?: (picture: PictureView) => void;
  isSelectable?: (picture: PictureView) => boolean;
}) {
  const t = useTranslations('pictures.grid');
  return (
    <ul
      aria-label={t('label')}
      className="flex flex-wrap gap-2 [--row:5.75rem] after:grow-[9999] sm:gap-3 sm:[--row:11rem]"
    >
      {pictures.map((picture) => {
        const aspect = aspectOf(picture);
        return (
          <li
            key={picture.id}
            className="relative"
            style={{
              flexGrow: aspect * 100,
              flexBasis: `calc(var(--row) * ${aspect})`,
              maxWidth: `calc(var(--row) * ${aspect} * 1.7)`,
            }}
          >
            <Tile
              picture={picture}
              isSelected={selected.has(picture.id)}
              isDisabled={!isSelectable(picture)}
              onToggle={() => onToggle(picture.id)}
            />
            {onOpen && picture.screenUrl ? (
              <button
                type="button"
                onClick={() => onOpen(picture)}
                aria-label={t('open', { name: picture.fileName })}
                className="absolute right-1 bottom-1 inline-flex size-9 items-center justify-center rounded-control bg-ink/55 text-white hover:bg-ink/80"
              >
                <Maximize2 aria-hidden="true" className="size-4" />
              </button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function Tile({
  picture,
  isSelected,
  isDisabled,
  onToggle,
}: {
  picture: PictureView;
  isSelected: boolean;
  isDisabled: boolean;
  onToggle: () => void;
}) {
  const t = useTranslations('pictures.grid');
  const { fileName, thumbUrl, dominantColour, status } = picture;
  const marks = useMarks(picture);
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      // What can be read on the tile is part of its name, as speech control expects.
      aria-label={[
        t(`tile.${status}`, { name: fileName }),
        ...marks.map(({ text, spoken }) => spoken ?? text),
      ].join(', ')}
      disabled={isDisabled}
      onClick={onToggle}
      style={{
        aspectRatio: aspectOf(picture),
        ...(dominantColour ? { backgroundColor: dominantColour } : {}),
      }}
      className={classes(
        'relative block w-full overflow-hidden rounded-control bg-linen disabled:opacity-60',
        isSelected && 'outline-3 outline-offset-2 outline-accent',
      )}
    >
      {thumbUrl ? (
        // biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser
        <img
          src={thumbUrl}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          className="size-full object-cover"
        />
      ) : null}
      {status === 'RECEIVED' ? (
        <span className="absolute inset-0 flex flex-col items-center justify-center gap-2 p-2 text-sm text-ink-soft">
          <Spinner className="size-6 text-accent" />
          {t('preparing')}
        </span>
      ) : null}
      {status === 'REFUSED' ? <Refusal picture={picture} /> : null}
      <span
        aria-hidden="true"
        className={classes(
          'absolute top-1.5 left-1.5 flex size-6 items-center justify-center rounded-full border-2 border-white shadow-sheet',
          isSelected ? 'bg-accent text-white' : 'bg-ink/25',
        )}
      >
        {isSelected ? <Check className="size-4" /> : null}
      </span>
      <span className="absolute top-1.5 right-1.5 flex flex-col items-end gap-1">
        {marks.map(({ text, spoken, tone }) => (
          <Badge key={text} tone={tone} title={spoken}>
            {text}
          </Badge>
        ))}
      </span>
    </button>
  );
}

function Refusal({ picture }: { picture: PictureView }) {
  const words = useErrorMessage();
  return (
    <span className="absolute inset-0 flex flex-col items-center justify-center gap-1 overflow-hidden bg-bad-soft p-1.5 text-xs text-ink">
      <CircleAlert aria-hidden="true" className="size-5 shrink-0 text-bad" />
      <span className="hidden w-full truncate text-center font-medium sm:block">
        {picture.fileName}
      </span>
      <span className="line-clamp-4 text-center leading-snug">
        {words({ code: picture.refusalCode as ErrorCode, params: picture.refusalParams })}
      </span>
    </span>
  );
}

/** What a maker should know about a photo before choosing it, most important first. */
function useMarks({ sharpness, isSold, usedIn, isAi }: PictureView): {
  text: string;
  /** What is read out, where the text is too short to be understood by ear. */
  spoken?: string;
  tone: 'good' | 'neutral' | 'warn' | 'accent';
}[] {
  const t = useTranslations('pictures.grid');
  const ta = useTranslations('pictures.ai');
  return [
    ...(isAi ? [{ text: ta('badge'), spoken: ta('means'), tone: 'accent' as const }] : []),
    ...(isSold ? [{ text: t('sold'), tone: 'good' as const }] : []),
    ...(!isSold && usedIn.length > 0
      ? [{ text: t('used', { count: usedIn.length }), tone: 'neutral' as const }]
      : []),
    ...(sharpness === 'blurred' ? [{ text: t('blurred'), tone: 'warn' as const }] : []),
  ];
}

function aspectOf({ widthPx, heightPx }: PictureView): number {
  if (!widthPx || !heightPx) return 1;
  return Math.min(ASPECT_MAX, Math.max(ASPECT_MIN, widthPx / heightPx));
}
