import { cookies } from 'next/headers';
import { cache } from 'react';
import type { Actor } from '@/lib/core/actor';
import { systemClock } from '@/lib/core/clock';
import { db } from '@/lib/db/client';
import { actorOfCookie } from './actor-of-cookie';
import { sessionCookieName } from './session-cookie';

/** Who sends the request that is being answered; the anonymous actor without a live session. Read once a request. */
export const findActor: () => Promise<Actor> = cache(async () => {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  return actorOfCookie(db(), cookie, systemClock.now());
});
