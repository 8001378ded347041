import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';

export const ProviderParamsSchema = z.strictObject({
  provider: z
    .enum(['google', 'telegram'])
    .transform((name) => (name === 'google' ? 'GOOGLE' : 'TELEGRAM')),
});
export const BeginLinkSchema = z.strictObject({ returnTo: z.string().max(500) });

/** What a service sends back with the browser: more than this it may add, and we do not look at it. */
export const CallbackSchema = z.object({
  state: z.string().max(300).default(''),
  code: z.string().max(2048).default(''),
});

export const LinkParamsSchema = z.strictObject({ linkId: idSchema('linkedAccount') });

export const LaunchSchema = z.strictObject({
  initData: z.string().min(1).max(4096),
  /**
   * What the person agreed to: nothing yet, to be signed in, or that an unknown Telegram account becomes an account here
   * or a part of the one that is signed in.
   */
  consent: z.enum(['none', 'enter', 'add']),
});
