'use client';

import { CircleAlert, CircleCheck, Copy, RotateCw, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { useErrorMessage } from '@/components/use-error-message';
import { isEnded, type Upload } from './upload-queue';
import type { Uploads } from './use-uploads';

/** More than a screen of waiting names helps nobody. */
const WAITING_SHOWN_MAX = 2;

/** What is on its way, what failed and why. Photos that arrived are counted; they show in the grid. */
export function UploadList({ uploads: { uploads, ...actions } }: { uploads: Uploads }) {
  const t = useTranslations('pictures.upload');
  if (uploads.length === 0) return null;
  const ended = uploads.filter(({ state }) => isEnded(state));
  const failed = uploads.filter(({ state }) => state === 'failed');
  const arrived = uploads.filter(({ state }) => state === 'done' || state === 'known');
  const known = uploads.filter(({ state }) => state === 'known');
  const isOver = ended.length === uploads.length;
  const share = uploads.reduce((sum, upload) => sum + shareOf(upload), 0) / uploads.length;
  const waiting = uploads.filter(({ state }) => state === 'waiting');
  const rows = [
    ...failed,
    ...uploads.filter(({ state }) => !isEnded(state) && state !== 'waiting'),
    ...waiting.slice(0, WAITING_SHOWN_MAX),
  ];
  const hidden = Math.max(0, waiting.length - WAITING_SHOWN_MAX);
  const summary = t('summary', { done: arrived.length, all: uploads.length });
  return (
    <section aria-label={t('label')} className="rounded-card border border-line bg-sheet p-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="flex flex-1 items-center gap-2 font-medium" role="status">
          {isOver && failed.length === 0 ? (
            <CircleCheck aria-hidden="true" className="size-5 shrink-0 text-good" />
          ) : null}
          {isOver && failed.length > 0
            ? t('ended', { done: arrived.length - known.length, failed: failed.length })
            : summary}
        </p>
        {failed.length > 1 ? (
          <Button
            size="sm"
            variant="secondary"
            onClick={() => {
              for (const { id } of failed) actions.retry(id);
            }}
          >
            <RotateCw aria-hidden="true" />
            {t('retry_all')}
          </Button>
        ) : null}
        {isOver ? (
          <Button size="sm" variant="ghost" onClick={actions.clearEnded}>
            {t('dismiss')}
          </Button>
        ) : null}
      </div>
      {isOver ? null : <Progress value={share} label={summary} className="mt-3" />}
      {known.length > 0 ? (
        <p className="mt-3 flex items-start gap-2 text-sm text-ink-soft">
          <Copy aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {t('known', { count: known.length, name: known[0]?.name ?? '' })}
        </p>
      ) : null}
      {rows.length > 0 ? (
        <ul className="mt-3 divide-y divide-line">
          {rows.map((upload) => (
            <UploadRow key={upload.id} upload={upload} actions={actions} />
          ))}
        </ul>
      ) : null}
      {hidden > 0 ? (
        <p className="pt-2 text-sm text-ink-soft">{t('more_waiting', { count: hidden })}</p>
      ) : null}
    </section>
  );
}

function UploadRow({
  upload,
  actions,
}: {
  upload: Upload;
  actions: Pick<Uploads, 'cancel' | 'retry'>;
}) {
  const t = useTranslations('pictures.upload');
  const words = useErrorMessage();
  const { id, name, state, progress, reason } = upload;
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm font-medium">{name}</p>
        {reason ? (
          <p className="flex items-start gap-1.5 text-sm text-bad">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            {words(reason)}
          </p>
        ) : state === 'sending' && progress < 1 ? (
          <Progress value={progress} label={t('progress_of', { name })} className="mt-1.5" />
        ) : (
          <p className="text-sm text-ink-soft">
            {state === 'sending' ? t('state.arriving') : t(`state.${state}`)}
          </p>
        )}
      </div>
      {state === 'failed' ? (
        <Button
          size="icon-sm"
          variant="ghost"
          aria-label={t('retry_of', { name })}
          title={t('retry')}
          onClick={() => actions.retry(id)}
        >
          <RotateCw aria-hidden="true" />
        </Button>
      ) : null}
      <Button
        size="icon-sm"
        variant="ghost"
        aria-label={state === 'failed' ? t('remove_of', { name }) : t('cancel_of', { name })}
        title={state === 'failed' ? t('remove') : t('cancel')}
        onClick={() => actions.cancel(id)}
      >
        <X aria-hidden="true" />
      </Button>
    </li>
  );
}

function shareOf({ state, progress }: Upload): number {
  return isEnded(state) ? 1 : progress;
}
