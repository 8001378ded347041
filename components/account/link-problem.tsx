'use client';

import { Alert } from '@/components/ui/alert';
import { useErrorMessage } from '@/components/use-error-message';
import type { ErrorCode } from '@/lib/core/errors';

/** Why signing in at another service came to nothing. */
export function LinkProblem({ code }: { code: ErrorCode }) {
  const errorMessage = useErrorMessage();
  return <Alert tone="bad">{errorMessage({ code, params: {} })}</Alert>;
}
