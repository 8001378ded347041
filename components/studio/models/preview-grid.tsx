'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Spinner } from '@/components/ui/spinner';
import type { PreviewView } from '@/lib/studio/lora-view';

/** The four free pictures; each opens large. Those that are still painted say so. */
export function PreviewGrid({
  previews,
  name,
}: {
  previews: readonly PreviewView[];
  name: string;
}) {
  const t = useTranslations('lora.previews');
  const [opened, setOpened] = useState<PreviewView | null>(null);
  if (previews.length === 0) return <p className="text-ink-soft">{t('none')}</p>;
  return (
    <>
      <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
        {previews.map((preview, index) => {
          const label = t('picture', { number: index + 1, name });
          return (
            <li key={preview.generationId} className="aspect-square">
              {preview.screenUrl ? (
                <button
                  type="button"
                  onClick={() => setOpened(preview)}
                  aria-label={t('open', { number: index + 1, name })}
                  className="size-full overflow-hidden rounded-card bg-linen shadow-sheet"
                >
                  {/* biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser */}
                  <img src={preview.screenUrl} alt={label} className="size-full object-cover" />
                </button>
              ) : (
                <div className="flex size-full flex-col items-center justify-center gap-2 rounded-card border border-line bg-linen p-4 text-center text-sm text-ink-soft">
                  {preview.status === 'QUEUED' || preview.status === 'RUNNING' ? (
                    <>
                      <Spinner className="size-6 text-accent" />
                      {t('painting')}
                    </>
                  ) : (
                    <>
                      <CircleAlert aria-hidden="true" className="size-6" />
                      {t(preview.status === 'COMPLETED' ? 'gone' : 'failed')}
                    </>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <p className="text-sm text-ink-soft">{t('ai')}</p>
      <Dialog
        open={opened !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setOpened(null);
        }}
        title={name}
        closeLabel={t('close')}
        className="sm:w-[min(94vw,52rem)]"
      >
        {opened?.screenUrl ? (
          // biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser
          <img
            src={opened.screenUrl}
            alt={name}
            className="mx-auto max-h-[70dvh] rounded-control object-contain"
          />
        ) : null}
        <p className="mt-3 text-center text-sm text-ink-soft">{t('ai')}</p>
      </Dialog>
    </>
  );
}
