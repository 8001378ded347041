import type { Problem } from '@/lib/http/problem';

/** A refusal of the server, or of the network on the way to it. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.code, options);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** There was no answer at all. */
export const UNREACHABLE: Problem = {
  code: 'server.unavailable',
  params: {},
  fields: {},
  requestId: '',
};

/** Turns an answer that is not 2xx into an ApiProblem; a body that is not ours counts as unavailable. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) return new ApiProblem(UNREACHABLE);
  return new ApiProblem((await response.json()) as Problem);
}

/** Calls one of our own JSON routes. @throws ApiProblem */
export async function callApi<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  options: { signal?: AbortSignal } = {},
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      signal: options.signal ?? null,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new ApiProblem(UNREACHABLE, { cause });
  }
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}
