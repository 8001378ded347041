import { ZodError } from 'zod';
import { DomainError, ERROR_SPECS, type ErrorCode, type ErrorParams } from '@/lib/core/errors';
import type { Log } from '@/lib/core/log';

/** A failure as a browser sees it. The words are made by the screen from `code` and `params`. */
export type Problem = {
  code: ErrorCode;
  params: ErrorParams;
  fields: Record<string, string>;
  requestId: string;
};

/** Maps any failure to what may leave the server; what was not foreseen is logged with its request id. */
export function toProblem(error: unknown, requestId: string, log: Log): Problem {
  if (error instanceof DomainError) {
    if (ERROR_SPECS[error.code].alert) log.error('refused with alert', error, { requestId });
    return { code: error.code, params: error.params, fields: error.fields, requestId };
  }
  if (error instanceof ZodError) {
    const fields: Record<string, string> = {};
    for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message;
    return { code: 'request.invalid', params: {}, fields, requestId };
  }
  log.error('unexpected failure', error, { requestId });
  return { code: 'server.unexpected', params: {}, fields: {}, requestId };
}

export function problemResponse(problem: Problem): Response {
  return Response.json(problem, {
    status: ERROR_SPECS[problem.code].status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'private, no-store',
      'x-request-id': problem.requestId,
    },
  });
}
