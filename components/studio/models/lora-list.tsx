'use client';

import { ImageOff, Star } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { LoraView } from '@/lib/studio/lora-view';
import { LoraStatus } from './lora-status';
import { useLora } from './use-lora';

/** The person's models as prints on a table: a face or a look, its name, and how it stands. */
export function LoraList({ models }: { models: readonly LoraView[] }) {
  const t = useTranslations('lora.list');
  return (
    <ul aria-label={t('label')} className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4">
      {models.map((lora) => (
        <li key={lora.id}>
          <LoraCard initial={lora} />
        </li>
      ))}
    </ul>
  );
}

function LoraCard({ initial }: { initial: LoraView }) {
  const t = useTranslations('lora.list');
  const [lora] = useLora(initial);
  const [firstPhoto] = lora.photoUrls;
  const image = lora.thumbUrl ?? firstPhoto ?? null;
  const isDraft = lora.status === 'DRAFT' && lora.trainings.length === 0;
  return (
    <Link
      href={isDraft ? `/studio/models/new?model=${lora.id}` : `/studio/models/${lora.id}`}
      className="group flex h-full flex-col overflow-hidden rounded-card border border-line bg-sheet shadow-sheet transition-shadow hover:shadow-float"
    >
      <span className="relative block aspect-square overflow-hidden bg-linen">
        {image ? (
          // biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser
          <img
            src={image}
            alt=""
            loading="lazy"
            className="size-full object-cover transition-transform duration-300 group-hover:scale-[1.02]"
          />
        ) : (
          <span className="flex size-full items-center justify-center text-line-strong">
            <ImageOff aria-hidden="true" className="size-8 stroke-[1.3]" />
          </span>
        )}
        {lora.isDefault ? (
          <span className="absolute top-2 left-2 inline-flex size-7 items-center justify-center rounded-full bg-accent text-white">
            <Star aria-hidden="true" className="size-4 fill-current" />
            <span className="sr-only">{t('is_default')}</span>
          </span>
        ) : null}
      </span>
      <span className="flex flex-1 flex-col gap-1.5 p-3 sm:p-4">
        <span className="font-display text-xl leading-tight break-words">{lora.name}</span>
        <span className="text-sm text-ink-soft">{lora.categoryName}</span>
        <span className="mt-auto flex flex-wrap gap-1.5 pt-1">
          <LoraStatus lora={lora} />
        </span>
        {isDraft ? <span className="text-sm font-medium text-accent">{t('go_on')}</span> : null}
      </span>
    </Link>
  );
}
