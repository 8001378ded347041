import type { NextAuthOptions, User } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { endSessionOfBrowser } from '@/lib/accounts/end-session-of-browser';
import { finishSignUp } from '@/lib/accounts/finish-sign-up';
import {
  areCookiesSecure,
  cookieAttributes,
  sessionCookieName,
} from '@/lib/accounts/session-cookie';
import { COOKIE_SECONDS } from '@/lib/accounts/session-rules';
import { signIn } from '@/lib/accounts/sign-in';
import { forgetSignUp, signUpOfBrowser } from '@/lib/accounts/sign-up-cookie';
import { speakLanguageOf } from '@/lib/accounts/speak-language-of';
import { startGuest } from '@/lib/accounts/start-guest';
import type { SignedIn } from '@/lib/accounts/start-login-session';
import { requireEnv } from '@/lib/core/env';
import { DomainError } from '@/lib/core/errors';
import { type Id, idSchema } from '@/lib/core/ids';
import { createLog } from '@/lib/core/log';
import type { Ctx } from '@/lib/db/context';
import { addressOf } from '@/lib/http/client-address';
import { requestCtx } from '@/lib/http/request-context';

const log = createLog('sign-in');

type From = { address: string; userAgent: string | null };
type Given = Record<string, string> | undefined;

/**
 * The sign-in edge: three ways in, one kind of cookie. The cookie only names a LoginSession row; who that is, and
 * whether it still counts, is read from the database on every request (actorOfCookie).
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: requireEnv('AUTH_SECRET'),
    session: { strategy: 'jwt', maxAge: COOKIE_SECONDS },
    jwt: { maxAge: COOKIE_SECONDS },
    useSecureCookies: areCookiesSecure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieAttributes() } },
    pages: { signIn: '/sign-in', signOut: '/account', error: '/sign-in' },
    providers: [
      way('guest', (ctx, _given, from) => startGuest(ctx, from)),
      way('password', async (ctx, given, from) => {
        const { email = '', password = '' } = given ?? {};
        const signedIn = await signIn(ctx, { email, password, ...from });
        await speakLanguageOf(ctx, signedIn.userId);
        return signedIn;
      }),
      way('sign-up', async (ctx, given, from) => {
        const signUpId = await signUpOfBrowser();
        const signedIn = await finishSignUp(ctx, { signUpId, code: given?.code ?? '', ...from });
        await forgetSignUp();
        return signedIn;
      }),
    ],
    callbacks: {
      // Nothing about the person: what a browser may know of them is asked of our own routes.
      jwt: ({ token, user }) => ({ sid: user ? (user as Carried).sid : token.sid }),
    },
    events: {
      signOut: async ({ token }) => {
        const sid = idSchema('loginSession').safeParse(token?.sid);
        if (sid.success) await endSessionOfBrowser(await requestCtx('public'), sid.data);
      },
    },
    logger: {
      error: (code, metadata) =>
        log.error('next-auth', metadata instanceof Error ? metadata : metadata.error, { code }),
      warn: (code) => log.warn('next-auth', { code }),
      debug: () => undefined,
    },
    debug: false,
  };
}

type Carried = User & { sid: Id<'loginSession'> };

/** One way to sign in. A refusal travels to the browser as its code and parameters, and nothing else does. */
function way(id: string, run: (ctx: Ctx, given: Given, from: From) => Promise<SignedIn>) {
  return CredentialsProvider({
    id,
    name: id,
    credentials: {},
    authorize: async (given, request): Promise<Carried> => {
      try {
        const headers = new Headers(request.headers as Record<string, string>);
        const from = { address: addressOf(headers), userAgent: headers.get('user-agent') };
        const signedIn = await run(await requestCtx('public'), given as Given, from);
        return { id: signedIn.userId, sid: signedIn.loginSessionId };
      } catch (error) {
        throw new Error(refusalText(error));
      }
    },
  });
}

function refusalText(error: unknown): string {
  if (error instanceof DomainError) {
    return JSON.stringify({ code: error.code, params: error.params });
  }
  log.error('unexpected failure', error);
  return JSON.stringify({ code: 'server.unexpected', params: {} });
}
