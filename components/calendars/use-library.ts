'use client';

import { useMemo } from 'react';
import { type Pictures, usePictures } from '@/components/pictures/use-pictures';
import type { Id } from '@/lib/core/ids';
import type { PicturePage } from '@/lib/pictures/list-pictures';
import type { PictureView } from '@/lib/pictures/picture-view';

export type Library = Pictures & { byId: ReadonlyMap<Id<'picture'>, PictureView> };

const NONE: readonly PictureView[] = [];

/**
 * The person's photos, kept up to date while they are being prepared.
 * @param placed pictures that must be known whatever page of the library they are on
 */
export function useLibrary(initial: PicturePage, placed: readonly PictureView[] = NONE): Library {
  const library = usePictures(initial);
  const byId = useMemo(
    () => new Map([...placed, ...library.pictures].map((picture) => [picture.id, picture])),
    [placed, library.pictures],
  );
  return { ...library, byId };
}
