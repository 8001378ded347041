import type { Actor } from '@/lib/core/actor';
import { DomainError } from '@/lib/core/errors';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change by an admin who only looks with a customer's eyes.
 * @throws DomainError "account.read_only"
 */
export function requireOwnHands(method: string, actor: Actor): void {
  if (actor.lookedAtBy !== null && !SAFE_METHODS.has(method)) {
    throw new DomainError('account.read_only');
  }
}

/**
 * Refuses a state-changing request that does not prove that it comes from our own pages. Cookies travel with forged
 * requests too, so a missing Origin together with a missing Sec-Fetch-Site is refused as well.
 * @throws DomainError "request.foreign_origin"
 */
export function requireSameOrigin(request: { method: string; headers: Headers }): void {
  if (SAFE_METHODS.has(request.method)) return;
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const host = request.headers.get('host');
  if (origin !== null) {
    if (URL.canParse(origin) && new URL(origin).host === host) return;
    throw new DomainError('request.foreign_origin');
  }
  if (site === 'same-origin') return;
  throw new DomainError('request.foreign_origin');
}
