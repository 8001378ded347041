'use client';

import { Heart, Images, Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { DeleteDialog } from '@/components/pictures/delete-dialog';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonLink } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { EmptyState } from '@/components/ui/empty-state';
import { Select } from '@/components/ui/field';
import { Spinner } from '@/components/ui/spinner';
import { monthName } from '@/lib/calendar-days/names';
import type { PrintLanguage } from '@/lib/calendars/document';
import type { PictureView } from '@/lib/pictures/picture-view';
import type { GalleryPage } from '@/lib/studio/generation-view';
import { GenerationDialog } from '../generation-dialog';
import { useLocalName } from '../use-local-name';
import { GalleryTile } from './gallery-tile';
import { EVERYTHING, useGallery } from './use-gallery';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
/** Every picture that was painted for a person, newest first. */
export function Gallery({
  initial,
  themes,
  models,
}: {
  initial: GalleryPage;
  themes: readonly { id: string; names: Record<string, string> }[];
  models: readonly { id: string; name: string }[];
}) {
  const t = useTranslations('sets.gallery');
  const nameOf = useLocalName();
  const locale = useLocale() as PrintLanguage;
  const list = useGallery(initial);
  const { pictures, filter, setFilter } = list;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [deleting, setDeleting] = useState<readonly PictureView[] | null>(null);
  const [openedId, setOpenedId] = useState<string | null>(null);
  const opened = pictures.find(({ id }) => id === openedId) ?? null;
  const chosen = pictures.filter(({ id }) => selected.has(id));
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(EVERYTHING);
  const turn = (by: -1 | 1) => {
    const at = pictures.findIndex(({ id }) => id === openedId);
    const next = pictures.at((at + by + pictures.length) % pictures.length);
    if (next) setOpenedId(next.id);
  };
  const toggle = (id: string) =>
    setSelected((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const press =
    'min-h-11 rounded-full border px-4 text-sm font-medium inline-flex items-center gap-2';
  const on = (isOn: boolean) =>
    classes(press, isOn ? 'border-accent bg-accent-soft text-accent-deep' : 'border-line bg-sheet');
  return (
    <div className="flex flex-col gap-6">
      <fieldset className="flex flex-wrap items-center gap-2">
        <legend className="sr-only">{t('filter')}</legend>
        <button
          type="button"
          aria-pressed={filter.favourites}
          className={on(filter.favourites)}
          onClick={() => setFilter({ ...filter, favourites: !filter.favourites })}
        >
          <Heart aria-hidden="true" className="size-4" />
          {t('favourites')}
        </button>
        <button
          type="button"
          aria-pressed={filter.unused}
          className={on(filter.unused)}
          onClick={() => setFilter({ ...filter, unused: !filter.unused })}
        >
          {t('unused')}
        </button>
        <Select
          aria-label={t('theme')}
          value={filter.themeId}
          className="w-auto max-w-48"
          onChange={(event) => setFilter({ ...filter, themeId: event.target.value })}
        >
          <option value="">{t('any_theme')}</option>
          {themes.map(({ id, names }) => (
            <option key={id} value={id}>
              {nameOf(names)}
            </option>
          ))}
        </Select>
        {models.length > 1 ? (
          <Select
            aria-label={t('model')}
            value={filter.loraModelId}
            className="w-auto max-w-48"
            onChange={(event) => setFilter({ ...filter, loraModelId: event.target.value })}
          >
            <option value="">{t('any_model')}</option>
            {models.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        ) : null}
        <Select
          aria-label={t('month')}
          value={filter.month}
          className="w-auto max-w-44"
          onChange={(event) => setFilter({ ...filter, month: event.target.value })}
        >
          <option value="">{t('any_month')}</option>
          {MONTHS.map((month) => (
            <option key={month} value={month}>
              {monthName(month, locale)}
            </option>
          ))}
        </Select>
      </fieldset>
      {list.failure ? <Alert tone="bad">{list.failure}</Alert> : null}
      {pictures.length === 0 && !list.isLoading ? (
        isFiltered ? (
          <EmptyState
            icon={<Images />}
            title={t('none_title')}
            action={
              <Button variant="secondary" onClick={() => setFilter(EVERYTHING)}>
                {t('all')}
              </Button>
            }
          >
            {t('none_text')}
          </EmptyState>
        ) : (
          <EmptyState
            icon={<Images />}
            title={t('empty_title')}
            action={<ButtonLink href="/studio/sets/new">{t('begin')}</ButtonLink>}
          >
            {t('empty_text')}
          </EmptyState>
        )
      ) : (
        <ul className="flex flex-wrap gap-2 [--row:7.5rem] after:grow-[9999] sm:gap-3 sm:[--row:12rem]">
          {pictures.map((generation) => (
            <GalleryTile
              key={generation.id}
              generation={generation}
              isSelected={selected.has(generation.id)}
              onToggle={() => toggle(generation.id)}
              onOpen={() => setOpenedId(generation.id)}
            />
          ))}
        </ul>
      )}
      {list.hasMore ? (
        <More isLoading={list.isLoading} onReach={list.loadMore} label={t('more')} />
      ) : null}
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
          <Button
            variant="secondary"
            size="sm"
            onClick={() => setDeleting(chosen.flatMap(({ picture }) => (picture ? [picture] : [])))}
          >
            <Trash2 aria-hidden="true" />
            {t('delete')}
          </Button>
        </section>
      ) : null}
      <DeleteDialog
        pictures={deleting}
        onClose={() => setDeleting(null)}
        onDeleted={({ deleted, kept }) => {
          list.drop(deleted);
          const stay = new Set<string>(kept.map(({ pictureId }) => pictureId));
          setSelected(
            new Set(
              chosen.flatMap(({ id, picture }) => (picture && stay.has(picture.id) ? [id] : [])),
            ),
          );
        }}
      />
      <GenerationDialog
        generation={opened}
        references={[]}
        onTurn={turn}
        onClose={() => setOpenedId(null)}
        onChanged={() => {
          if (openedId) list.refresh(openedId);
        }}
      />
    </div>
  );
}

/** Loads the next page when it comes near; a button for whoever does not scroll. */
function More({
  isLoading,
  onReach,
  label,
}: {
  isLoading: boolean;
  onReach: () => void;
  label: string;
}) {
  const end = useRef<HTMLDivElement>(null);
  const reach = useRef(onReach);
  useEffect(() => {
    reach.current = onReach;
  });
  useEffect(() => {
    if (!end.current || isLoading) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) reach.current();
      },
      { rootMargin: '600px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isLoading]);
  return (
    <div ref={end} className="flex justify-center py-4">
      {isLoading ? (
        <Spinner className="size-7 text-accent" />
      ) : (
        <Button variant="secondary" onClick={onReach}>
          {label}
        </Button>
      )}
    </div>
  );
}
