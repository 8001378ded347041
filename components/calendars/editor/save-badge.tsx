'use client';

import { Check, CloudOff, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Spinner } from '@/components/ui/spinner';
import { useErrorMessage } from '@/components/use-error-message';
import type { SaveState } from './use-autosave';

/** Whether the work is safe. Said in words, and to screen readers when it changes. */
export function SaveBadge({ state, onDecide }: { state: SaveState; onDecide: () => void }) {
  const t = useTranslations('calendars.save');
  const words = useErrorMessage();
  const busy = state.kind === 'waiting' || state.kind === 'saving';
  const text = busy
    ? t('saving')
    : state.kind === 'saved'
      ? t('saved')
      : state.kind === 'offline'
        ? t('offline')
        : state.kind === 'conflict'
          ? t('conflict')
          : t('refused', { reason: words(state.problem) });
  const isCalm = busy || state.kind === 'saved';
  return (
    <p
      role="status"
      title={text}
      className={`flex min-w-0 items-center gap-1.5 text-sm ${isCalm ? 'text-ink-soft' : 'text-bad'}`}
    >
      {busy ? (
        <Spinner className="size-4 shrink-0" />
      ) : state.kind === 'saved' ? (
        <Check aria-hidden="true" className="size-4 shrink-0 text-good" />
      ) : state.kind === 'offline' ? (
        <CloudOff aria-hidden="true" className="size-4 shrink-0" />
      ) : (
        <TriangleAlert aria-hidden="true" className="size-4 shrink-0" />
      )}
      {state.kind === 'conflict' ? (
        <button type="button" className="truncate underline underline-offset-4" onClick={onDecide}>
          {text}
        </button>
      ) : (
        <span className={isCalm ? 'sr-only sm:not-sr-only' : 'truncate'}>{text}</span>
      )}
    </p>
  );
}
