import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { type Exchange, jsonReply, pageReply, type Reply, redirectReply } from '../exchange';
import { SANDBOX_OIDC_CLIENT_ID, SANDBOX_OIDC_CLIENT_SECRET } from '../keys';
import { html } from '../page';

/** Who signs in at a service here, with the claims that the service would send. */
type Account = { key: string; shown: string; note: string; claims: Record<string, unknown> };

const ACCOUNTS: Record<'google' | 'telegram', readonly Account[]> = {
  google: [
    {
      key: 'marta',
      shown: 'Marta Shevchenko',
      note: 'marta@example.com, verified',
      claims: {
        sub: '110000000000000000001',
        email: 'marta@example.com',
        email_verified: true,
        name: 'Marta Shevchenko',
      },
    },
    {
      key: 'olena-demo',
      shown: 'Olena Demo',
      note: 'customer@twelvefold.example, verified: an address with an account here',
      claims: {
        sub: '110000000000000000002',
        email: 'customer@twelvefold.example',
        email_verified: true,
        name: 'Olena Demo',
      },
    },
    {
      key: 'unverified',
      shown: 'Jan Nowak',
      note: 'jan@example.com, not verified',
      claims: {
        sub: '110000000000000000003',
        email: 'jan@example.com',
        email_verified: false,
        name: 'Jan Nowak',
      },
    },
  ],
  telegram: [
    {
      key: 'olena',
      shown: 'Olena Koval',
      note: '@olena_koval',
      claims: {
        sub: 'tg-sub-1',
        id: 500100201,
        name: 'Olena Koval',
        preferred_username: 'olena_koval',
      },
    },
    {
      key: 'martin',
      shown: 'Martin',
      note: '@martin_reads',
      claims: {
        sub: 'tg-sub-2',
        id: 500100202,
        name: 'Martin',
        preferred_username: 'martin_reads',
      },
    },
  ],
};

type Grant = {
  service: keyof typeof ACCOUNTS;
  redirectUri: string;
  challenge: string;
  nonce: string;
  claims: Record<string, unknown>;
  untilMs: number;
};

/** Changes what a token says, for tests of what must be refused. */
export type TokenLie = { claims?: Record<string, unknown>; alg?: string; foreignKey?: boolean };

export type OidcWorld = {
  baseUrl: string;
  grants: Map<string, Grant>;
  /** The next token carries this. */
  lie: TokenLie | null;
};

const CODE_LIFE_MS = 60_000;
const TOKEN_SECONDS = 3600;
const KEY_ID = 'sandbox-key-1';
/** Made anew at every start, as tokens live only for a moment here. */
const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreignKey = generateKeyPairSync('rsa', { modulusLength: 2048 });

export function openOidcWorld(): OidcWorld {
  return { baseUrl: '', grants: new Map(), lie: null };
}

