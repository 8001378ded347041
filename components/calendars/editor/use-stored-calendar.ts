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
import { sameContent } from '@/lib/core/same-content';
import { readDraft, removeDraft } from './draft-storage';
import { type Autosave, type Stored, useAutosave } from './use-autosave';

/** Both sides of a conflict. */
export type Conflict = {
  mine: CalendarDocument;
  theirs: Stored;
  /** What both were made from; null where it is not kept any more. */
  base: CalendarDocument | null;
};

/** Work that nobody has yet and that the stored version has overtaken. */
type Orphan = { document: CalendarDocument; baseVersion: number };

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
  const [orphan, setOrphan] = useState<Orphan | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [other, setOther] = useState<{ theirs: Stored; base: CalendarDocument | null } | null>(
    null,
  );
  const [isCopying, setCopying] = useState(false);
  const isInConflict = save.state.kind === 'conflict' || orphan !== null;

  const wasRestored = useRef(false);
  useEffect(() => {
    if (wasRestored.current) return;
    wasRestored.current = true;
    const draft = readDraft(calendarId);
    if (!draft) return;
    if (sameContent(draft.document, initial.document)) removeDraft(calendarId);
    else if (draft.baseVersion === initial.version) {
      dispatch({ type: 'change', name: 'restore', change: () => draft.document });
      toast(t('save.restored'), 'good');
    } else {
      setOrphan(draft);
      setOpen(true);
    }
  }, [calendarId, initial, dispatch, toast, t]);

  useEffect(() => {
    if (save.state.kind === 'conflict') setOpen(true);
  }, [save.state.kind]);

  const fetchStored = useCallback(async (): Promise<Stored> => {
    const answer = await callApi<{ version: number; document: unknown; updatedAt: string }>(
      'GET',
      `/api/calendars/${calendarId}`,
    );
    return {
      version: answer.version,
      document: CalendarDocumentSchema.parse(answer.document),
      savedAt: Date.parse(answer.updatedAt),
    };
  }, [calendarId]);

  const fetchVersion = useCallback(
    async (version: number): Promise<CalendarDocument | null> => {
      try {
        const path = `/api/calendars/${calendarId}/versions/${version}`;
        const answer = await callApi<{ document: unknown }>('GET', path);
        return CalendarDocumentSchema.parse(answer.document);
      } catch (error) {
        // Old versions are not kept for ever; without it every difference has to be decided.
        if (error instanceof ApiProblem && error.problem.code === 'calendar.not_found') return null;
        throw error;
      }
    },
    [calendarId],
  );

  const report = useRef((error: unknown) => {
    reportError(error);
  });
  useEffect(() => {
    report.current = (error) => {
      if (error instanceof ApiProblem) toast(words(error.problem), 'bad');
      else reportError(error);
    };
  });

  const { base: baseOfWork } = save;
  useEffect(() => {
    if (!isOpen || !isInConflict) return;
    let isWanted = true;
    const fetchBoth = async () => {
      const theirs = await fetchStored();
      const base = orphan ? await fetchVersion(orphan.baseVersion) : baseOfWork();
      if (isWanted) setOther({ theirs, base });
    };
    fetchBoth().catch((error: unknown) => {
      if (!isWanted) return;
      setOpen(false);
      report.current(error);
    });
    return () => {
      isWanted = false;
      setOther(null);
    };
  }, [isOpen, isInConflict, orphan, fetchStored, fetchVersion, baseOfWork]);

  useFollowing(save, fetchStored, (stored) => {
    dispatch({ type: 'load', document: stored.document });
    save.adopt(stored, stored.document);
    toast(t('save.followed'));
  });

  const mine = orphan?.document ?? document;

  const decide = (merged: CalendarDocument) => {
    if (!other) return;
    const { theirs } = other;
    const shown = sameContent(merged, theirs.document) ? theirs.document : merged;
    // A step like any other: undo brings back what was here before.
    dispatch({ type: 'change', name: 'merge', change: () => shown });
    if (orphan) removeDraft(calendarId);
    save.adopt(theirs, shown);
    setOrphan(null);
    setOpen(false);
    toast(t('conflict.done'), 'good');
  };

  const keepCopy = async () => {
    if (!other) return;
    setCopying(true);
    try {
      const title = t('list.copy_of', { title: mine.title }).slice(0, 60);
      const copy = await callApi<{ calendarId: string }>('POST', '/api/calendars', {
        document: mine,
        title,
      });
      dispatch({ type: 'load', document: other.theirs.document });
      save.adopt(other.theirs, other.theirs.document);
      removeDraft(calendarId);
      setOrphan(null);
      setOpen(false);
      router.push(`/calendars/${copy.calendarId}`);
    } catch (error) {
      report.current(error);
    } finally {
      setCopying(false);
    }
  };

  const conflict: Conflict | null = other && isInConflict ? { mine, ...other } : null;
  return {
    save,
    isInConflict,
    conflict: {
      isOpen: isOpen && isInConflict,
      /** Null while the other version is on its way. */
      sides: conflict,
      isCopying,
      open: () => setOpen(true),
      close: () => setOpen(false),
      decide,
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
