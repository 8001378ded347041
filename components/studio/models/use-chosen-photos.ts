'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Library } from '@/components/calendars/use-library';
import { ApiProblem, callApi } from '@/components/call-api';
import type { Id } from '@/lib/core/ids';
import type { Problem } from '@/lib/http/problem';
import type { ChosenPhotos } from '@/lib/studio/choose-photos';
import type { LoraDraft } from '@/lib/studio/get-lora-draft';
import type { ChosenPhoto } from '@/lib/studio/lora-schema';
import type { PhotoProblem } from '@/lib/studio/photo-guidance';

/** Several photos are often chosen at once: one question for all of them. */
const SAVE_AFTER_MS = 250;

/**
 * The chosen photos, kept on the server with every change; what is wrong with them is the server's word. While an answer
 * is on its way the words about the photos before stay.
 */
export function useChosenPhotos(draft: LoraDraft, library: Library) {
  const [photos, setPhotos] = useState<readonly ChosenPhoto[]>(draft.photos);
  const [answer, setAnswer] = useState<ChosenPhotos>(draft);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turn = useRef(0);
  const path = `/api/studio/models/${draft.lora.id}/photos`;

  // Whoever leaves the step in that moment has chosen all the same.
  const unsaved = useRef<readonly ChosenPhoto[] | null>(null);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (unsaved.current === null) return;
      callApi('PUT', path, { photos: unsaved.current }).catch(() => undefined);
    },
    [path],
  );

  const save = useCallback(
    (next: readonly ChosenPhoto[]) => {
      clearTimeout(timer.current);
      setSaving(true);
      turn.current += 1;
      const mine = turn.current;
      unsaved.current = next;
      const send = async () => {
        unsaved.current = null;
        try {
          const fresh = await callApi<ChosenPhotos>('PUT', path, { photos: next });
          if (mine !== turn.current) return;
          setAnswer(fresh);
          setProblem(null);
        } catch (error) {
          if (!(error instanceof ApiProblem)) throw error;
          if (mine === turn.current) setProblem(error.problem);
        }
        if (mine === turn.current) setSaving(false);
      };
      timer.current = setTimeout(() => void send(), SAVE_AFTER_MS);
    },
    [path],
  );
  const latest = useRef(photos);
  const change = (next: (before: readonly ChosenPhoto[]) => readonly ChosenPhoto[]) => {
    // Several uploads may end before the screen is drawn again: each builds on the one before.
    const changed = next(latest.current);
    latest.current = changed;
    setPhotos(changed);
    save(changed);
  };

  // A photo that has just been prepared is judged anew.
  const states = photos.map(({ pictureId }) => library.byId.get(pictureId)?.status ?? '').join(',');
  const known = useRef(states);
  useEffect(() => {
    if (known.current === states) return;
    known.current = states;
    save(latest.current);
  }, [states, save]);

  const problems = useMemo(() => {
    const byId = new Map<string, readonly PhotoProblem[]>();
    for (const [index, { pictureId }] of answer.photos.entries()) {
      byId.set(pictureId, answer.guidance.problems[index] ?? []);
    }
    return byId;
  }, [answer]);

  return {
    photos,
    guidance: answer.guidance,
    problemsOf: (id: string) => problems.get(id) ?? [],
    isSaving,
    problem,
    has: (id: string) => photos.some(({ pictureId }) => pictureId === id),
    add: (pictureId: Id<'picture'>) =>
      change((before) =>
        before.some((photo) => photo.pictureId === pictureId)
          ? before
          : [...before, { pictureId, isKept: false }],
      ),
    remove: (id: string) => change((before) => before.filter(({ pictureId }) => pictureId !== id)),
    keep: (id: string) =>
      change((before) =>
        before.map((photo) => (photo.pictureId === id ? { ...photo, isKept: true } : photo)),
      ),
  };
}
