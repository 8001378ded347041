/**
 * Keys of the sandbox's Stripe. They open nothing but the sandbox, which listens on loopback only, so they are
 * constants: production processes refuse the sandbox unless ALLOW_SANDBOX is set.
 */
export const SANDBOX_STRIPE_KEY = 'sk_test_sandbox';
export const SANDBOX_STRIPE_WEBHOOK_SECRET = 'whsec_sandbox_twelvefold';
/** The merchant token of the sandbox's Monobank. */
export const SANDBOX_MONOBANK_TOKEN = 'sandbox-monobank-token';
/** The key and user id of the sandbox's fal. */
export const SANDBOX_FAL_KEY = 'sandbox-fal-key:sandbox-fal-secret';
export const SANDBOX_FAL_USER_ID = 'sandbox-user';
/** The sandbox's bot: token, name and what its updates carry. */
export const SANDBOX_TELEGRAM_TOKEN = '7000000001:sandbox-telegram-token';
export const SANDBOX_TELEGRAM_NAME = 'twelvefold_sandbox_bot';
export const SANDBOX_TELEGRAM_SECRET = 'sandbox-telegram-secret';
/** Its sign-in services, Google and Telegram alike. */
export const SANDBOX_OIDC_CLIENT_ID = 'twelvefold-sandbox';
export const SANDBOX_OIDC_CLIENT_SECRET = 'sandbox-oidc-secret';
/** The key of the sandbox's Prodigi. */
export const SANDBOX_PRODIGI_KEY = 'sandbox-prodigi-key';
export const SANDBOX_TURBOSMS_TOKEN = 'sandbox-turbosms-token';
/** The key of the sandbox's Nova Poshta, and who sends there: the account's company with branch 1 of Kyiv. */
export const SANDBOX_NOVA_POSHTA_KEY = 'sandbox-nova-poshta-key';
export const SANDBOX_NOVA_POSHTA_SENDER = {
  counterpartyRef: '0a367b92-cf0b-437d-ad89-960ee832d56f',
  counterpartyName: 'ФОП Дванадцять',
  contactRef: '49696f8a-ff6b-4224-af3d-a84004482c95',
  contactName: 'Студія Дванадцять',
  phone: '+380441234567',
  cityRef: '53c87498-086f-4ac1-a3b9-683868d0f09a',
  cityName: 'Київ',
  pointRef: '0ca723b5-8ae0-4f7c-abb8-fe9827ab8463',
  pointName: 'Відділення №1: вул. Шевченка, 1',
} as const;
