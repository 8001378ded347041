'use client';

import { UserRound } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { classes } from '@/components/ui/classes';
import type { ModelChoice as Model } from '@/lib/studio/studio-choices';
import { useLocalName } from '../use-local-name';

/** Whose pictures they will be. */
export function ModelChoice({
  models,
  value,
  onChange,
}: {
  models: readonly Model[];
  value: string | null;
  onChange: (id: Model['id']) => void;
}) {
  const t = useTranslations('sets.new');
  const nameOf = useLocalName();
  const name = useId();
  return (
    <fieldset>
      <legend className="sr-only">{t('model')}</legend>
      <div className="flex flex-wrap gap-3">
        {models.map((model) => (
          <label
            key={model.id}
            className={classes(
              'flex min-w-48 flex-1 cursor-pointer items-center gap-3 rounded-card border bg-sheet p-2.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent sm:max-w-64',
              model.id === value ? 'border-accent ring-2 ring-accent' : 'border-line',
            )}
          >
            <input
              type="radio"
              name={name}
              checked={model.id === value}
              onChange={() => onChange(model.id)}
              className="sr-only"
            />
            <ModelFace url={model.thumbUrl} />
            <span className="min-w-0">
              <span className="block truncate font-medium">{model.name}</span>
              <span className="block truncate text-sm text-ink-soft">
                {nameOf(model.categoryNames)}
              </span>
            </span>
          </label>
        ))}
        <Link
          href="/studio/models/new"
          className="flex min-h-16 min-w-48 flex-1 items-center justify-center rounded-card border border-dashed border-line-strong/60 p-2.5 text-sm font-medium text-accent underline underline-offset-4 sm:max-w-64"
        >
          {t('another_model')}
        </Link>
      </div>
    </fieldset>
  );
}

/** A small round picture of a learned subject. */
export function ModelFace({ url, className }: { url: string | null; className?: string }) {
  return (
    <span
      className={classes(
        'flex size-12 shrink-0 items-center justify-center overflow-hidden rounded-full bg-linen text-ink-soft',
        className,
      )}
    >
      {url ? (
        // biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser
        <img src={url} alt="" className="size-full object-cover" />
      ) : (
        <UserRound aria-hidden="true" className="size-1/2" />
      )}
    </span>
  );
}
