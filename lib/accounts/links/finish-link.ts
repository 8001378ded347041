import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import type { LinkedProvider } from '@/lib/db/generated/client';
import type { Locale } from '@/lib/i18n/locales';
import { isSameHash } from '../secrets';
import { callbackOf, type LinkAttempt } from './begin-link';
import { type Entered, enterElsewhere } from './enter-elsewhere';

/**
 * Takes the browser back from another service. It must be the browser, and the person in it, that began: a link that
 * somebody else made to be clicked ends here.
 * @param attempt what the browser's cookie says; null without one
 * @throws DomainError "link.failed", and what enterElsewhere refuses
 */
export async function finishLink(
  ctx: Ctx,
  input: {
    provider: LinkedProvider;
    attempt: LinkAttempt | null;
    state: string;
    code: string;
    userAgent: string | null;
    locale: Locale;
  },
): Promise<Entered> {
  const { attempt, provider } = input;
  const isOurs =
    attempt?.provider === provider &&
    attempt.userId === ctx.actor.userId &&
    isSameHash(attempt.state, input.state);
  const service = ctx.providers.identities[provider];
  if (!attempt || !isOurs || !service || input.code === '') throw new DomainError('link.failed');
  const person = await service.finish({
    redirectUri: callbackOf(provider),
    code: input.code,
    codeVerifier: attempt.codeVerifier,
    nonce: attempt.nonce,
  });
  return enterElsewhere(ctx, { ...input, person });
}
