/**
 * Keys of the sandbox's Stripe. They open nothing but the sandbox, which listens on loopback only, so they are
 * constants: production processes refuse the sandbox unless ALLOW_SANDBOX is set.
 */
export const SANDBOX_STRIPE_KEY = 'sk_test_sandbox';
export const SANDBOX_STRIPE_WEBHOOK_SECRET = 'whsec_sandbox_twelvefold';
/** The key and user id of the sandbox's fal. */
export const SANDBOX_FAL_KEY = 'sandbox-fal-key:sandbox-fal-secret';
export const SANDBOX_FAL_USER_ID = 'sandbox-user';
