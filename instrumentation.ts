/** Next calls this once in every server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { env } = await import('@/lib/core/env');
  const { readSocketAddresses } = await import('@/lib/http/client-address');
  readSocketAddresses();
  // next-auth knows where it is reached by this name alone.
  const { APP_URL } = env();
  if (APP_URL) process.env.NEXTAUTH_URL = APP_URL;
}
