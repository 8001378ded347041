import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import type { IdentityProvider } from '@/lib/providers/ports/identity-provider';
import type { Claims } from './id-token';
import { OidcProvider } from './oidc-provider';

type Keys = { clientId: string; clientSecret: string; issuer?: string };

/** Google's accounts (developers.google.com/identity/openid-connect). */
export function googleIdentity({ clientId, clientSecret, issuer }: Keys): IdentityProvider {
  return new OidcProvider({
    issuer: issuer ?? 'https://accounts.google.com',
    otherIssuers: issuer ? [] : ['accounts.google.com'],
    clientId,
    clientSecret,
    scope: 'openid email profile',
    extra: { prompt: 'select_account' },
    toPerson: (claims) => {
      const { email, email_verified: isVerified, name } = textClaims(claims);
      return {
        externalId: claims.sub,
        label: email ?? '',
        name: name ?? null,
        // An address that Google has not verified could be anybody's.
        email: isVerified && email !== undefined ? email : null,
      };
    },
  });
}

/** "Log In with Telegram" (core.telegram.org/bots/telegram-login). It vouches for no address. */
export function telegramIdentity({ clientId, clientSecret, issuer }: Keys): IdentityProvider {
  return new OidcProvider({
    issuer: issuer ?? 'https://oauth.telegram.org',
    clientId,
    clientSecret,
    scope: 'openid profile',
    toPerson: (claims) => {
      // The bot knows people by the numeric id; "sub" may be another value.
      const id = z.union([z.string(), z.number()]).safeParse(claims.id);
      if (!id.success || !/^\d{1,19}$/.test(String(id.data))) throw new DomainError('link.failed');
      const { preferred_username: username, name } = textClaims(claims);
      return {
        externalId: String(id.data),
        label: username ? `@${username}` : (name ?? ''),
        name: name ?? null,
        email: null,
      };
    },
  });
}

const TextClaimsSchema = z.object({
  email: z.string().optional().catch(undefined),
  email_verified: z
    .union([z.boolean(), z.literal('true')])
    .optional()
    .catch(undefined),
  name: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
});

function textClaims(claims: Claims): z.output<typeof TextClaimsSchema> {
  return TextClaimsSchema.parse(claims);
}
