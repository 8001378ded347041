import { cookies } from 'next/headers';
import { type Id, idSchema } from '@/lib/core/ids';
import { cookieAttributes } from './session-cookie';
import { SIGN_UP_LIFE_MS } from './sign-up-rules';

const NAME = 'twelvefold.sign-up';

/** Remembers in this browser which sign-up it started: only here can its code finish it. */
export async function rememberSignUp(id: Id<'signUp'>): Promise<void> {
  const maxAge = SIGN_UP_LIFE_MS / 1000;
  (await cookies()).set(NAME, id, { ...cookieAttributes(), maxAge });
}

export async function forgetSignUp(): Promise<void> {
  (await cookies()).delete(NAME);
}

/** The sign-up that this browser started; null when there is none or the cookie is not ours. */
export async function signUpOfBrowser(): Promise<Id<'signUp'> | null> {
  const parsed = idSchema('signUp').safeParse((await cookies()).get(NAME)?.value);
  return parsed.success ? parsed.data : null;
}
