import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** A DER signature of P-256 has at most 72 bytes; in base64 that is 96 characters. */
const SIGNATURE_LENGTH_MAX = 128;
/** Forged calls must not make us ask the bank over and over. */
const REFETCH_PAUSE_MS = 60_000;

/** The bank's public key for webhooks: asked for once, and once more when a signature does not fit any longer. */
export class SigningKey {
  private readonly fetchKey: () => Promise<string>;
  private key: KeyObject | undefined;
  private running: Promise<KeyObject> | undefined;
  private refetchedAtMs = 0;

  /** @param fetchKey gives the key as the API does: base64 of a PEM, or of the DER inside */
  constructor(fetchKey: () => Promise<string>) {
    this.fetchKey = fetchKey;
  }

  /**
   * Whether the bank signed exactly this body (ECDSA, P-256, SHA-256, DER in base64).
   * @throws what `fetchKey` throws when the key is needed and cannot be had
   */
  async hasSigned(rawBody: string, signature: string): Promise<boolean> {
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(signature) || signature.length > SIGNATURE_LENGTH_MAX) {
      return false;
    }
    if (this.key === undefined) return isSignedWith(await this.load(), rawBody, signature);
    if (isSignedWith(this.key, rawBody, signature)) return true;
    if (this.running === undefined) {
      if (Date.now() - this.refetchedAtMs < REFETCH_PAUSE_MS) return false;
      this.refetchedAtMs = Date.now();
    }
    return isSignedWith(await this.load(), rawBody, signature);
  }

  private load(): Promise<KeyObject> {
    this.running ??= this.fetchKey()
      .then((text) => {
        this.key = readPublicKey(text);
        return this.key;
      })
      .finally(() => {
        this.running = undefined;
      });
    return this.running;
  }
}

export function readPublicKey(base64: string): KeyObject {
  const bytes = Buffer.from(base64, 'base64');
  const isPem = bytes.toString('latin1').startsWith('-----BEGIN');
  return isPem
    ? createPublicKey(bytes)
    : createPublicKey({ key: bytes, format: 'der', type: 'spki' });
}

export function isSignedWith(key: KeyObject, rawBody: string, signature: string): boolean {
  return verify('sha256', Buffer.from(rawBody, 'utf8'), key, Buffer.from(signature, 'base64'));
}
