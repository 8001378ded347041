import { createHmac, timingSafeEqual } from 'node:crypto';

/** Longer than any of ours is: not even looked at. */
const TOKEN_MAX_LENGTH = 1000;

/**
 * A text for an address that only we can have made: the payload as it is, and its signature.
 * @param purpose keeps a token for one thing from opening another
 */
export function signToken(purpose: string, payload: object, secret: string): string {
  const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${text}.${signatureOf(purpose, text, secret)}`;
}

/** The payload of a token that signToken made with the same purpose and secret; null for every other text. */
export function openToken(purpose: string, token: string, secret: string): unknown {
  const [payload = '', signature = '', ...rest] = token.slice(0, TOKEN_MAX_LENGTH).split('.');
  const wanted = Buffer.from(signatureOf(purpose, payload, secret));
  const given = Buffer.from(signature);
  if (rest.length > 0 || given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    return null;
  }
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}

function signatureOf(purpose: string, payload: string, secret: string): string {
  return createHmac('sha256', secret).update(`${purpose}:${payload}`).digest('base64url');
}
