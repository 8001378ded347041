'use client';

import { useTranslations } from 'next-intl';
import { usePageName } from '@/components/calendars/use-page-name';
import { Button } from '@/components/ui/button';
import type { Id } from '@/lib/core/ids';
import { designedPageOf, useEditor } from '../editor-context';

/** What can be done with the photos that are chosen. Stays at the foot of the panel while it is scrolled. */
export function ChosenPhotos({
  ready,
  onEnd,
}: {
  /** All that could be chosen. */
  ready: readonly Id<'picture'>[];
  onEnd: () => void;
}) {
  const t = useTranslations('calendars.photos');
  const pageName = usePageName();
  const { document, printIndex, chosenPictures, choosePictures, placeFromHere } = useEditor();
  const count = chosenPictures.size;
  const hasPlace = designedPageOf(document, printIndex) !== null;
  return (
    <div className="sticky -bottom-4 -mx-4 -mb-4 flex flex-col gap-2 border-t border-line bg-sheet/95 px-4 py-3 backdrop-blur lg:-bottom-5 lg:-mx-5 lg:-mb-5 lg:px-5 short:-bottom-3 short:-mx-3 short:-mb-3 short:px-3">
      <div className="flex items-center justify-between gap-3">
        <p role="status" className="text-sm font-medium">
          {t('chosen', { count })}
        </p>
        <div className="flex gap-3">
          {count < ready.length ? (
            <Button variant="link" size="sm" onClick={() => choosePictures(new Set(ready))}>
              {t('choose_all')}
            </Button>
          ) : null}
          <Button variant="link" size="sm" onClick={onEnd}>
            {t('choose_end')}
          </Button>
        </div>
      </div>
      <Button
        size="sm"
        disabled={count === 0 || !hasPlace}
        className="min-h-10 whitespace-normal"
        onClick={() => {
          placeFromHere([...chosenPictures]);
          onEnd();
        }}
      >
        {t('place_from', { page: pageName(document, printIndex) })}
      </Button>
    </div>
  );
}
