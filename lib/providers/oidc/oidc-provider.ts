import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import type { IdentityProvider, VouchedPerson } from '@/lib/providers/ports/identity-provider';
import { parseJson, readText } from '../read-answer';
import { type Claims, type Jwk, readIdToken } from './id-token';

const TIMEOUT_MS = 8_000;
/** Keys and discovery documents are a few kilobytes. */
const ANSWER_MAX_BYTES = 512 * 1024;
const DOCUMENT_AGE_MAX_MS = 60 * 60_000;
/** Keys that do not know a token's key id are fetched again, but not for every token that somebody makes up. */
const KEYS_PAUSE_MS = 60_000;

const DiscoverySchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});
type Discovery = z.output<typeof DiscoverySchema>;

const KeysSchema = z.object({ keys: z.array(z.looseObject({ kid: z.string().optional() })) });
const TokenSchema = z.object({ id_token: z.string().max(16_384) });

export type OidcOptions = {
  /** Discovery is read from here. */
  issuer: string;
  /** Other spellings of the issuer in tokens, as Google's without the scheme. */
  otherIssuers?: readonly string[];
  clientId: string;
  clientSecret: string;
  scope: string;
  /** Added to the address that the browser is sent to. */
  extra?: Readonly<Record<string, string>>;
  toPerson: (claims: Claims) => VouchedPerson;
  now?: () => Date;
};

/** A relying party of OpenID Connect: authorization code with PKCE (S256), state and nonce; the identity token is checked. */
export class OidcProvider implements IdentityProvider {
  private readonly options: OidcOptions;
  private discovery: { document: Discovery; atMs: number } | undefined;
  private keys: { keys: Jwk[]; atMs: number } | undefined;

  constructor(options: OidcOptions) {
    this.options = options;
  }

  async startUrl(attempt: Parameters<IdentityProvider['startUrl']>[0]): Promise<string> {
    const { authorization_endpoint } = await this.discover();
    const url = new URL(authorization_endpoint);
    const parameters = {
      response_type: 'code',
      client_id: this.options.clientId,
      redirect_uri: attempt.redirectUri,
      scope: this.options.scope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: attempt.codeChallenge,
      code_challenge_method: 'S256',
      ...this.options.extra,
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url.href;
  }

  async finish(attempt: Parameters<IdentityProvider['finish']>[0]): Promise<VouchedPerson> {
    const { clientId, clientSecret, issuer, otherIssuers = [] } = this.options;
    const { token_endpoint } = await this.discover();
    // RFC 6749, 2.3.1: both halves are form-encoded before they are joined.
    const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
    const answer = await askJson(token_endpoint, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: attempt.code,
        redirect_uri: attempt.redirectUri,
        code_verifier: attempt.codeVerifier,
        client_id: clientId,
      }).toString(),
    });
    const token = TokenSchema.safeParse(answer);
    if (!token.success) throw new DomainError('link.failed', {}, { cause: token.error });
    const claims = await readIdToken(token.data.id_token, {
      issuers: [issuer, ...otherIssuers],
      audience: clientId,
      nonce: attempt.nonce,
      now: this.now(),
      keyOf: (kid) => this.keyOf(kid),
    });
    return this.options.toPerson(claims);
  }

  private now(): Date {
    return this.options.now?.() ?? new Date();
  }

  private async discover(): Promise<Discovery> {
    const atMs = this.now().getTime();
    if (this.discovery && atMs - this.discovery.atMs < DOCUMENT_AGE_MAX_MS) {
      return this.discovery.document;
    }
    const { issuer } = this.options;
    const answer = await askJson(`${issuer}/.well-known/openid-configuration`, { method: 'GET' });
    const document = DiscoverySchema.safeParse(answer);
    // OpenID Connect Discovery 4.3: a document that speaks for another issuer is not this one's.
    if (!document.success || document.data.issuer !== issuer) throw new DomainError('link.failed');
    this.discovery = { document: document.data, atMs };
    return document.data;
  }

  private async keyOf(kid: string): Promise<Jwk | null> {
    const find = () => this.keys?.keys.find((key) => key.kid === kid) ?? null;
    const atMs = this.now().getTime();
    const age = this.keys ? atMs - this.keys.atMs : Number.POSITIVE_INFINITY;
    const isFresh = age < (find() ? DOCUMENT_AGE_MAX_MS : KEYS_PAUSE_MS);
    if (isFresh) return find();
    const { jwks_uri } = await this.discover();
    const answer = KeysSchema.safeParse(await askJson(jwks_uri, { method: 'GET' }));
    if (!answer.success) throw new DomainError('link.failed', {}, { cause: answer.error });
    this.keys = { keys: answer.data.keys as Jwk[], atMs };
    return find();
  }
}

/** Null for a refusal: the services explain one in words that are of no use to a person. */
async function askJson(
  url: string,
  init: { method: string; headers?: Record<string, string>; body?: string },
): Promise<unknown> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await readText(response.body, ANSWER_MAX_BYTES);
    return response.ok ? parseJson(text) : null;
  } catch (cause) {
    throw new DomainError('link.failed', {}, { cause });
  }
}
