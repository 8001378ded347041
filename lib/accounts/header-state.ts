import { isAdmitted } from '@/lib/core/actor';
import { db } from '@/lib/db/client';
import { providers } from '@/lib/wiring';
import { findActor } from './find-actor';

export type HeaderState = {
  /** Payments, mail or files are simulated: every page says so. */
  isSandbox: boolean;
  hasSession: boolean;
  isGuest: boolean;
  isStaff: boolean;
  name: string | null;
  email: string | null;
  cartCount: number;
  /** Somebody else looks with this person's eyes. */
  isLookedAt: boolean;
  /** Free to spend; null for whoever has no account. */
  stars: number | null;
};

/** What the head of a page shows of the visitor. */
export async function headerState(): Promise<HeaderState> {
  const actor = await findActor();
  const { isSandbox } = providers();
  if (actor.userId === null) {
    return {
      isSandbox,
      hasSession: false,
      isGuest: false,
      isStaff: false,
      isLookedAt: false,
      name: null,
      email: null,
      cartCount: 0,
      stars: null,
    };
  }
  const user = await db().user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: {
      name: true,
      email: true,
      starAccount: { select: { balance: true } },
      _count: { select: { cartItems: true } },
    },
  });
  return {
    isSandbox,
    hasSession: true,
    isGuest: actor.role === 'GUEST',
    isStaff: isAdmitted(actor, 'staff'),
    isLookedAt: actor.lookedAtBy !== null,
    name: user.name,
    email: user.email,
    cartCount: user._count.cartItems,
    stars: actor.role === 'GUEST' ? null : (user.starAccount?.balance ?? 0),
  };
}
