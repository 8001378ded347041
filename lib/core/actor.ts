import type { Id } from './ids';

/** From least to most: each access level admits the roles listed here. */
export const ROLES = ['GUEST', 'CUSTOMER', 'STAFF', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/** What a member of staff may work on. An admin may everything. */
export const DESKS = ['SUPPORT', 'PRODUCTION', 'CONTENT', 'FINANCE'] as const;
export type Desk = (typeof DESKS)[number];

/** Staff edges that need a desk, and the desks that open them: any one of those is enough. */
const DESK_ACCESS = {
  /** Looking at orders and noting what was said about them. */
  orders: ['SUPPORT', 'PRODUCTION', 'FINANCE'],
  /** Customers and messages. */
  support: ['SUPPORT'],
  /** What customers say is wrong; a decision that gives money back needs `finance` besides. */
  claims: ['SUPPORT', 'FINANCE'],
  /** Printing, packing, delivery; calling off an order that was paid needs `finance` besides. */
  production: ['PRODUCTION'],
  /** What the product shows and paints with: prompts, themes, templates, holidays, models. */
  content: ['CONTENT'],
  /** Prices, money and what stands for it: money leaves at the hand of this desk alone. */
  finance: ['FINANCE'],
} as const satisfies Record<string, readonly Desk[]>;
export type DeskAccess = keyof typeof DESK_ACCESS;

/** What opens an edge of the staff section. */
export type StaffAccess = 'staff' | DeskAccess | 'admin';

/**
 * Who may use an edge. `public` needs no session; `guest` needs any session, a guest's included;
 * `customer` needs an account; `staff` any desk or none; a desk's name a member of staff of that desk; `admin` that role.
 */
export type Access = 'public' | 'guest' | 'customer' | StaffAccess;

declare const minted: unique symbol;

/** Somebody acting: made only by the edges, the job runner and tests, so that no use case runs without one. */
export type Actor = {
  readonly userId: Id<'user'> | null;
  readonly role: Role | 'ANONYMOUS' | 'SYSTEM';
  readonly loginSessionId: Id<'loginSession'> | null;
  /** Desks of a member of staff; an admin needs none. */
  readonly desks: readonly Desk[];
  /** This browser showed an authenticator app: staff pages open to no other. */
  readonly hasSecondFactor: boolean;
  /** The admin who looks at the product with this person's eyes: nothing may be changed then. Else null. */
  readonly lookedAtBy: Id<'user'> | null;
  readonly [minted]: true;
};

/** An actor who is a person with a row: what scoped queries need. */
export type PersonActor = Actor & { readonly userId: Id<'user'> };

export function mintActor(parts: {
  userId: Id<'user'> | null;
  role: Actor['role'];
  loginSessionId?: Id<'loginSession'> | null;
  desks?: readonly Desk[];
  hasSecondFactor?: boolean;
  lookedAtBy?: Id<'user'> | null;
}): Actor {
  const without = { loginSessionId: null, desks: [], hasSecondFactor: false, lookedAtBy: null };
  return { ...without, ...parts } as Actor;
}

export const anonymousActor: Actor = mintActor({ userId: null, role: 'ANONYMOUS' });

/** For jobs and the schedule: acts for nobody, so its use cases state what they may touch. */
export const systemActor: Actor = mintActor({ userId: null, role: 'SYSTEM' });

const ADMITTED: Record<Exclude<Access, DeskAccess>, readonly Actor['role'][]> = {
  public: ['ANONYMOUS', 'GUEST', 'CUSTOMER', 'STAFF', 'ADMIN'],
  guest: ['GUEST', 'CUSTOMER', 'STAFF', 'ADMIN'],
  customer: ['CUSTOMER', 'STAFF', 'ADMIN'],
  staff: ['STAFF', 'ADMIN'],
  admin: ['ADMIN'],
};

function isDeskAccess(access: Access): access is DeskAccess {
  return Object.hasOwn(DESK_ACCESS, access);
}

/** Whether an edge is one of the staff section. */
export function isForStaff(access: Access): access is StaffAccess {
  return access === 'staff' || access === 'admin' || isDeskAccess(access);
}

export function isAdmitted(actor: Actor, access: Access): boolean {
  if (!isDeskAccess(access)) return ADMITTED[access].includes(actor.role);
  const desks: readonly Desk[] = DESK_ACCESS[access];
  return (
    actor.role === 'ADMIN' ||
    (actor.role === 'STAFF' && actor.desks.some((desk) => desks.includes(desk)))
  );
}

/** What of the staff section opens to somebody now; nothing before their second factor. */
export function staffAccessesOf(actor: Actor): StaffAccess[] {
  if (!actor.hasSecondFactor) return [];
  const desks = Object.keys(DESK_ACCESS) as DeskAccess[];
  return (['staff', ...desks, 'admin'] as const).filter((access) => isAdmitted(actor, access));
}
