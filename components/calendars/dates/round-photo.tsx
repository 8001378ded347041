'use client';

import { ImagePlus, ImageUp, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useCropGesture } from '@/components/calendars/editor/use-crop-gesture';
import type { Library } from '@/components/calendars/use-library';
import { Button } from '@/components/ui/button';
import { ZOOM_MAX } from '@/lib/calendars/crop-moves';
import { CENTRED, type Crop, type Slot } from '@/lib/calendars/document';
import { firstCrop } from '@/lib/calendars/picture-fit';
import { type Measured, measured, RoundPicture } from './round-picture';

const SIDE_PX = 132;
const ZOOM_SLIDER_STEPS = 200;

/** Chooses a photo for a day and the round part of it that is printed. */
export function RoundPhoto({
  slot,
  photos,
  onChange,
}: {
  slot: Slot | null;
  photos: Library;
  onChange: (slot: Slot | null) => void;
}) {
  const t = useTranslations('dates.marks');
  const [isChoosing, setChoosing] = useState(false);
  const picture = slot ? measured(photos.byId.get(slot.pictureId)) : null;
  const ready = [...photos.byId.values()].flatMap((one) => measured(one) ?? []);
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{t('photo')}</legend>
      <div className="flex flex-wrap items-center gap-4">
        {slot && picture ? (
          <RoundCropper
            key={picture.id}
            slot={slot}
            picture={picture}
            onCrop={(crop) => onChange({ ...slot, crop })}
          />
        ) : null}
        <div className="flex flex-col items-start gap-2">
          <Button
            variant="secondary"
            size="sm"
            aria-expanded={isChoosing}
            onClick={() => setChoosing(!isChoosing)}
          >
            {slot ? <ImageUp /> : <ImagePlus />}
            {t(slot ? 'photo_change' : 'photo_choose')}
          </Button>
          {slot ? (
            <Button variant="ghost" size="sm" onClick={() => onChange(null)}>
              <Trash2 />
              {t('photo_remove')}
            </Button>
          ) : null}
        </div>
      </div>
      {isChoosing ? (
        ready.length === 0 ? (
          <p className="mt-3 text-sm text-ink-soft">{t('photo_none')}</p>
        ) : (
          <div className="mt-3 max-h-56 overflow-y-auto rounded-control border border-line p-1.5">
            <ul className="grid grid-cols-5 gap-1.5">
              {ready.map((one) => (
                <li key={one.id}>
                  <button
                    type="button"
                    aria-label={t('photo_use', { name: one.fileName })}
                    className="block aspect-square w-full overflow-hidden rounded-full bg-linen"
                    onClick={() => {
                      onChange({ pictureId: one.id, crop: roundCrop(one), filter: 'none' });
                      setChoosing(false);
                    }}
                  >
                    {one.thumbUrl ? (
                      // biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser
                      <img
                        src={one.thumbUrl}
                        alt=""
                        loading="lazy"
                        className="size-full object-cover"
                      />
                    ) : null}
                  </button>
                </li>
              ))}
            </ul>
            {photos.hasMore ? (
              <Button
                variant="ghost"
                size="sm"
                className="mt-1.5 w-full"
                pending={photos.isLoading}
                onClick={photos.loadMore}
              >
                {t('photo_more')}
              </Button>
            ) : null}
          </div>
        )
      ) : null}
    </fieldset>
  );
}

function RoundCropper({
  slot,
  picture,
  onCrop,
}: {
  slot: Slot;
  picture: Measured;
  onCrop: (crop: Crop) => void;
}) {
  const t = useTranslations('dates.marks');
  const frame = useRef<HTMLButtonElement>(null);
  const { crop, zoomTo, handlers } = useCropGesture({
    frame,
    slotRect: (element) => element.getBoundingClientRect(),
    crop: slot.crop,
    initial: roundCrop(picture),
    picture,
    boxAspect: 1,
    onLive: () => undefined,
    onCommit: onCrop,
    onDone: () => undefined,
  });
  return (
    <div className="flex flex-col items-center gap-1">
      <button
        ref={frame}
        type="button"
        aria-label={t('photo_crop')}
        className="cursor-grab touch-none rounded-full active:cursor-grabbing"
        {...handlers}
        onKeyDown={(event) => {
          // Escape and Enter belong to the form around it.
          if (event.key !== 'Escape' && event.key !== 'Enter') handlers.onKeyDown(event);
        }}
      >
        <RoundPicture slot={{ ...slot, crop }} picture={picture} sidePx={SIDE_PX} />
      </button>
      <input
        type="range"
        aria-label={t('photo_zoom')}
        min={0}
        max={ZOOM_SLIDER_STEPS}
        value={Math.round((Math.log(crop.zoom) / Math.log(ZOOM_MAX)) * ZOOM_SLIDER_STEPS)}
        onChange={(event) => zoomTo(ZOOM_MAX ** (Number(event.target.value) / ZOOM_SLIDER_STEPS))}
        className="h-9 w-32 accent-accent"
      />
    </div>
  );
}

/** A face where there is one, and near enough to be known in a circle of a few millimetres. */
function roundCrop({ widthPx, heightPx, seen: { faces, focus } }: Measured): Crop {
  const face = faces[0];
  if (!face) {
    const picture = { widthPx, heightPx, takenOn: null, ...(focus ? { focus } : {}) };
    return firstCrop({ widthMm: 1, heightMm: 1, month: null }, picture);
  }
  const facePx = Math.max(face.width * widthPx, face.height * heightPx);
  const zoom = Math.min(ZOOM_MAX, Math.max(1, Math.min(widthPx, heightPx) / (facePx * FACE_ROOM)));
  return {
    ...CENTRED,
    zoom,
    x: Math.min(1, face.x + face.width / 2),
    y: Math.min(1, face.y + face.height / 2),
  };
}

/** Hair and chin are part of a face that is known at a glance. */
const FACE_ROOM = 1.9;
