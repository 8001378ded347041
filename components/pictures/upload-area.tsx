'use client';

import { Camera, ImagePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import type { PictureView } from '@/lib/pictures/picture-view';
import { filesOfDrop } from './files-of-drop';
import { UploadList } from './upload-list';
import { useUploads } from './use-uploads';

const ACCEPT = 'image/jpeg,image/png,image/webp';
const ACCEPT_WITH_HEIC = `${ACCEPT},image/heic,image/heif,.heic,.heif`;

/**
 * Where photos come in: dropped, chosen, or taken with a phone. Shows each on its way with its progress, and what became
 * of it.
 * @param onPicture called for each photo as soon as the server has it; it is not READY yet
 * @param onBusy told whether something is still on its way, so that a screen does not go on without it
 */
export function UploadArea({
  onPicture,
  onBusy,
  isCompact = false,
  className,
}: {
  onPicture: (picture: PictureView) => void;
  onBusy?: (isBusy: boolean) => void;
  /** For a narrow panel: the buttons without their explanations. */
  isCompact?: boolean;
  className?: string;
}) {
  const t = useTranslations('pictures.upload');
  const hintId = useId();
  const uploads = useUploads(onPicture);
  useEffect(() => onBusy?.(uploads.isBusy), [onBusy, uploads.isBusy]);
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const accept = useAccept();
  useNoStrayDrops();

  const take = (input: HTMLInputElement) => {
    uploads.add([...(input.files ?? [])]);
    // Choosing the same file again must be a change.
    input.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void filesOfDrop(event.dataTransfer).then(uploads.add);
  };

  return (
    <div className={classes('flex flex-col gap-4', className)}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra for the mouse; the buttons do the same */}
      <div
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return;
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
          setIsOver(true);
        }}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
        }}
        onDrop={drop}
        className={classes(
          'flex flex-col items-center gap-3 rounded-card border border-dashed px-4 text-center transition-colors',
          isCompact ? 'py-3' : 'py-6',
          isOver ? 'border-accent bg-accent-soft' : 'border-line-strong/60 bg-sheet',
        )}
      >
        <div className="flex flex-wrap justify-center gap-3">
          <Button aria-describedby={hintId} onClick={() => picker.current?.click()}>
            <ImagePlus aria-hidden="true" />
            {t('choose')}
          </Button>
          <Button
            variant="secondary"
            className="hidden pointer-coarse:inline-flex"
            onClick={() => camera.current?.click()}
          >
            <Camera aria-hidden="true" />
            {t('camera')}
          </Button>
        </div>
        {isCompact ? null : <p className="hidden text-ink-soft pointer-fine:block">{t('drop')}</p>}
        <p id={hintId} className={classes('text-sm text-ink-soft', isCompact && 'sr-only')}>
          {t('hint')}
        </p>
        <input
          ref={picker}
          type="file"
          multiple
          accept={accept}
          onChange={(event) => take(event.target)}
          className="sr-only"
          tabIndex={-1}
          aria-label={t('choose')}
          data-testid="picture-files"
        />
        <input
          ref={camera}
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => take(event.target)}
          className="sr-only"
          tabIndex={-1}
          aria-label={t('camera')}
        />
      </div>
      <UploadList uploads={uploads} />
    </div>
  );
}

/**
 * An iPhone or iPad turns HEIC into JPEG by itself when HEIC is not asked for, at full size and with the date; elsewhere
 * the picker must offer HEIC for us to convert it.
 */
function useAccept(): string {
  return useSyncExternalStore(
    neverChanges,
    () => (isAppleTouch() ? ACCEPT : ACCEPT_WITH_HEIC),
    () => ACCEPT_WITH_HEIC,
  );
}

const neverChanges = () => () => undefined;

function isAppleTouch(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  if (/iPhone|iPad|iPod/.test(userAgent)) return true;
  // An iPad presents itself as a Mac, but no Mac has a touch screen.
  return userAgent.includes('Macintosh') && maxTouchPoints > 1;
}

/** A photo dropped beside the area would replace the page, and with it everything that is on its way. */
function useNoStrayDrops(): void {
  useEffect(() => {
    const stop = (event: globalThis.DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    window.addEventListener('dragover', stop);
    window.addEventListener('drop', stop);
    return () => {
      window.removeEventListener('dragover', stop);
      window.removeEventListener('drop', stop);
    };
  }, []);
}
