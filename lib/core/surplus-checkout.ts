const MARK = '#';

/**
 * Names a second charge for one of Telegram's invoice links as a checkout of its own, by which it can be taken in and
 * given back.
 */
export function surplusCheckout(payload: string, charge: string): string {
  return `${payload}${MARK}${charge}`;
}

/** The link's payload, and the charge where it is a surplus one. */
export function checkoutParts(externalId: string): { payload: string; surplus: string | null } {
  const [payload = '', surplus = null] = externalId.split(MARK, 2);
  return { payload, surplus };
}
