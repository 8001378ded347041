'use client';

import { useTranslations } from 'next-intl';
import type { Library } from '@/components/calendars/use-library';
import { PictureGrid } from '@/components/pictures/picture-grid';
import { UploadArea } from '@/components/pictures/upload-area';
import { Button } from '@/components/ui/button';
import type { Id } from '@/lib/core/ids';

/** Photos for the calendar: new ones from this device, and those that are here already. */
export function PhotosStep({
  library,
  left,
  chosenCount,
  onToggle,
  onAll,
  onBusy,
}: {
  library: Library;
  /** Photos that are not to be used. */
  left: ReadonlySet<Id<'picture'>>;
  chosenCount: number;
  onToggle: (id: Id<'picture'>) => void;
  onAll: (areChosen: boolean) => void;
  onBusy: (isBusy: boolean) => void;
}) {
  const t = useTranslations('calendars.new');
  const selected = new Set(
    library.pictures
      .filter(({ id, status }) => status === 'READY' && !left.has(id))
      .map(({ id }) => id),
  );
  return (
    <div className="flex flex-col gap-8">
      <UploadArea onPicture={library.put} onBusy={onBusy} />
      {library.pictures.length > 0 ? (
        <section aria-labelledby="your-photos">
          <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
            <h2 id="your-photos" className="text-2xl">
              {t('your_photos')}
            </h2>
            <Button variant="link" size="sm" onClick={() => onAll(chosenCount === 0)}>
              {t(chosenCount === 0 ? 'choose_all' : 'choose_none')}
            </Button>
          </div>
          <PictureGrid
            pictures={library.pictures}
            selected={selected}
            onToggle={onToggle}
            isSelectable={({ status }) => status === 'READY'}
          />
          {library.hasMore ? (
            <div className="mt-4 flex justify-center">
              <Button variant="secondary" pending={library.isLoading} onClick={library.loadMore}>
                {t('more_photos')}
              </Button>
            </div>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}
