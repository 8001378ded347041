import { createHash, createHmac } from 'node:crypto';
import { requireEnv } from './env';
import { encodeGiftCode } from './gift-code';

/**
 * The code of one certificate, made from its id and the installation's secret: its buyer and its mail can be shown it
 * again, while the database alone cannot tell it.
 */
export function giftCodeOf(certificateId: string): string {
  const mac = createHmac('sha256', requireEnv('AUTH_SECRET'))
    .update(`gift-certificate:${certificateId}`)
    .digest();
  return encodeGiftCode(mac);
}

/** What is stored of a code, and looked up. A hash of 80 random bits needs no salt. */
export function giftCodeHash(code: string): string {
  return createHash('sha256').update(`gift-certificate:${code}`).digest('hex');
}
