import { createHash, createHmac } from 'node:crypto';
import { requireEnv } from '@/lib/core/env';

/** What a link opens. A key made for one purpose opens nothing of the other. */
export type LinkPurpose = 'share' | 'dates';

/**
 * The secret part of a link to a row: 43 characters, made from the row's id and the installation's secret, so that its
 * owner can be shown it again while the database alone cannot tell it.
 */
export function linkKeyOf(purpose: LinkPurpose, id: string): string {
  return createHmac('sha256', requireEnv('AUTH_SECRET'))
    .update(`link:${purpose}:${id}`)
    .digest('base64url');
}

/** What is stored of a key, and looked up. A hash of 256 random bits needs no salt. */
export function linkKeyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
