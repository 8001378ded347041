import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import type { VerifiedModelEvent } from '@/lib/providers/ports/model-queue';
import { parseJson } from '../read-answer';
import { askJson, unavailable } from './fal-http';

/** fal.ai/docs, "Webhooks": five minutes of difference between the clocks, keys kept for a day at most. */
const CLOCK_TOLERANCE_SECONDS = 300;
const KEYS_MAX_AGE_MS = 24 * 60 * 60 * 1000;
/** Keys are fetched again for a signature that none of them made, but strangers must not make us do so all the time. */
const REFETCH_PAUSE_MS = 60_000;
const KEYS_TIMEOUT_MS = 10_000;

const KeysSchema = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), crv: z.string().optional(), x: z.string() })),
});
const BodySchema = z.object({
  request_id: z.string().min(1).max(200),
  gateway_request_id: z.string().nullish(),
  status: z.enum(['OK', 'ERROR']),
});

/** Tells fal's calls from everybody else's, over the bytes as they came. */
export class FalEvents {
  private readonly keysUrl: string;
  private readonly userId: string;
  private keys: KeyObject[] = [];
  private fetchedAt = Number.NEGATIVE_INFINITY;
  private fetching: Promise<void> | null = null;

  constructor(restUrl: string, userId: string) {
    this.keysUrl = `${restUrl}/.well-known/jwks.json`;
    this.userId = userId;
  }

  /** @throws DomainError "webhook.bad_signature", or "model.unavailable" when the keys cannot be had */
  async verify(rawBody: Buffer, headers: Headers): Promise<VerifiedModelEvent> {
    const requestId = headers.get('x-fal-webhook-request-id') ?? '';
    const userId = headers.get('x-fal-webhook-user-id') ?? '';
    const timestamp = headers.get('x-fal-webhook-timestamp') ?? '';
    const signature = headers.get('x-fal-webhook-signature') ?? '';
    if (!requestId || !/^\d{1,12}$/.test(timestamp) || !/^[0-9a-f]{128}$/i.test(signature)) {
      throw refused('headers are missing');
    }
    // fal signs for all of its customers with the same keys: only what is said to be ours counts.
    if (userId !== this.userId) throw refused('it is for somebody else');
    if (Math.abs(Date.now() / 1000 - Number(timestamp)) > CLOCK_TOLERANCE_SECONDS) {
      throw refused('it is too old');
    }
    const digest = createHash('sha256').update(rawBody).digest('hex');
    const message = Buffer.from([requestId, userId, timestamp, digest].join('\n'));
    await this.requireSigned(message, Buffer.from(signature, 'hex'));
    const body = BodySchema.safeParse(parseJson(rawBody.toString('utf8')));
    if (!body.success) throw refused('its body says nothing we know');
    const ids = [body.data.request_id, body.data.gateway_request_id];
    if (!ids.includes(requestId)) throw refused('its body is about another request');
    return { requestId: body.data.request_id, status: body.data.status };
  }

  private async requireSigned(message: Buffer, signature: Buffer): Promise<void> {
    const isSigned = () => this.keys.some((key) => verify(null, message, key, signature));
    const age = Date.now() - this.fetchedAt;
    if (age > KEYS_MAX_AGE_MS) await this.fetchKeys();
    if (isSigned()) return;
    // Perhaps made with a key that is newer than ours.
    if (age <= KEYS_MAX_AGE_MS && age > REFETCH_PAUSE_MS) {
      await this.fetchKeys().catch(() => undefined);
      if (isSigned()) return;
    }
    throw refused('the signature is not one of theirs');
  }

  private fetchKeys(): Promise<void> {
    this.fetching ??= this.readKeys().finally(() => {
      this.fetching = null;
    });
    return this.fetching;
  }

  private async readKeys(): Promise<void> {
    const headers = { accept: 'application/json' };
    const init = { method: 'GET', headers, timeoutMs: KEYS_TIMEOUT_MS };
    const { status, body } = await askJson(this.keysUrl, init);
    const parsed = KeysSchema.safeParse(body);
    if (status !== 200 || !parsed.success) {
      throw unavailable(new Error(`HTTP ${status} for the keys of webhooks`));
    }
    const keys = parsed.data.keys.flatMap(({ kty, crv, x }) => {
      if (kty !== 'OKP' || crv !== 'Ed25519') return [];
      try {
        return [createPublicKey({ key: { kty, crv, x }, format: 'jwk' })];
      } catch {
        // One key that cannot be read must not cost us the others.
        return [];
      }
    });
    if (keys.length === 0) throw unavailable(new Error('no Ed25519 key for webhooks'));
    this.keys = keys;
    this.fetchedAt = Date.now();
  }
}

function refused(reason: string): DomainError {
  return new DomainError('webhook.bad_signature', {}, { cause: new Error(reason) });
}
