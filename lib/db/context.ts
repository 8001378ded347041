import type { Actor, PersonActor } from '@/lib/core/actor';
import type { Clock } from '@/lib/core/clock';
import { DomainError } from '@/lib/core/errors';
import type { Log } from '@/lib/core/log';
import type { Providers } from '@/lib/providers/ports/providers';
import { Prisma, type PrismaClient } from './generated/client';

type Shared = { readonly actor: Actor; readonly clock: Clock; readonly log: Log };

/** What a use case gets: who acts, the database, the outside services, the time. */
export type Ctx = Shared & { readonly db: PrismaClient; readonly providers: Providers };

declare const inside: unique symbol;

/** The same inside a transaction. No providers: nothing calls the network while rows are locked. */
export type TxCtx = Shared & { readonly db: Prisma.TransactionClient; readonly [inside]: true };

/** For reads that do not care whether a transaction is open. */
export type ReadCtx = Shared & { readonly db: PrismaClient | Prisma.TransactionClient };

/** A context whose actor is a person: what every scoped query asks for. */
export type PersonCtx<C extends Shared = Ctx> = C & { readonly actor: PersonActor };

const MAX_WAIT_MS = 10_000;
// Above the database's own statement timeout, so that the server ends a stuck statement and not the client (prisma#29762).
const TIMEOUT_MS = 25_000;

/**
 * Runs `work` in one transaction: all of its rows are written or none. Await one query at a time inside.
 * `work` may run again when two transactions collide, so it must have no effect besides its rows.
 */
export async function inTransaction<T>(
  ctx: Omit<Ctx, 'providers'>,
  work: (tx: TxCtx) => Promise<T>,
  options: {
    /** For work behind the pages that looks at whole tables; `work` raises the statements' own limit itself. */
    timeoutMs?: number;
  } = {},
): Promise<T> {
  const tries = 3;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ctx.db.$transaction(
        (client) => work({ actor: ctx.actor, clock: ctx.clock, log: ctx.log, db: client } as TxCtx),
        { maxWait: MAX_WAIT_MS, timeout: options.timeoutMs ?? TIMEOUT_MS },
      );
    } catch (error) {
      if (attempt >= tries || !isCollision(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt + Math.random() * 30));
    }
  }
}

/** PostgreSQL's serialisation failure and deadlock: the same work may succeed a moment later. */
const COLLISIONS = ['40001', '40P01'];

function isCollision(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  // P2034 is Prisma's own name for it; a raw query fails as P2010 with the database's code inside.
  return (
    error.code === 'P2034' ||
    (error.code === 'P2010' && COLLISIONS.some((code) => JSON.stringify(error.meta).includes(code)))
  );
}

/** The context as a person's. @throws DomainError "account.sign_in_required" */
export function asPerson<C extends Shared>(ctx: C): PersonCtx<C> {
  if (ctx.actor.userId === null) throw new DomainError('account.sign_in_required');
  return ctx as PersonCtx<C>;
}