/** Both sign-in services, each an OpenID provider below /oidc/<name>. */
export function oidcReply(world: OidcWorld, exchange: Exchange): Reply | null {
  const parts = /^\/oidc\/(google|telegram)\/(.+)$/.exec(exchange.url.pathname);
  if (!parts) return null;
  const service = parts[1] as keyof typeof ACCOUNTS;
  const issuer = `${world.baseUrl}/oidc/${service}`;
  switch (`${exchange.method} ${parts[2]}`) {
    case 'GET .well-known/openid-configuration':
      return jsonReply(200, {
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks.json`,
        response_types_supported: ['code'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    case 'GET jwks.json': {
      const jwk = key.publicKey.export({ format: 'jwk' });
      return jsonReply(200, { keys: [{ ...jwk, kid: KEY_ID, use: 'sig', alg: 'RS256' }] });
    }
    case 'GET auth':
      return choose(service, exchange.url.searchParams);
    case 'POST auth':
      return grant(world, service, new URLSearchParams(exchange.body), exchange.url.searchParams);
    case 'POST token':
      return redeem(world, service, exchange);
    default:
      return null;
  }
}

function choose(service: keyof typeof ACCOUNTS, asked: URLSearchParams): Reply {
  const title = service === 'google' ? 'Sign in with Google' : 'Log in with Telegram';
  const problem = problemOf(asked);
  if (problem)
    return pageReply(400, title, html`<h1>${title}</h1><p class="notice bad">${problem}</p>`);
  const rows = ACCOUNTS[service].map(
    (account) =>
      html`<p><button class="wide quiet" name="account" value="${account.key}">${account.shown}<br><span class="soft small">${account.note}</span></button></p>`,
  );
  const body = html`<h1>${title}</h1><section class="sheet"><form method="post">${rows}
<p><button class="wide quiet" name="account" value="">Cancel</button></p></form></section>`;
  return pageReply(200, title, body);
}

function problemOf(asked: URLSearchParams): string | null {
  if (asked.get('client_id') !== SANDBOX_OIDC_CLIENT_ID) return 'This app is not registered here.';
  if (asked.get('response_type') !== 'code') return 'Only response_type=code is known.';
  if (asked.get('code_challenge_method') !== 'S256') return 'PKCE with S256 is needed.';
  const redirect = asked.get('redirect_uri') ?? '';
  const isLocal = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\//.test(redirect);
  return isLocal && asked.get('state') ? null : 'redirect_uri or state is missing.';
}

function grant(
  world: OidcWorld,
  service: keyof typeof ACCOUNTS,
  form: URLSearchParams,
  asked: URLSearchParams,
): Reply {
  if (problemOf(asked)) return choose(service, asked);
  const redirectUri = asked.get('redirect_uri') ?? '';
  const back = new URL(redirectUri);
  back.searchParams.set('state', asked.get('state') ?? '');
  const account = ACCOUNTS[service].find((one) => one.key === form.get('account'));
  if (!account) {
    back.searchParams.set('error', 'access_denied');
    return redirectReply(back.href);
  }
  const code = randomBytes(24).toString('base64url');
  world.grants.set(code, {
    service,
    redirectUri,
    challenge: asked.get('code_challenge') ?? '',
    nonce: asked.get('nonce') ?? '',
    claims: account.claims,
    untilMs: Date.now() + CODE_LIFE_MS,
  });
  back.searchParams.set('code', code);
  return redirectReply(back.href);
}

function redeem(world: OidcWorld, service: keyof typeof ACCOUNTS, exchange: Exchange): Reply {
  const pair = `${SANDBOX_OIDC_CLIENT_ID}:${SANDBOX_OIDC_CLIENT_SECRET}`;
  const wanted = `Basic ${Buffer.from(pair).toString('base64')}`;
  if (exchange.headers.authorization !== wanted) return jsonReply(401, { error: 'invalid_client' });
  const form = new URLSearchParams(exchange.body);
  const code = form.get('code') ?? '';
  const found = world.grants.get(code);
  // Used up by the first try, right or wrong.
  world.grants.delete(code);
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const isRight =
    found?.service === service &&
    found.untilMs > Date.now() &&
    found.redirectUri === form.get('redirect_uri') &&
    found.challenge === challenge;
  if (!found || !isRight) return jsonReply(400, { error: 'invalid_grant' });
  const idToken = makeToken(world, service, found);
  return jsonReply(200, { token_type: 'Bearer', expires_in: TOKEN_SECONDS, id_token: idToken });
}

function makeToken(world: OidcWorld, service: string, found: Grant): string {
  const { lie } = world;
  world.lie = null;
  const now = Math.floor(Date.now() / 1000);
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = encode({ alg: lie?.alg ?? 'RS256', kid: KEY_ID, typ: 'JWT' });
  const body = encode({
    iss: `${world.baseUrl}/oidc/${service}`,
    aud: SANDBOX_OIDC_CLIENT_ID,
    iat: now,
    exp: now + TOKEN_SECONDS,
    nonce: found.nonce,
    ...found.claims,
    ...lie?.claims,
  });
  const { privateKey } = lie?.foreignKey ? foreignKey : key;
  const signature = lie?.alg === 'none' ? '' : signed(`${head}.${body}`, privateKey);
  return `${head}.${body}.${signature}`;
}

function signed(text: string, privateKey: Parameters<typeof sign>[2]): string {
  return sign('sha256', Buffer.from(text), privateKey).toString('base64url');
}
