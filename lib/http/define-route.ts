import type { z } from 'zod';
import { noteLook } from '@/lib/accounts/note-look';
import type { Access } from '@/lib/core/actor';
import { createLog } from '@/lib/core/log';
import type { Ctx } from '@/lib/db/context';
import { problemResponse, toProblem } from './problem';
import { type RateRule, spendRate } from './rate-limit';
import { readJson } from './read-body';
import { requestCtx } from './request-context';
import { requireOwnHands, requireSameOrigin } from './same-origin';
import { requireStorableText } from './storable-text';

const BODY_LIMIT_BYTES = 256 * 1024;
const log = createLog('web');

type RouteSpec<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  O extends z.ZodType,
> = {
  /** Required, without a default: forgetting it does not compile. */
  access: Access;
  params?: P;
  query?: Q;
  /** Schema of a JSON body; leave out for routes without one or with a streamed one. */
  body?: B;
  bodyLimitBytes?: number;
  rate?: RateRule;
  /** The one change that somebody may make who looks with another's eyes: to stop. */
  endsLooking?: true;
  /** Schema of the JSON answer; 'response' where the handler answers with bytes or a stream. */
  output: O | 'response';
  run: (
    ctx: Ctx,
    input: { params: z.output<P>; query: z.output<Q>; body: z.output<B>; request: Request },
  ) => Promise<z.input<O> | Response>;
};

/** A file that the browser keeps, and no part of a page. */
function isTakenAway(response: Response): boolean {
  return response.headers.get('content-disposition')?.startsWith('attachment') ?? false;
}

type NextContext = { params: Promise<Record<string, string | string[] | undefined>> };

/** What the architecture test reads off a route to build the access matrix. */
export type DefinedRoute = ((request: Request, context: NextContext) => Promise<Response>) & {
  access: Access;
};

/**
 * Declares one HTTP edge: same origin, who may, how often, what comes in, what goes out, and how failures look.
 * The handler calls one use case and knows nothing of statuses.
 */
export function defineRoute<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  O extends z.ZodType = z.ZodUnknown,
>(spec: RouteSpec<P, Q, B, O>): DefinedRoute {
  const handler = async (request: Request, context: NextContext): Promise<Response> => {
    const requestId = crypto.randomUUID();
    try {
      requireSameOrigin(request);
      const ctx = await requestCtx(spec.access);
      if (!spec.endsLooking) requireOwnHands(request.method, ctx.actor);
      if (spec.rate) await spendRate(ctx, spec.rate, request.headers);
      const params = spec.params ? spec.params.parse(await context.params) : undefined;
      const search = Object.fromEntries(new URL(request.url).searchParams);
      requireStorableText(search);
      const query = spec.query ? spec.query.parse(search) : undefined;
      const body = spec.body
        ? spec.body.parse(await readJson(request, spec.bodyLimitBytes ?? BODY_LIMIT_BYTES))
        : undefined;
      const result = await spec.run(ctx, {
        params: params as z.output<P>,
        query: query as z.output<Q>,
        body: body as z.output<B>,
        request,
      });
      if (result instanceof Response) {
        if (ctx.actor.lookedAtBy !== null && isTakenAway(result)) {
          await noteLook(ctx, new URL(request.url).pathname);
        }
        return result;
      }
      const output = spec.output === 'response' ? result : spec.output.parse(result);
      return Response.json(output ?? null, {
        headers: { 'cache-control': 'private, no-store', 'x-request-id': requestId },
      });
    } catch (error) {
      return problemResponse(toProblem(error, requestId, log));
    }
  };
  return Object.assign(handler, { access: spec.access });
}
