'use client';

import { useEffect, useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { isLive, subscribePictureEvents } from '@/components/pictures/picture-events';
import type { LoraView } from '@/lib/studio/lora-view';

/** News come in bursts: one question for all of a burst. */
const GATHER_MS = 250;
/** While work is under way, in case no news come through. */
const POLL_MS = 5_000;
const POLL_LIVE_MS = 30_000;

/** Whether something of the model is still being made. */
export function isUnderWay({ trainings, previews }: LoraView): boolean {
  const isOpen = ({ status }: { status: string }) => status === 'QUEUED' || status === 'RUNNING';
  return trainings.some(isOpen) || previews.some(isOpen);
}

/** A model on a screen, kept up to date while it is learned and its previews are painted. */
export function useLora(initial: LoraView): [LoraView, () => void] {
  const [lora, setLora] = useState(initial);
  const [turn, setTurn] = useState(0);
  useEffect(() => setLora(initial), [initial]);
  const ask = () => setTurn((before) => before + 1);
  // Its trainings and previews: news of anything else are another card's.
  const parts = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    parts.current = new Set([
      ...lora.trainings.map(({ id }) => id),
      ...lora.previews.map(({ generationId }) => generationId),
    ]);
  }, [lora]);

  useEffect(() => {
    if (turn === 0) return;
    const stop = new AbortController();
    const load = async () => {
      try {
        const path = `/api/studio/models/${initial.id}`;
        setLora(await callApi<LoraView>('GET', path, undefined, { signal: stop.signal }));
      } catch (error) {
        // What is shown stays; the next news asks again.
        if (!stop.signal.aborted && !(error instanceof ApiProblem)) throw error;
      }
    };
    const timer = setTimeout(() => void load(), GATHER_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [turn, initial.id]);

  useEffect(
    () =>
      subscribePictureEvents((event) => {
        const isAboutIt = event.type === 'resync' || parts.current.has(event.id);
        if (isAboutIt) setTurn((before) => before + 1);
      }),
    [],
  );

  const isOpen = isUnderWay(lora);
  useEffect(() => {
    if (!isOpen) return;
    let asked = Date.now();
    const timer = setInterval(() => {
      if (Date.now() - asked < (isLive() ? POLL_LIVE_MS : POLL_MS)) return;
      asked = Date.now();
      setTurn((before) => before + 1);
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [isOpen]);

  return [lora, ask];
}
