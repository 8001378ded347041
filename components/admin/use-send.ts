'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { useToast } from '@/components/ui/toast';
import type { Problem } from '@/lib/http/problem';

/** Sends one change, tells that it is done and shows the page anew; a refusal is kept for the form to show. */
export function useSend() {
  const router = useRouter();
  const toast = useToast();
  const [isSending, setIsSending] = useState(false);
  const [isRefreshing, startRefresh] = useTransition();
  const [problem, setProblem] = useState<Problem | null>(null);

  /** @returns true when it was done */
  async function send(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body: unknown,
    done: string,
  ): Promise<boolean> {
    setIsSending(true);
    setProblem(null);
    try {
      await callApi(method, path, body);
      toast(done, 'good');
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      return false;
    } finally {
      setIsSending(false);
      startRefresh(() => router.refresh());
    }
  }

  return { send, problem, setProblem, isPending: isSending || isRefreshing };
}
