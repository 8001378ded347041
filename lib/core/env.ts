import { z } from 'zod';

const optional = z
  .string()
  .optional()
  .transform((value) => (value?.trim() ? value.trim() : undefined));

const flag = optional.transform((value) => value === '1' || value === 'true');

const EnvSchema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    /** PostgreSQL to use; `npm run up` starts an embedded one when this is empty. */
    DATABASE_URL: optional,
    /** Where customers reach the app, e.g. https://twelvefold.example; used in mails and redirects. */
    APP_URL: optional,
    PORT: optional.transform((value) => (value === undefined ? 3000 : Number(value))),
    /** Signs sign-in cookies and links. At least 32 characters. */
    AUTH_SECRET: optional,
    /** Folder of the embedded database, the files and the secrets of this installation. */
    DATA_DIR: optional.transform((value) => value ?? '.data'),
    /** Set when a proxy in front sets X-Forwarded-For; else rate limits use the socket address only. */
    TRUST_PROXY: flag,
    /** Lets a production process use the sandbox for services without keys. Never with real customers. */
    ALLOW_SANDBOX: flag,
    SANDBOX_URL: optional,
    SANDBOX_SMTP_URL: optional,
    STRIPE_SECRET_KEY: optional,
    STRIPE_WEBHOOK_SECRET: optional,
    /** Key of fal.ai, which learns faces and paints pictures. */
    FAL_KEY: optional,
    /** Our user id at fal.ai: webhooks signed for somebody else are refused. */
    FAL_USER_ID: optional,
    /** Merchant token of Monobank's acquiring. */
    MONOBANK_TOKEN: optional,
    /** The bot: messages, the Mini App and Telegram Stars. */
    TELEGRAM_BOT_TOKEN: optional,
    /** Its name without "@". */
    TELEGRAM_BOT_NAME: optional,
    /** What Telegram sends in X-Telegram-Bot-Api-Secret-Token with every update. */
    TELEGRAM_WEBHOOK_SECRET: optional,
    /** "Log In with Telegram" (OpenID Connect); not the bot's token. */
    TELEGRAM_CLIENT_ID: optional,
    TELEGRAM_CLIENT_SECRET: optional,
    GOOGLE_CLIENT_ID: optional,
    GOOGLE_CLIENT_SECRET: optional,
    NOVA_POSHTA_KEY: optional,
    /** Key of prodigi.com's print API. */
    PRODIGI_KEY: optional,
    TURBOSMS_TOKEN: optional,
    /** The name that a text message shows as its sender. */
    TURBOSMS_SENDER: optional,
    SMTP_URL: optional,
    MAIL_FROM: optional.transform((value) => value ?? 'Twelvefold <hello@twelvefold.example>'),
    S3_ENDPOINT: optional,
    S3_REGION: optional,
    S3_BUCKET: optional,
    S3_ACCESS_KEY_ID: optional,
    S3_SECRET_ACCESS_KEY: optional,
  })
  .superRefine((value, context) => {
    const group = (name: string, keys: (keyof typeof value)[]) => {
      const given = keys.filter((key) => value[key] !== undefined);
      if (given.length > 0 && given.length < keys.length) {
        const missing = keys.filter((key) => value[key] === undefined);
        context.addIssue({ code: 'custom', message: `${name}: also set ${missing.join(', ')}` });
      }
    };
    group('Stripe', ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET']);
    group('fal.ai', ['FAL_KEY', 'FAL_USER_ID']);
    group('Telegram', ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_BOT_NAME', 'TELEGRAM_WEBHOOK_SECRET']);
    group('Telegram sign-in', ['TELEGRAM_CLIENT_ID', 'TELEGRAM_CLIENT_SECRET']);
    group('Google sign-in', ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET']);
    group('TurboSMS', ['TURBOSMS_TOKEN', 'TURBOSMS_SENDER']);
    group('S3', ['S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']);
    if (!Number.isInteger(value.PORT) || value.PORT < 1 || value.PORT > 65535) {
      context.addIssue({ code: 'custom', message: 'PORT is a number from 1 to 65535' });
    }
    if (value.AUTH_SECRET !== undefined && value.AUTH_SECRET.length < 32) {
      context.addIssue({ code: 'custom', message: 'AUTH_SECRET needs at least 32 characters' });
    }
    if (value.NODE_ENV === 'production' && !value.ALLOW_SANDBOX) {
      for (const key of ['SANDBOX_URL', 'SANDBOX_SMTP_URL'] as const) {
        if (value[key]) {
          context.addIssue({
            code: 'custom',
            message: `${key} points at the sandbox, which production refuses: set real keys, or ALLOW_SANDBOX=1 for a demonstration`,
          });
        }
      }
    }
  });

export type Env = z.output<typeof EnvSchema>;

/** Reads the environment; throws one Error that names every key to mend. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = EnvSchema.safeParse(source);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) =>
    issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message,
  );
  throw new Error(`The environment is not usable:\n- ${lines.join('\n- ')}`);
}

export const ENV_KEYS = Object.keys(EnvSchema.shape) as (keyof Env)[];

let cached: Env | undefined;

/** The environment of this process, read once. The only reader of process.env outside the command line programs. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** For a value that this process cannot run without; the sentence says which key to set. */
export function requireEnv<K extends keyof Env>(key: K): NonNullable<Env[K]> {
  const value = env()[key];
  if (value === undefined || value === null || value === '') {
    throw new Error(`${key} is not set. See .env.example, or start with: npm run up`);
  }
  return value as NonNullable<Env[K]>;
}
