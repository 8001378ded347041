import { requireEnv } from '@/lib/core/env';

/** A page of ours as an absolute address, for mails. @throws Error when APP_URL is not set */
export function appLink(path: `/${string}`): string {
  return new URL(path, requireEnv('APP_URL')).href;
}
