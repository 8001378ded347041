import { ApiProblem, callApi } from '@/components/call-api';
import { isErrorCode } from '@/lib/core/errors';
import type { Problem } from '@/lib/http/problem';

export type WayIn = 'guest' | 'password' | 'sign-up';

const UNAVAILABLE: Problem = {
  code: 'server.unavailable',
  params: {},
  fields: {},
  requestId: '',
};

/**
 * Signs this browser in through the sign-in route; the session's cookie is set when it returns.
 * @throws ApiProblem
 */
export async function signInBy(way: WayIn, fields: Record<string, string> = {}): Promise<void> {
  const { url } = await postToSignIn(`callback/${way}`, fields);
  const refusal = new URL(url, window.location.origin).searchParams.get('error');
  if (refusal !== null) throw new ApiProblem(parseRefusal(refusal));
}

/** Signs this browser out. @throws ApiProblem */
export async function signOutHere(): Promise<void> {
  await postToSignIn('signout', {});
}

async function postToSignIn(
  path: string,
  fields: Record<string, string>,
): Promise<{ url: string }> {
  const { csrfToken } = await callApi<{ csrfToken: string }>('GET', '/api/auth/csrf');
  let response: Response;
  try {
    response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, csrfToken, callbackUrl: '/', json: 'true' }),
    });
  } catch (cause) {
    throw new ApiProblem(UNAVAILABLE, { cause });
  }
  const answer = (await response.json().catch(() => null)) as { url?: unknown } | null;
  // The route answers 401 with an address that carries the refusal; anything without an address is not its answer.
  if (typeof answer?.url !== 'string') throw new ApiProblem(UNAVAILABLE);
  if (new URL(answer.url, window.location.origin).searchParams.has('csrf')) {
    throw new ApiProblem({ ...UNAVAILABLE, code: 'request.foreign_origin' });
  }
  return { url: answer.url };
}

function parseRefusal(text: string): Problem {
  try {
    const { code, params } = JSON.parse(text) as { code: string; params: Problem['params'] };
    if (isErrorCode(code)) return { code, params, fields: {}, requestId: '' };
  } catch {
    // Not a refusal of ours: it is told like any failure that was not foreseen.
  }
  return { ...UNAVAILABLE, code: 'server.unexpected' };
}
