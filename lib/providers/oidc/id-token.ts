import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';

/** Clocks differ a little. */
const SKEW_SECONDS = 60;

export type Jwk = JsonWebKey & { kid?: string };

const ClaimsSchema = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  exp: z.number(),
  iat: z.number(),
  nonce: z.string().optional(),
});
export type Claims = z.output<typeof ClaimsSchema>;

/**
 * Signatures that are taken, each with the kind of key that it needs: a token cannot choose how it is checked. "none" and
 * the shared-secret kinds are not among them (RFC 8725, 3.1).
 */
const ALGORITHMS: Record<string, { keyType: string; hash: string | null } | undefined> = {
  RS256: { keyType: 'RSA', hash: 'sha256' },
  ES256: { keyType: 'EC', hash: 'sha256' },
  EdDSA: { keyType: 'OKP', hash: null },
};

/**
 * The claims of an identity token, checked as OpenID Connect Core 3.1.3.7 demands.
 * @throws DomainError "link.failed"
 */
export async function readIdToken(
  token: string,
  wanted: {
    issuers: readonly string[];
    audience: string;
    nonce: string;
    now: Date;
    keyOf: (kid: string) => Promise<Jwk | null>;
  },
): Promise<Claims> {
  const [head = '', body = '', signature = '', ...rest] = token.split('.');
  const header = z.object({ alg: z.string(), kid: z.string() }).safeParse(jsonOf(head));
  const claims = ClaimsSchema.safeParse(jsonOf(body));
  if (rest.length > 0 || !header.success || !claims.success) throw refused('it cannot be read');
  const algorithm = ALGORITHMS[header.data.alg];
  const key = algorithm && (await wanted.keyOf(header.data.kid));
  if (!key || key.kty !== algorithm.keyType) throw refused('its key is not known');
  const isSigned = verify(
    algorithm.hash,
    Buffer.from(`${head}.${body}`),
    { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned) throw refused('its signature is wrong');
  const { iss, aud, azp, exp, iat, nonce } = claims.data;
  const audiences = typeof aud === 'string' ? [aud] : aud;
  const seconds = wanted.now.getTime() / 1000;
  if (!wanted.issuers.includes(iss)) throw refused('another issuer made it');
  if (!audiences.includes(wanted.audience)) throw refused('it is for somebody else');
  if ((audiences.length > 1 || azp !== undefined) && azp !== wanted.audience) {
    throw refused('it was given to somebody else');
  }
  if (exp < seconds - SKEW_SECONDS || iat > seconds + SKEW_SECONDS) throw refused('it has expired');
  if (nonce !== wanted.nonce) throw refused('it is of another attempt');
  return claims.data;
}

function refused(why: string): DomainError {
  return new DomainError('link.failed', {}, { cause: new Error(`The identity token: ${why}`) });
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
