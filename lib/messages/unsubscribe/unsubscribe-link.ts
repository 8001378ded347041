import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { requireEnv } from '@/lib/core/env';
import { DomainError } from '@/lib/core/errors';
import { type Id, idSchema } from '@/lib/core/ids';
import { canUnsubscribe, MESSAGE_KIND_NAMES, type MessageKind } from '../kinds';

const WishSchema = z.strictObject({
  userId: idSchema('user'),
  kind: z.enum(MESSAGE_KIND_NAMES).refine(canUnsubscribe),
});

/** Longer than any token of ours is: not even looked at. */
const TOKEN_MAX_LENGTH = 400;

/** Where mail programs press for their reader (RFC 8058). */
export function oneClickUrl(userId: string, kind: MessageKind): string {
  const url = new URL('/api/webhooks/unsubscribe', requireEnv('APP_URL'));
  url.searchParams.set('token', tokenOf(userId, kind));
  return url.href;
}

/**
 * The link in a letter that takes its reader off this kind. Works without signing in and for ever: a link that died
 * would keep somebody on a list that they want to leave. It opens nothing else.
 */
export function unsubscribeUrl(userId: string, kind: MessageKind): string {
  return new URL(`/unsubscribe/${tokenOf(userId, kind)}`, requireEnv('APP_URL')).href;
}

function tokenOf(userId: string, kind: MessageKind): string {
  const payload = Buffer.from(JSON.stringify({ userId, kind })).toString('base64url');
  return `${payload}.${signatureOf(payload)}`;
}

/** @throws DomainError "request.not_found" for a link that we did not make */
export function readUnsubscribeToken(token: string): { userId: Id<'user'>; kind: MessageKind } {
  const [payload = '', signature = '', ...rest] = token.slice(0, TOKEN_MAX_LENGTH).split('.');
  const wanted = Buffer.from(signatureOf(payload));
  const given = Buffer.from(signature);
  const isOurs =
    rest.length === 0 && given.length === wanted.length && timingSafeEqual(given, wanted);
  if (!isOurs) throw new DomainError('request.not_found');
  return WishSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
}

function signatureOf(payload: string): string {
  return createHmac('sha256', requireEnv('AUTH_SECRET'))
    .update(`unsubscribe:${payload}`)
    .digest('base64url');
}
