'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import { type CalendarDocument, CalendarDocumentSchema } from '@/lib/calendars/document';
import type { EditorAction } from '@/lib/calendars/editor-state';
import type { Id } from '@/lib/core/ids';
import { dropDraft, readDraft } from './draft-storage';
import { type Autosave, useAutosave } from './use-autosave';

type Stored = { version: number; document: CalendarDocument };

/**
 * Ties the document on the screen to the stored one: saves it, brings back work that a crash left in this browser,
 * follows changes that were made elsewhere, and asks where both sides have changed.
 */
export function useStoredCalendar(
  calendarId: Id<'calendar'>,
  initial: Stored,
  document: CalendarDocument,
  dispatch: (action: EditorAction) => void,
) {
  const t = useTranslations('calendars');
  const toast = useToast();
  const words = useErrorMessage();
  const router = useRouter();
  const save = useAutosave(calendarId, document, initial);
  /** Work that nobody has yet and that the stored version has overtaken. */
  const [orphan, setOrphan] = useState<CalendarDocument | null>(null);
  const [isDialogOpen, setDialogOpen] = useState(false);
  const [pending, setPending] = useState<'load' | 'copy' | null>(null);
  const isInConflict = save.state.kind === 'conflict' || orphan !== null;

  const wasRestored = useRef(false);
  useEffect(() => {
    if (wasRestored.current) return;
    wasRestored.current = true;
    const draft = readDraft(calendarId);
    if (!draft) return;
    if (JSON.stringify(draft.document) === JSON.stringify(initial.document)) dropDraft(calendarId);
    else if (draft.baseVersion === initial.version) {
      dispatch({ type: 'change', name: 'restore', change: () => draft.document });
      toast(t('save.restored'), 'good');
    } else {
      setOrphan(draft.document);
      setDialogOpen(true);
    }
  }, [calendarId, initial, dispatch, toast, t]);

  useEffect(() => {
    if (save.state.kind === 'conflict') setDialogOpen(true);
  }, [save.state.kind]);

  const fetchStored = useCallback(async (): Promise<Stored> => {
    const answer = await callApi<{ version: number; document: unknown }>(
      'GET',
      `/api/calendars/${calendarId}`,
    );
    return {
      version: answer.version,
      document: CalendarDocumentSchema.parse(answer.document),
    };
  }, [calendarId]);

  useFollowing(save, fetchStored, (stored) => {
    dispatch({ type: 'load', document: stored.document });
    save.adopt(stored.version, stored.document);
    toast(t('save.followed'));
  });

  const report = (error: unknown) => {
    if (!(error instanceof ApiProblem)) throw error;
    toast(words(error.problem), 'bad');
  };

  const loadOther = async () => {
    setPending('load');
    try {
      const stored = await fetchStored();
      dispatch({ type: 'load', document: stored.document });
      save.adopt(stored.version, stored.document);
      setOrphan(null);
      setDialogOpen(false);
    } catch (error) {
      report(error);
    } finally {
      setPending(null);
    }
  };

  const keepCopy = async () => {
    setPending('copy');
    try {
      const mine = orphan ?? document;
      const title = t('list.copy_of', { title: mine.title }).slice(0, 60);
      const copy = await callApi<{ calendarId: string }>('POST', '/api/calendars', {
        document: mine,
        title,
      });
      dropDraft(calendarId);
      router.push(`/calendars/${copy.calendarId}`);
    } catch (error) {
      report(error);
      setPending(null);
    }
  };

  return {
    save,
    isInConflict,
    conflict: {
      isOpen: isDialogOpen && isInConflict,
      pending,
      open: () => setDialogOpen(true),
      close: () => setDialogOpen(false),
      loadOther: () => {
        loadOther().catch(reportError);
      },
      keepCopy: () => {
        keepCopy().catch(reportError);
      },
    },
  };
}

/** When the window is looked at again, takes over what another device has saved, if nothing here is unsaved. */
function useFollowing(
  save: Autosave,
  fetchStored: () => Promise<Stored>,
  onNewer: (stored: Stored) => void,
) {
  const latest = useRef({ save, onNewer });
  useEffect(() => {
    latest.current = { save, onNewer };
  });
  useEffect(() => {
    const look = async () => {
      if (window.document.visibilityState !== 'visible') return;
      if (latest.current.save.state.kind !== 'saved') return;
      const stored = await fetchStored();
      const now = latest.current;
      if (now.save.state.kind !== 'saved' || stored.version <= now.save.version) return;
      now.onNewer(stored);
    };
    const onVisible = () => {
      look().catch((error) => {
        // Nothing is lost by not knowing; the next save would tell.
        if (!(error instanceof ApiProblem)) throw error;
      });
    };
    window.document.addEventListener('visibilitychange', onVisible);
    window.addEventListener('focus', onVisible);
    return () => {
      window.document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('focus', onVisible);
    };
  }, [fetchStored]);
}
