import { getLocale } from 'next-intl/server';
import { finishLink } from '@/lib/accounts/links/finish-link';
import { keepSession, takeLink } from '@/lib/accounts/links/link-cookie';
import { CallbackSchema, ProviderParamsSchema } from '@/lib/accounts/links/schema';
import { speakLanguageOf } from '@/lib/accounts/speak-language-of';
import { isAdmitted } from '@/lib/core/actor';
import { DomainError, type ErrorCode } from '@/lib/core/errors';
import { createLog } from '@/lib/core/log';
import type { Ctx } from '@/lib/db/context';
import { defineRoute } from '@/lib/http/define-route';
import type { Locale } from '@/lib/i18n/locales';

const log = createLog('sign-in');

/** A browser comes back from another service: it always gets a page, never an error of ours in JSON. */
export const GET = defineRoute({
  access: 'public',
  params: ProviderParamsSchema,
  query: CallbackSchema,
  output: 'response',
  run: async (ctx, { params, query, request }) => {
    const attempt = await takeLink();
    try {
      const entered = await finishLink(ctx, {
        ...params,
        ...query,
        attempt,
        userAgent: request.headers.get('user-agent'),
        locale: (await getLocale()) as Locale,
      });
      if (entered.kind === 'connected') return redirectTo('/account/links?connected=1');
      await keepSession(entered.session);
      await speakLanguageOf(ctx, entered.session.userId);
      return redirectTo(attempt?.returnTo ?? '/calendars');
    } catch (error) {
      return redirectTo(refusalPage(ctx, codeOf(error), attempt?.returnTo));
    }
  },
});

function redirectTo(path: string): Response {
  const headers = { location: path, 'cache-control': 'private, no-store' };
  return new Response(null, { status: 303, headers });
}

function codeOf(error: unknown): ErrorCode {
  if (error instanceof DomainError) return error.code;
  log.error('unexpected failure', error);
  return 'server.unexpected';
}

function refusalPage(ctx: Ctx, code: ErrorCode, returnTo = '/calendars'): string {
  const search = new URLSearchParams({ problem: code });
  if (isAdmitted(ctx.actor, 'customer')) return `/account/links?${search}`;
  // Whoever signs in now is led to where the two can be connected.
  search.set('returnTo', code === 'link.sign_in_first' ? '/account/links' : returnTo);
  return `/sign-in?${search}`;
}
