import { createHash } from 'node:crypto';
import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import type { LinkedProvider } from '@/lib/db/generated/client';
import { spendRateFor } from '@/lib/db/rate-counter';
import { appLink } from '../app-link';
import { RATES } from '../rates';
import { newLinkToken } from '../secrets';

/** One try to sign in elsewhere, kept by the browser that began it in a cookie that only we can read. */
export type LinkAttempt = {
  provider: LinkedProvider;
  state: string;
  nonce: string;
  codeVerifier: string;
  /** Who began it; null for nobody. Somebody else's session must not take its end. */
  userId: string | null;
  returnTo: string;
};

/** Where the service sends the browser back to; registered there. */
export function callbackOf(provider: LinkedProvider): string {
  return appLink(`/api/links/${provider.toLowerCase() as 'google' | 'telegram'}/callback`);
}

/**
 * Begins signing in, or connecting, at another service.
 * @throws DomainError "link.failed" when the service cannot be reached or has no key here, "request.rate_limited"
 */
export async function beginLink(
  ctx: Ctx,
  input: { provider: LinkedProvider; returnTo: string; address: string },
): Promise<{ url: string; attempt: LinkAttempt }> {
  await spendRateFor(ctx, RATES.linkByAddress, input.address);
  const service = ctx.providers.identities[input.provider];
  if (!service) throw new DomainError('link.failed');
  const attempt: LinkAttempt = {
    provider: input.provider,
    state: newLinkToken(),
    nonce: newLinkToken(),
    codeVerifier: newLinkToken(),
    userId: ctx.actor.userId,
    returnTo: input.returnTo,
  };
  const url = await service.startUrl({
    redirectUri: callbackOf(input.provider),
    state: attempt.state,
    nonce: attempt.nonce,
    codeChallenge: createHash('sha256').update(attempt.codeVerifier).digest('base64url'),
  });
  return { url, attempt };
}
