'use client';

import { Check, ImageUp, Sprout } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { useErrorMessage } from '@/components/use-error-message';
import type { PromptTest } from '@/lib/admin/get-test-desk';

/** One test: its picture or what became of it, and what can be done with it. */
export function TestPicture({
  test,
  month,
  isPending,
  onKeep,
  onCover,
}: {
  test: PromptTest;
  month: string;
  isPending: boolean;
  onKeep: () => void;
  onCover: () => void;
}) {
  const t = useTranslations('prompts.test');
  const errorMessage = useErrorMessage();
  const isOpen = test.status === 'QUEUED' || test.status === 'RUNNING';
  return (
    <figure className="flex w-56 shrink-0 flex-col gap-2">
      <div
        className="relative overflow-hidden rounded-control bg-linen"
        style={{ aspectRatio: `${test.widthPx} / ${test.heightPx}` }}
      >
        {test.thumbUrl && test.screenUrl ? (
          <a href={test.screenUrl} target="_blank" rel="noreferrer">
            {/* biome-ignore lint/performance/noImgElement: a private rendition in its own size */}
            <img
              src={test.screenUrl}
              alt={t('picture', { month, seed: test.seed })}
              title={test.prompt}
              loading="lazy"
              className="size-full object-cover"
            />
          </a>
        ) : (
          <div className="flex size-full flex-col items-center justify-center gap-2 p-3 text-center text-sm text-ink-soft">
            {isOpen ? <Spinner /> : null}
            {test.status === 'FAILED' && test.errorCode
              ? errorMessage({ code: test.errorCode, params: {} })
              : t(`status.${test.status}`)}
          </div>
        )}
      </div>
      <figcaption className="flex flex-col gap-1 text-sm">
        <span className="flex items-baseline justify-between gap-2">
          <span className="font-medium tabular-nums">{test.seed}</span>
          <span className="truncate text-ink-soft">{test.modelName}</span>
        </span>
        <span className="truncate text-ink-soft">{test.subjectName ?? t('nobody')}</span>
        <span className="flex flex-wrap gap-1">
          {test.isPresentText ? null : <Badge tone="warn">{t('older_text')}</Badge>}
          {test.attempt > 1 ? <Badge>{t('attempt', { attempt: test.attempt })}</Badge> : null}
          {test.isCover ? <Badge tone="accent">{t('is_cover')}</Badge> : null}
        </span>
      </figcaption>
      {test.screenUrl ? (
        <div className="flex gap-2">
          {test.isKept ? (
            <Badge tone="good" className="min-h-9 flex-1 justify-center">
              <Check aria-hidden="true" />
              {t('kept')}
            </Badge>
          ) : (
            <Button
              variant="secondary"
              size="sm"
              className="flex-1"
              disabled={isPending}
              onClick={onKeep}
            >
              <Sprout aria-hidden="true" />
              {t('keep')}
            </Button>
          )}
          {test.isCover ? null : (
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={t('make_cover', { month, seed: test.seed })}
              title={t('cover')}
              disabled={isPending}
              onClick={onCover}
            >
              <ImageUp aria-hidden="true" />
            </Button>
          )}
        </div>
      ) : null}
    </figure>
  );
}
