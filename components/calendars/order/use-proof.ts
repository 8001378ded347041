'use client';

import { useCallback, useEffect, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import type { ProofView } from '@/lib/calendars/present-proof';
import type { Problem } from '@/lib/http/problem';

const POLL_MS = 900;

/**
 * Follows one rendering of a calendar: asks for it, shows its progress and offers another try when it failed or nobody
 * works on it.
 */
export function useProof(calendarId: string, kind: 'PROOF' | 'PRINT') {
  const [proof, setProof] = useState<ProofView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAsking, setAsking] = useState(false);

  const request = useCallback(async () => {
    setAsking(true);
    setProblem(null);
    try {
      setProof(await callApi<ProofView>('POST', `/api/calendars/${calendarId}/proofs`, { kind }));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
    } finally {
      setAsking(false);
    }
  }, [calendarId, kind]);

  const isOpen = proof !== null && (proof.status === 'QUEUED' || proof.status === 'RENDERING');
  useEffect(() => {
    if (!isOpen || !proof) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      callApi<ProofView>('GET', `/api/proofs/${proof.id}`, undefined, {
        signal: controller.signal,
      }).then(setProof, (error) => {
        if (controller.signal.aborted) return;
        const isUnreachable =
          error instanceof ApiProblem && error.problem.code === 'server.unavailable';
        // Asks again in a moment: a new object runs this effect once more.
        if (isUnreachable) setProof((before) => (before ? { ...before } : before));
        else if (error instanceof ApiProblem) setProblem(error.problem);
        else throw error;
      });
    }, POLL_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [isOpen, proof]);

  return { proof, problem, isAsking, request };
}
