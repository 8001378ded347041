'use client';

import { Check, CloudOff, TriangleAlert } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { Spinner } from '@/components/ui/spinner';
import { useErrorMessage } from '@/components/use-error-message';
import type { SaveState } from './use-autosave';

/** Whether the work is safe, and since when. Said to screen readers when it changes, but not every minute. */
export function SaveBadge({ state, onDecide }: { state: SaveState; onDecide: () => void }) {
  const text = useSaveWords(state);
  const isCalm = state.kind !== 'offline' && state.kind !== 'conflict' && state.kind !== 'refused';
  return (
    <p
      className={`flex min-w-0 items-center gap-1.5 text-sm ${isCalm ? 'text-ink-soft' : 'text-bad'}`}
    >
      <StateIcon kind={state.kind} />
      <span role="status" className={isCalm ? 'sr-only' : 'truncate'} title={text}>
        {state.kind === 'conflict' ? (
          <button
            type="button"
            className="truncate underline underline-offset-4"
            onClick={onDecide}
          >
            {text}
          </button>
        ) : (
          text
        )}
      </span>
      {state.kind === 'saved' ? <SavedWhen at={state.at} /> : null}
      {state.kind === 'waiting' || state.kind === 'saving' ? (
        <span aria-hidden="true" className="truncate max-sm:hidden">
          {text}
        </span>
      ) : null}
    </p>
  );
}

function useSaveWords(state: SaveState): string {
  const t = useTranslations('calendars.save');
  const words = useErrorMessage();
  switch (state.kind) {
    case 'waiting':
    case 'saving':
      return t('saving');
    case 'saved':
      return t('saved');
    case 'offline':
      return t(state.isKept ? 'offline' : 'unkept');
    case 'conflict':
      return t('conflict');
    case 'refused':
      return t('refused', { reason: words(state.problem) });
  }
}

function StateIcon({ kind }: { kind: SaveState['kind'] }) {
  switch (kind) {
    case 'waiting':
    case 'saving':
      return <Spinner className="size-4 shrink-0" />;
    case 'saved':
      return <Check aria-hidden="true" className="size-4 shrink-0 text-good" />;
    case 'offline':
      return <CloudOff aria-hidden="true" className="size-4 shrink-0" />;
    case 'conflict':
    case 'refused':
      return <TriangleAlert aria-hidden="true" className="size-4 shrink-0" />;
  }
}

const MINUTE_MS = 60_000;

function SavedWhen({ at }: { at: number }) {
  const t = useTranslations('calendars.save');
  const format = useFormatter();
  const now = useNow({ updateInterval: MINUTE_MS / 2 });
  const isNew = now.getTime() - at < MINUTE_MS;
  const when = isNew ? t('just_now') : format.relativeTime(new Date(at), now);
  return (
    <span className="truncate max-sm:hidden" suppressHydrationWarning>
      {t('saved_when', { when })}
    </span>
  );
}
