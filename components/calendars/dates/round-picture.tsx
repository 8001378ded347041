'use client';

import { useId } from 'react';
import type { Slot } from '@/lib/calendars/document';
import type { PictureView } from '@/lib/pictures/picture-view';
import { placedPicture } from '@/lib/print/crop-source';
import { SVG_PICTURE_SIDE, svgPictureTransform } from '@/lib/print/picture-matrix';

const BOX = { xMm: 0, yMm: 0, widthMm: 100, heightMm: 100 };

export type Measured = PictureView & { widthPx: number; heightPx: number };

/** null while its sides are not known. */
export function measured(picture: PictureView | undefined): Measured | null {
  return picture?.status === 'READY' && picture.widthPx && picture.heightPx
    ? { ...picture, widthPx: picture.widthPx, heightPx: picture.heightPx }
    : null;
}

/** The round part of a photo that is printed in a day. */
export function RoundPicture({
  slot,
  picture,
  sidePx,
}: {
  slot: Slot;
  picture: Measured;
  sidePx: number;
}) {
  const clip = useId();
  const placed = { ...placedPicture(slot, picture, BOX), radiusMm: 0 };
  const isSmall = sidePx < 64;
  return (
    <svg viewBox="0 0 100 100" width={sidePx} height={sidePx} aria-hidden="true">
      <clipPath id={clip}>
        <circle cx="50" cy="50" r="50" />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <image
          href={(isSmall ? picture.thumbUrl : picture.screenUrl) ?? picture.thumbUrl ?? ''}
          width={SVG_PICTURE_SIDE}
          height={SVG_PICTURE_SIDE}
          preserveAspectRatio="none"
          transform={svgPictureTransform(placed)}
        />
      </g>
      <circle cx="50" cy="50" r="49.4" fill="none" stroke="currentColor" strokeOpacity="0.25" />
    </svg>
  );
}
