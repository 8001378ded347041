import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import type { Access } from '@/lib/core/actor';
import { createLog } from '@/lib/core/log';
import type { Ctx } from '@/lib/db/context';
import { type Problem, toProblem } from './problem';
import { type RateRule, spendRate } from './rate-limit';
import { requestCtx } from './request-context';
import { requireOwnHands, requireSameOrigin } from './same-origin';
import { requireStorableText } from './storable-text';

const log = createLog('web');

export type ActionResult<T> = { ok: true; value: T } | { ok: false; error: Problem };

/** Declares one server action: a person submits a form. Same order of checks as defineRoute. */
export function defineAction<I extends z.ZodType, T>(spec: {
  access: Access;
  input: I;
  rate?: RateRule;
  run: (ctx: Ctx, input: z.output<I>) => Promise<T>;
}): ((input: z.input<I>) => Promise<ActionResult<T>>) & { access: Access } {
  const action = async (input: z.input<I>): Promise<ActionResult<T>> => {
    const requestId = crypto.randomUUID();
    try {
      const sent = await headers();
      requireSameOrigin({ method: 'POST', headers: sent });
      const ctx = await requestCtx(spec.access);
      requireOwnHands('POST', ctx.actor);
      if (spec.rate) await spendRate(ctx, spec.rate, sent);
      requireStorableText(input);
      return { ok: true, value: await spec.run(ctx, spec.input.parse(input)) };
    } catch (error) {
      // redirect() and notFound() travel as exceptions of the framework.
      unstable_rethrow(error);
      return { ok: false, error: toProblem(error, requestId, log) };
    }
  };
  return Object.assign(action, { access: spec.access });
}
