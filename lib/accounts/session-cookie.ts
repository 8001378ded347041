import { decode, encode } from 'next-auth/jwt';
import { env, requireEnv } from '@/lib/core/env';
import { type Id, idSchema } from '@/lib/core/ids';
import { COOKIE_SECONDS } from './session-rules';

const sidSchema = idSchema('loginSession');

/** Whether browsers reach us over TLS: then cookies are marked Secure and bound to this host alone. */
export function areCookiesSecure(): boolean {
  return env().APP_URL?.startsWith('https://') ?? false;
}

export function sessionCookieName(): string {
  return areCookiesSecure() ? '__Host-twelvefold.session' : 'twelvefold.session';
}

/** Attributes of every cookie of ours that a script must not read. */
export function cookieAttributes() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: areCookiesSecure() } as const;
}

/** The cookie that names a session, for edges that sign people in beside the library's own. */
export async function sessionCookieValue(sid: Id<'loginSession'>): Promise<string> {
  return encode({ token: { sid }, secret: requireEnv('AUTH_SECRET'), maxAge: COOKIE_SECONDS });
}

/** The session that a cookie names; null for none, a forged, a damaged or an outdated one. */
export async function sidOfCookie(cookie: string | undefined): Promise<Id<'loginSession'> | null> {
  if (!cookie) return null;
  const secret = requireEnv('AUTH_SECRET');
  let sid: unknown;
  try {
    sid = (await decode({ token: cookie, secret }))?.sid;
  } catch {
    // Anything that our key does not open is a stranger's cookie: the same as none.
    return null;
  }
  const parsed = sidSchema.safeParse(sid);
  return parsed.success ? parsed.data : null;
}
