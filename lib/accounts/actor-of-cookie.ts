import { type Actor, anonymousActor, mintActor } from '@/lib/core/actor';
import type { Id } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';
import { areDemoAccountsAllowed } from './demo-rule';
import { sidOfCookie } from './session-cookie';
import { sessionEnd, TOUCH_AFTER_MS } from './session-rules';

/**
 * Who a session cookie speaks for right now. The row is read every time and the role comes from the person's row, so
 * signing out everywhere, a block or another role counts from the next request on.
 * @returns the anonymous actor when there is no live session
 */
export async function actorOfCookie(
  db: PrismaClient,
  cookie: string | undefined,
  now: Date,
): Promise<Actor> {
  const sid = await sidOfCookie(cookie);
  if (sid === null) return anonymousActor;
  const session = await db.loginSession.findFirst({
    where: {
      id: sid,
      endedAt: null,
      expiresAt: { gt: now },
      user: { blockedAt: null, mergedIntoId: null },
    },
    select: {
      createdAt: true,
      lastSeenAt: true,
      secondFactorAt: true,
      user: {
        select: { id: true, role: true, isDemo: true, staffRoles: { select: { desk: true } } },
      },
    },
  });
  if (!session) return anonymousActor;
  const { user } = session;
  if (user.isDemo && !areDemoAccountsAllowed()) return anonymousActor;
  if (now.getTime() - session.lastSeenAt.getTime() >= TOUCH_AFTER_MS) {
    await db.loginSession.updateMany({
      where: { id: sid, endedAt: null },
      data: { lastSeenAt: now, expiresAt: sessionEnd(user.role, session.createdAt, now) },
    });
  }
  const seen = user.role === 'ADMIN' ? await personLookedAt(db, sid, now) : null;
  if (seen) {
    const { id, role } = seen;
    return mintActor({
      userId: id as Id<'user'>,
      role,
      loginSessionId: sid,
      lookedAtBy: user.id as Id<'user'>,
    });
  }
  return mintActor({
    userId: user.id as Id<'user'>,
    role: user.role,
    loginSessionId: sid,
    desks: user.role === 'STAFF' ? user.staffRoles.map(({ desk }) => desk) : [],
    hasSecondFactor: session.secondFactorAt !== null,
  });
}

/** The customer with whose eyes this admin's browser looks now. */
async function personLookedAt(db: PrismaClient, sid: string, now: Date) {
  const row = await db.impersonation.findFirst({
    where: {
      sessionId: sid,
      endedAt: null,
      endsAt: { gt: now },
      user: { role: 'CUSTOMER', erasedAt: null },
    },
    orderBy: { startedAt: 'desc' },
    select: { user: { select: { id: true, role: true } } },
  });
  return row?.user ?? null;
}
