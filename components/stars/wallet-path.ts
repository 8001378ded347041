/** The wallet, with the way back to where the person was. */
export function walletPath(returnTo?: string): string {
  return returnTo ? `/account/stars?returnTo=${encodeURIComponent(returnTo)}` : '/account/stars';
}
