import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { requireEnv } from '@/lib/core/env';
import { cookieAttributes, sessionCookieName, sessionCookieValue } from '../session-cookie';
import { COOKIE_SECONDS } from '../session-rules';
import type { SignedIn } from '../start-login-session';
import type { LinkAttempt } from './begin-link';

const NAME = 'twelvefold.link';
/** The other service's page may ask for a password and a second factor. */
const SECONDS = 10 * 60;
/** Another key than the session's, so that neither cookie can stand in for the other. */
const SALT = 'twelvefold.link';

const AttemptSchema = z.object({
  provider: z.enum(['GOOGLE', 'TELEGRAM']),
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  userId: z.string().nullable(),
  returnTo: z.string(),
});

/** Keeps the attempt in this browser, encrypted. A newer attempt replaces an older one. */
export async function rememberLink(attempt: LinkAttempt): Promise<void> {
  const secret = requireEnv('AUTH_SECRET');
  const value = await encode({ token: attempt, secret, salt: SALT, maxAge: SECONDS });
  (await cookies()).set(NAME, value, { ...cookieAttributes(), maxAge: SECONDS });
}

/** The attempt of this browser, once: the cookie is gone after it. Null for none, a forged or an old one. */
export async function takeLink(): Promise<LinkAttempt | null> {
  const jar = await cookies();
  const token = jar.get(NAME)?.value;
  if (token === undefined) return null;
  jar.delete(NAME);
  try {
    const secret = requireEnv('AUTH_SECRET');
    return AttemptSchema.parse(await decode({ token, secret, salt: SALT }));
  } catch {
    return null;
  }
}

/** Signs this browser in as the library's own ways do. */
export async function keepSession({ loginSessionId }: SignedIn): Promise<void> {
  const value = await sessionCookieValue(loginSessionId);
  const attributes = { ...cookieAttributes(), maxAge: COOKIE_SECONDS };
  (await cookies()).set(sessionCookieName(), value, attributes);
}
