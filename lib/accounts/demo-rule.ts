import { type Env, env } from '@/lib/core/env';

/** Demonstration accounts have passwords that are shown on a terminal: a real installation never lets them in. */
export function areDemoAccountsAllowed(
  settings: Pick<Env, 'NODE_ENV' | 'ALLOW_SANDBOX'> = env(),
): boolean {
  return settings.NODE_ENV !== 'production' || settings.ALLOW_SANDBOX;
}
