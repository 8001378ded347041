import type { Id } from './ids';

/** From least to most: each access level admits the roles listed here. */
export const ROLES = ['GUEST', 'CUSTOMER', 'STAFF', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who may use an edge. `public` needs no session; `guest` needs any session, a guest's included;
 * `customer` needs an account; `staff` and `admin` need that role.
 */
export type Access = 'public' | 'guest' | 'customer' | 'staff' | 'admin';

declare const minted: unique symbol;

/** Somebody acting: made only by the edges, the job runner and tests, so that no use case runs without one. */
export type Actor = {
  readonly userId: Id<'user'> | null;
  readonly role: Role | 'ANONYMOUS' | 'SYSTEM';
  readonly loginSessionId: Id<'loginSession'> | null;
  readonly [minted]: true;
};

/** An actor who is a person with a row: what scoped queries need. */
export type PersonActor = Actor & { readonly userId: Id<'user'> };

export function mintActor(parts: {
  userId: Id<'user'> | null;
  role: Actor['role'];
  loginSessionId?: Id<'loginSession'> | null;
}): Actor {
  return { loginSessionId: null, ...parts } as Actor;
}

export const anonymousActor: Actor = mintActor({ userId: null, role: 'ANONYMOUS' });

/** For jobs and the schedule: acts for nobody, so its use cases state what they may touch. */
export const systemActor: Actor = mintActor({ userId: null, role: 'SYSTEM' });

const ADMITTED: Record<Access, readonly Actor['role'][]> = {
  public: ['ANONYMOUS', 'GUEST', 'CUSTOMER', 'STAFF', 'ADMIN'],
  guest: ['GUEST', 'CUSTOMER', 'STAFF', 'ADMIN'],
  customer: ['CUSTOMER', 'STAFF', 'ADMIN'],
  staff: ['STAFF', 'ADMIN'],
  admin: ['ADMIN'],
};

export function isAdmitted(actor: Actor, access: Access): boolean {
  return ADMITTED[access].includes(actor.role);
}
