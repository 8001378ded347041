'use client';

import { ArrowRight, CircleCheck, Images, Info, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useLibrary } from '@/components/calendars/use-library';
import { PictureGrid } from '@/components/pictures/picture-grid';
import { UploadArea } from '@/components/pictures/upload-area';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonLink } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Progress } from '@/components/ui/progress';
import { useErrorMessage } from '@/components/use-error-message';
import type { PicturePage } from '@/lib/pictures/list-pictures';
import type { PictureView } from '@/lib/pictures/picture-view';
import type { LoraDraft } from '@/lib/studio/get-lora-draft';
import type { CategoryView } from '@/lib/studio/lora-view';
import { PHOTOS_MAX, PHOTOS_MIN, type PhotoGuidance } from '@/lib/studio/photo-guidance';
import { ChosenPhotoTile } from './chosen-photo-tile';
import { useChosenPhotos } from './use-chosen-photos';
import { stepPath, WizardBar } from './wizard-frame';

/** Ten to twenty photos out of the library or from this device, each with what is wrong with it and how to mend it. */
export function PhotosStep({
  draft,
  kind,
  initial,
}: {
  draft: LoraDraft;
  kind: CategoryView['kind'];
  initial: PicturePage;
}) {
  const t = useTranslations('lora.photos');
  const words = useErrorMessage();
  const library = useLibrary(initial, draft.pictures);
  const chosen = useChosenPhotos(draft, library);
  const [isUploading, setUploading] = useState(false);
  const { guidance, photos } = chosen;
  const selected = useMemo(() => new Set<string>(photos.map((one) => one.pictureId)), [photos]);
  const offered = library.pictures.filter(({ status, isAi }) => status !== 'REFUSED' && !isAi);
  const take = (picture: PictureView) => {
    library.put(picture);
    chosen.add(picture.id);
  };

  return (
    <div className="flex flex-col gap-8">
      <Summary guidance={guidance} count={photos.length} kind={kind} />
      {chosen.problem ? <Alert tone="bad">{words(chosen.problem)}</Alert> : null}
      {photos.length > 0 ? (
        <section aria-labelledby="chosen-photos">
          <h2 id="chosen-photos" className="mb-3 text-2xl">
            {t('chosen', { count: photos.length })}
          </h2>
          <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
            {photos.map(({ pictureId, isKept }, index) => (
              <ChosenPhotoTile
                key={pictureId}
                number={index + 1}
                picture={library.byId.get(pictureId) ?? null}
                problems={chosen.problemsOf(pictureId)}
                isKept={isKept}
                likeNumber={(likeId) => photos.findIndex((photo) => photo.pictureId === likeId) + 1}
                onRemove={() => chosen.remove(pictureId)}
                onKeep={() => chosen.keep(pictureId)}
              />
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="more-photos" className="flex flex-col gap-4">
        <h2 id="more-photos" className="text-2xl">
          {t('add')}
        </h2>
        <UploadArea onPicture={take} onBusy={setUploading} isCompact={photos.length > 0} />
        {offered.length > 0 ? (
          <>
            <p className="flex items-center gap-2 text-ink-soft">
              <Images aria-hidden="true" className="size-5 shrink-0" />
              {t('from_library')}
            </p>
            <PictureGrid
              pictures={offered}
              selected={selected}
              onToggle={(id) => (chosen.has(id) ? chosen.remove(id) : chosen.add(id))}
            />
          </>
        ) : null}
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
      </section>
      <WizardBar
        backTo={stepPath(draft.lora.id, 'consent')}
        status={
          isUploading
            ? t('status.uploading')
            : guidance.isReady
              ? t('status.ready', { count: photos.length })
              : guidance.tooMany > 0
                ? t('status.too_many', { count: guidance.tooMany })
                : guidance.missing > 0
                  ? t('status.missing', { count: guidance.missing })
                  : t('status.mend')
        }
      >
        {guidance.isReady && !chosen.isSaving && !isUploading ? (
          <ButtonLink href={stepPath(draft.lora.id, 'train')}>
            {t('next')}
            <ArrowRight aria-hidden="true" />
          </ButtonLink>
        ) : (
          <Button disabled pending={chosen.isSaving}>
            {t('next')}
            <ArrowRight aria-hidden="true" />
          </Button>
        )}
      </WizardBar>
    </div>
  );
}

/** How many are good, what a good choice is, and what this one lacks. */
function Summary({
  guidance,
  count,
  kind,
}: {
  guidance: PhotoGuidance;
  count: number;
  kind: CategoryView['kind'];
}) {
  const t = useTranslations('lora.photos');
  const label = t('count', { usable: guidance.usable, min: PHOTOS_MIN, max: PHOTOS_MAX });
  const notes = guidance.notes.filter((note) => note !== 'few' && note !== 'many');
  return (
    <section
      aria-label={t('guidance')}
      className="grid gap-5 rounded-card border border-line bg-sheet p-5 sm:grid-cols-2 sm:p-6"
    >
      <div>
        <p className="font-semibold" aria-live="polite">
          {label}
        </p>
        <Progress
          value={Math.min(1, guidance.usable / PHOTOS_MIN)}
          label={label}
          className="mt-2 mb-3"
        />
        {notes.map((note) => {
          const isGood = note === 'varied';
          const Icon = isGood ? CircleCheck : TriangleAlert;
          return (
            <p key={note} className="mt-2 flex items-start gap-2 text-sm">
              <Icon
                aria-hidden="true"
                className={classes('mt-0.5 size-4.5 shrink-0', isGood ? 'text-good' : 'text-warn')}
              />
              <span>{t(`notes.${note}`)}</span>
            </p>
          );
        })}
        {count === 0 ? <p className="text-sm text-ink-soft">{t('none_yet')}</p> : null}
      </div>
      <div className="text-sm text-ink-soft">
        <p className="mb-2 flex items-center gap-2 font-semibold text-ink">
          <Info aria-hidden="true" className="size-4.5 text-accent" />
          {t('tips.title')}
        </p>
        <ul className="list-disc space-y-1 pl-5 marker:text-line-strong">
          {(['one', 'two', 'three'] as const).map((tip) => (
            <li key={tip}>{t(`tips.${kind === 'animal' ? 'thing' : kind}.${tip}`)}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
