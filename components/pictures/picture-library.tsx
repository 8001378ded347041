'use client';

import { CalendarPlus, Images, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { EmptyState } from '@/components/ui/empty-state';
import type { PicturePage } from '@/lib/pictures/list-pictures';
import type { PictureFilter, PictureView } from '@/lib/pictures/picture-view';
import { DeleteDialog } from './delete-dialog';
import { PictureDialog } from './picture-dialog';
import { PictureGrid } from './picture-grid';
import { UploadArea } from './upload-area';
import { usePictures } from './use-pictures';

/** The library: everything a person uploaded, to look at, to choose from and to delete. */
export function PictureLibrary({ initial }: { initial: PicturePage }) {
  const t = useTranslations('pictures.library');
  const library = usePictures(initial);
  const { pictures, total, filter } = library;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [deleting, setDeleting] = useState<readonly PictureView[] | null>(null);
  const [opened, setOpened] = useState<PictureView | null>(null);
  // Nobody without such pictures has to wonder what it means.
  const hasAi = filter === 'ai' || pictures.some(({ isAi }) => isAi);
  const filters: readonly PictureFilter[] = ['all', 'unused', ...(hasAi ? ['ai' as const] : [])];
  const chosen = pictures.filter(({ id }) => selected.has(id));

  const toggle = (id: PictureView['id']) => {
    setSelected((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  };

  return (
    <div className="flex flex-col gap-6">
      <UploadArea onPicture={library.put} />
      {total === 0 ? (
        <EmptyState icon={<Images />} title={t('empty_title')}>
          {t('empty_text')}
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-3">
            <fieldset className="flex gap-1 rounded-control bg-linen p-1">
              <legend className="sr-only">{t('filter')}</legend>
              {filters.map((name) => (
                <button
                  key={name}
                  type="button"
                  aria-pressed={filter === name}
                  onClick={() => library.setFilter(name)}
                  className={classes(
                    'min-h-9 rounded-[0.35rem] px-3 text-sm font-medium',
                    filter === name ? 'bg-sheet shadow-sheet' : 'text-ink-soft hover:text-ink',
                  )}
                >
                  {t(`filters.${name}`)}
                </button>
              ))}
            </fieldset>
            <p className="text-sm text-ink-soft">{t('total', { count: total })}</p>
            <Button
              variant="link"
              size="sm"
              className="ml-auto"
              disabled={pictures.length === 0}
              onClick={() =>
                setSelected(
                  chosen.length === pictures.length
                    ? new Set()
                    : new Set(pictures.map(({ id }) => id)),
                )
              }
            >
              {chosen.length === pictures.length && chosen.length > 0
                ? t('select_none')
                : t('select_all')}
            </Button>
          </div>
          {pictures.length === 0 && !library.isLoading ? (
            <p className="py-8 text-center text-ink-soft">
              {t(filter === 'ai' ? 'none_ai' : 'all_used')}
            </p>
          ) : null}
          <PictureGrid
            pictures={pictures}
            selected={selected}
            onToggle={toggle}
            onOpen={setOpened}
          />
          {library.hasMore ? (
            <Button
              variant="secondary"
              className="self-center"
              pending={library.isLoading}
              onClick={library.loadMore}
            >
              {t('more')}
            </Button>
          ) : null}
        </>
      )}
      {chosen.length > 0 ? (
        <section
          aria-label={t('selection')}
          className="sticky bottom-3 z-10 flex flex-wrap items-center gap-3 rounded-card border border-line bg-sheet px-4 py-3 shadow-float"
        >
          <p className="flex-1 font-medium" role="status">
            {t('selected', { count: chosen.length })}
          </p>
          <Button variant="ghost" size="sm" onClick={() => setSelected(new Set())}>
            {t('clear')}
          </Button>
          <Button variant="secondary" size="sm" onClick={() => setDeleting(chosen)}>
            <Trash2 aria-hidden="true" />
            {t('delete')}
          </Button>
        </section>
      ) : total > 0 ? (
        <ButtonLink href="/calendars/new" className="self-center">
          <CalendarPlus aria-hidden="true" />
          {t('make_calendar')}
        </ButtonLink>
      ) : null}
      <DeleteDialog
        pictures={deleting}
        onClose={() => setDeleting(null)}
        onDeleted={({ deleted, kept }) => {
          library.drop(deleted);
          library.refresh(kept.map(({ pictureId }) => pictureId));
          setSelected(new Set(kept.map(({ pictureId }) => pictureId)));
        }}
      />
      <PictureDialog picture={opened} onClose={() => setOpened(null)} />
    </div>
  );
}
