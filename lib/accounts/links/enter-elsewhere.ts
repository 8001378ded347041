import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import type { LinkedAccount, LinkedProvider } from '@/lib/db/generated/client';
import type { Locale } from '@/lib/i18n/locales';
import type { VouchedPerson } from '@/lib/providers/ports/identity-provider';
import { becomeCustomer } from '../become-customer';
import { checkName } from '../check-name';
import { areDemoAccountsAllowed } from '../demo-rule';
import { isUniqueViolation } from '../is-unique-violation';
import { mergeGuest } from '../merge-guest';
import { normaliseEmail } from '../normalise-email';
import { type SignedIn, startLoginSession } from '../start-login-session';
import { claimAccount, findAccountByEmail, findPerson } from '../store';
import { addLink, findLink, relabel } from './link-store';

export type Entrance = {
  provider: LinkedProvider;
  person: VouchedPerson;
  userAgent: string | null;
  /** Of a new account's screens and mails. */
  locale: Locale;
};

export type Entered =
  | { kind: 'signed_in'; session: SignedIn; isNew: boolean }
  | { kind: 'connected' };

/**
 * What it means that another service vouches for whoever sends this request:
 * - an account there that is known here signs in to the account that it is connected with;
 * - somebody signed in here gets it connected;
 * - an unknown one whose address belongs to an account here gets nothing: its owner signs in first and connects then;
 * - any other unknown one gets a new account, and a guest's work stays with it.
 * Staff sign in with password and second factor only.
 * @throws DomainError "link.taken", "link.other_connected", "link.sign_in_first", "link.not_for_staff",
 *   "account.blocked"
 */
export async function enterElsewhere(ctx: Ctx, entrance: Entrance): Promise<Entered> {
  try {
    return await inTransaction(ctx, (tx) => enter(tx, entrance));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Two at once: the second finds what the first made.
    return inTransaction(ctx, (tx) => enter(tx, entrance));
  }
}

async function enter(tx: TxCtx, entrance: Entrance): Promise<Entered> {
  // An admin who looks with a customer's eyes connects nothing to them.
  if (tx.actor.lookedAtBy !== null) throw new DomainError('account.read_only');
  const { provider, person } = entrance;
  const link = await findLink(tx, provider, person.externalId);
  const { role, userId } = tx.actor;
  if (userId !== null && role !== 'GUEST') {
    await connect(tx, userId, entrance, link);
    return { kind: 'connected' };
  }
  if (link) return { kind: 'signed_in', session: await signInBy(tx, link, entrance), isNew: false };
  const email = person.email === null ? null : normaliseEmail(person.email);
  if (email !== null && (await findAccountByEmail(tx, email))) {
    throw new DomainError('link.sign_in_first');
  }
  const newId = await becomeCustomer(tx, {
    email,
    name: nameOf(person),
    passwordHash: null,
    emailVerifiedAt: email === null ? null : tx.clock.now(),
    locale: entrance.locale,
  });
  await addLink(tx, { userId: newId, provider, ...idOf(person) });
  const session = await startLoginSession(tx, {
    userId: newId,
    role: 'CUSTOMER',
    userAgent: entrance.userAgent,
  });
  return { kind: 'signed_in', session, isNew: true };
}

async function connect(
  tx: TxCtx,
  userId: Id<'user'>,
  { provider, person }: Entrance,
  link: LinkedAccount | null,
): Promise<void> {
  if (tx.actor.role !== 'CUSTOMER') throw new DomainError('link.not_for_staff');
  if (link) {
    if (link.userId !== userId) throw new DomainError('link.taken');
    return relabel(tx, link.id, idOf(person).label);
  }
  const other = await tx.db.linkedAccount.count({ where: { userId, provider } });
  if (other > 0) throw new DomainError('link.other_connected');
  await addLink(tx, { userId, provider, ...idOf(person) });
}

async function signInBy(tx: TxCtx, link: LinkedAccount, entrance: Entrance): Promise<SignedIn> {
  const account = await findPerson(tx, link.userId as Id<'user'>);
  if (account.role !== 'CUSTOMER') throw new DomainError('link.not_for_staff');
  if (account.isDemo && !areDemoAccountsAllowed()) throw new DomainError('link.failed');
  if (account.blockedAt !== null || !(await claimAccount(tx, account))) {
    throw new DomainError('account.blocked');
  }
  await relabel(tx, link.id, idOf(entrance.person).label);
  const guestId = tx.actor.role === 'GUEST' ? tx.actor.userId : null;
  if (guestId !== null) await mergeGuest(tx, { guestId, accountId: account.id });
  return startLoginSession(tx, {
    userId: account.id,
    role: account.role,
    userAgent: entrance.userAgent,
  });
}

const LABEL_MAX = 200;

function idOf({ externalId, label }: VouchedPerson) {
  return { externalId, label: label.slice(0, LABEL_MAX) };
}

/** Names elsewhere may be anything; one that ours may not be is left for the person to type. */
function nameOf({ name }: VouchedPerson): string | null {
  try {
    return name === null ? null : checkName(name);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
