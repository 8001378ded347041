import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { DomainError } from '@/lib/core/errors';
import { createLog } from '@/lib/core/log';
import { problemResponse, toProblem } from '@/lib/http/problem';
import { readBody } from '@/lib/http/read-body';
import { requireSameOrigin } from '@/lib/http/same-origin';
import { authOptions } from './auth-options';

export const dynamic = 'force-dynamic';

const BODY_LIMIT_BYTES = 16 * 1024;
/** What next-auth's own pages and client send. */
const FORM_TYPE = 'application/x-www-form-urlencoded';
const log = createLog('sign-in');

type AuthContext = { params: Promise<{ nextauth: string[] }> };

/** The parts of next-auth that our pages use; its own pages, its log intake and the rest do not exist. */
const PATHS = {
  GET: /^csrf$/,
  POST: /^(callback\/(guest|password|sign-up)|signout)$/,
} as const;

/** next-auth behind the same checks as every route of ours: same origin, known path, bounded body. */
function authRoute(method: keyof typeof PATHS) {
  const handler = async (request: NextRequest, context: AuthContext): Promise<Response> => {
    try {
      requireSameOrigin(request);
      const { nextauth } = await context.params;
      if (!PATHS[method].test(nextauth.join('/'))) throw new DomainError('request.not_found');
      // The library would also parse JSON, and fail on what is none.
      if (method === 'POST' && !request.headers.get('content-type')?.startsWith(FORM_TYPE)) {
        throw new DomainError('request.unsupported_type');
      }
      const body = method === 'POST' ? await readBody(request, BODY_LIMIT_BYTES) : null;
      const bounded = new NextRequest(request.url, {
        method,
        headers: request.headers,
        ...(body ? { body: new Uint8Array(body) } : {}),
      });
      const response: Response = await NextAuth(bounded as never, context as never, authOptions());
      response.headers.set('cache-control', 'private, no-store');
      return response;
    } catch (error) {
      return problemResponse(toProblem(error, crypto.randomUUID(), log));
    }
  };
  // The access test reads this; the session decides inside, by way of signing in.
  return Object.assign(handler, { access: 'public' as const });
}

export const GET = authRoute('GET');
export const POST = authRoute('POST');
