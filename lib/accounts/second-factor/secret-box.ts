import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { requireEnv } from '@/lib/core/env';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Closes a secret so that a copy of the table opens nothing: AES-256-GCM, bound to whose it is. */
export function closeBox(secret: Buffer, userId: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', boxKey(), nonce).setAAD(Buffer.from(userId));
  const closed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64url');
}

/** @throws Error when it was closed for somebody else, or with another AUTH_SECRET */
export function openBox(box: string, userId: string): Buffer {
  const bytes = Buffer.from(box, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', boxKey(), bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(userId));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([
    decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
    decipher.final(),
  ]);
}

function boxKey(): Buffer {
  return Buffer.from(hkdfSync('sha256', requireEnv('AUTH_SECRET'), '', 'second-factor', 32));
}
