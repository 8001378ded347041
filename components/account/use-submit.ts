'use client';

import { useCallback, useState } from 'react';
import { ApiProblem } from '@/components/call-api';
import { useErrorMessage } from '@/components/use-error-message';
import { isErrorCode } from '@/lib/core/errors';
import type { ActionResult } from '@/lib/http/define-action';
import type { Problem } from '@/lib/http/problem';

const UNAVAILABLE: Problem = {
  code: 'server.unavailable',
  params: {},
  fields: {},
  requestId: '',
};

/** The value of an action. @throws ApiProblem with its refusal */
export function unwrap<T>(result: ActionResult<T>): T {
  if (!result.ok) throw new ApiProblem(result.error);
  return result.value;
}

type SubmitOptions = {
  leavesPage?: boolean;
  onDone?: () => void;
  onRefused?: (problem: Problem) => void;
};

/** One form's work: whether it is under way, and how its refusal reads, over the form or at a field. */
export function useSubmit() {
  const errorMessage = useErrorMessage();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  /** Runs the work, then `onDone`. Where it leaves the page, `isPending` stays until the page is gone. */
  const submit = useCallback((work: () => Promise<unknown>, options: SubmitOptions = {}): void => {
    const run = async () => {
      setPending(true);
      setProblem(null);
      try {
        await work();
      } catch (error) {
        // What is not an answer of ours is the network between us.
        const refusal = error instanceof ApiProblem ? error.problem : UNAVAILABLE;
        setProblem(refusal);
        setPending(false);
        options.onRefused?.(refusal);
        return;
      }
      if (!options.leavesPage) setPending(false);
      options.onDone?.();
    };
    void run();
  }, []);

  const fieldError = (name: string): string | undefined => {
    const code = problem?.fields[name];
    if (problem === null || code === undefined) return undefined;
    if (!isErrorCode(code)) return errorMessage({ code: 'request.invalid', params: {} });
    return errorMessage({ code, params: problem.params });
  };
  const isAtField = problem !== null && Object.keys(problem.fields).length > 0;
  return {
    isPending,
    submit,
    fieldError,
    problem,
    /** For over the form; null when a field says it. */
    message: problem === null || isAtField ? null : errorMessage(problem),
  };
}
