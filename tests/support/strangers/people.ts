import { type Access, type Actor, DESKS, isAdmitted, mintActor } from '@/lib/core/actor';
import { type Id, newId } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';

/** Everybody with a session: a member of staff has one desk and no other, so that each desk is tried for itself. */
export const KINDS = ['GUEST', 'CUSTOMER', ...DESKS, 'ADMIN'] as const;
export type Kind = (typeof KINDS)[number];

/** Somebody with a browser: the cookie that it sends, and whose it is. */
export type Person = { userId: Id<'user'>; loginSessionId: Id<'loginSession'>; cookie: string };

const SESSION_COOKIE = /^(?:__Host-)?twelvefold\.session$/;
const HOUR_MS = 3_600_000;

function isDesk(kind: Kind): kind is (typeof DESKS)[number] {
  return (DESKS as readonly string[]).includes(kind);
}

function actorOf(kind: Kind): Actor {
  const userId = newId('user');
  return isDesk(kind)
    ? mintActor({ userId, role: 'STAFF', desks: [kind] })
    : mintActor({ userId, role: kind });
}

/** Whether this kind of person may use an edge, as the product's own table of accesses says. */
export const admits = (access: Access, kind: Kind): boolean => isAdmitted(actorOf(kind), access);

/**
 * Lets a browser in the way every visitor comes in, through the guest edge, and then makes the person what they are: role
 * and desks are read from the person's rows at every request, so the cookie is a real one for them.
 * @param hasSecondFactor staff whose browser has not shown their app get into no staff edge
 */
export async function aPersonWithCookie(
  baseUrl: string,
  db: PrismaClient,
  kind: Kind,
  { hasSecondFactor = true }: { hasSecondFactor?: boolean } = {},
): Promise<Person> {
  // The session keeps the browser's name; a name of its own finds the row again.
  const userAgent = `strangers/${crypto.randomUUID()}`;
  const headers = { origin: new URL(baseUrl).origin, 'user-agent': userAgent };
  const csrf = await fetch(`${baseUrl}/api/auth/csrf`, { headers });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch(`${baseUrl}/api/auth/callback/guest`, {
    method: 'POST',
    headers: { ...headers, cookie: cookiesOf(csrf).join('; ') },
    body: new URLSearchParams({ csrfToken, json: 'true' }),
    redirect: 'manual',
  });
  const cookie = cookiesOf(answer).find((text) => SESSION_COOKIE.test(text.split('=')[0] ?? ''));
  if (!cookie) throw new Error(`No session for a guest: ${answer.status} ${await answer.text()}`);
  const session = await db.loginSession.findFirstOrThrow({ where: { userAgent } });
  const { userId } = session;
  if (kind !== 'GUEST') {
    const role = isDesk(kind) ? 'STAFF' : kind;
    await db.user.update({
      where: { id: userId },
      data: { role, email: `${userId.slice(-16)}@example.com`, name: 'Stranger' },
    });
  }
  if (isDesk(kind)) await db.staffRole.create({ data: { userId, desk: kind } });
  if ((isDesk(kind) || kind === 'ADMIN') && hasSecondFactor) {
    await db.loginSession.update({
      where: { id: session.id },
      data: { secondFactorAt: new Date() },
    });
  }
  return { userId: userId as Id<'user'>, loginSessionId: session.id as Id<'loginSession'>, cookie };
}

/** From now on the admin's browser sees the product with a customer's eyes, and with no others'. */
export async function lookWithEyesOf(
  db: PrismaClient,
  admin: Person,
  userId: Id<'user'>,
): Promise<void> {
  const { loginSessionId: sessionId } = admin;
  const now = new Date();
  await db.impersonation.updateMany({
    where: { sessionId, endedAt: null },
    data: { endedAt: now },
  });
  await db.impersonation.create({
    data: {
      id: newId('impersonation'),
      adminId: admin.userId,
      userId,
      sessionId,
      reason: 'strangers',
      startedAt: now,
      endsAt: new Date(now.getTime() + HOUR_MS),
    },
  });
}

function cookiesOf(response: Response): string[] {
  return response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
}
