import type { Id } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';

export type Role = 'GUEST' | 'CUSTOMER' | 'STAFF';

/** Somebody with a browser: the cookie that it sends, and whose it is. */
export type Person = { userId: Id<'user'>; cookie: string };

const SESSION_COOKIE = /^(?:__Host-)?twelvefold\.session$/;

/**
 * Lets a browser in the way every visitor comes in, through the guest edge, and then gives the person the role: roles are
 * read from the person's row at every request, so the cookie is a real one for it.
 */
export async function aPersonWithCookie(
  baseUrl: string,
  db: PrismaClient,
  role: Role,
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
  const { userId } = await db.loginSession.findFirstOrThrow({ where: { userAgent } });
  if (role !== 'GUEST') {
    await db.user.update({
      where: { id: userId },
      data: { role, email: `${userId.slice(-16)}@example.com`, name: 'Stranger' },
    });
  }
  return { userId: userId as Id<'user'>, cookie };
}

function cookiesOf(response: Response): string[] {
  return response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
}
