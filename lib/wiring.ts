import path from 'node:path';
import { type Env, env } from '@/lib/core/env';
import { FalQueue } from '@/lib/providers/fal/fal-queue';
import { SmtpMailer } from '@/lib/providers/mail/smtp-mailer';
import { MonobankGateway } from '@/lib/providers/monobank/monobank-gateway';
import { NovaPoshta } from '@/lib/providers/nova-poshta/nova-poshta';
import { googleIdentity, telegramIdentity } from '@/lib/providers/oidc/known-providers';
import type { Carriers } from '@/lib/providers/ports/carrier';
import type { FileStore } from '@/lib/providers/ports/file-store';
import type { Mailer } from '@/lib/providers/ports/mailer';
import type { ModelQueue } from '@/lib/providers/ports/model-queue';
import type { PaymentGateway } from '@/lib/providers/ports/payment-gateway';
import type { PrintHouses } from '@/lib/providers/ports/print-house';
import type { Providers } from '@/lib/providers/ports/providers';
import type { SmsSender } from '@/lib/providers/ports/sms-sender';
import { ProdigiGateway } from '@/lib/providers/prodigi/prodigi-gateway';
import { FolderStore } from '@/lib/providers/storage/folder-store';
import { S3Store } from '@/lib/providers/storage/s3-store';
import { StripeGateway } from '@/lib/providers/stripe/stripe-gateway';
import { openTelegram } from '@/lib/providers/telegram/open-telegram';
import { TurboSms } from '@/lib/providers/turbosms/turbo-sms';
import {
  SANDBOX_FAL_KEY,
  SANDBOX_FAL_USER_ID,
  SANDBOX_MONOBANK_TOKEN,
  SANDBOX_NOVA_POSHTA_KEY,
  SANDBOX_NOVA_POSHTA_SENDER,
  SANDBOX_OIDC_CLIENT_ID,
  SANDBOX_OIDC_CLIENT_SECRET,
  SANDBOX_PRODIGI_KEY,
  SANDBOX_STRIPE_KEY,
  SANDBOX_STRIPE_WEBHOOK_SECRET,
  SANDBOX_TELEGRAM_NAME,
  SANDBOX_TELEGRAM_SECRET,
  SANDBOX_TELEGRAM_TOKEN,
  SANDBOX_TURBOSMS_TOKEN,
} from '@/lib/sandbox/keys';

const holder = globalThis as unknown as { twelvefoldProviders?: Providers };

/**
 * The outside services of this process, made once: the real one where its key is set, else the sandbox.
 * @throws Error that names the key to set when a service has neither
 */
export function providers(): Providers {
  holder.twelvefoldProviders ??= wireProviders(env());
  return holder.twelvefoldProviders;
}

/** The same for a given environment; makes clients, calls nobody. */
export function wireProviders(settings: Env): Providers {
  const telegram = wireTelegram(settings);
  const monobank = wireMonobank(settings);
  return {
    files: wireFiles(settings),
    mailer: wireMailer(settings),
    tills: {
      STRIPE: wireStripe(settings),
      ...(monobank ? { MONOBANK: monobank } : {}),
      ...(telegram ? { TELEGRAM: telegram.till } : {}),
    },
    telegram: telegram?.bot ?? null,
    identities: wireIdentities(settings),
    models: wireModels(settings),
    carriers: wireCarriers(settings),
    printHouses: wirePrintHouses(settings),
    sms: wireSms(settings),
    isSandbox:
      !settings.STRIPE_SECRET_KEY ||
      !settings.SMTP_URL ||
      !settings.FAL_KEY ||
      (settings.SANDBOX_URL !== undefined &&
        (!settings.MONOBANK_TOKEN || !settings.NOVA_POSHTA_KEY)),
  };
}

/** One till is enough to sell: without token and sandbox Monobank is not offered. */
function wireMonobank(settings: Env): PaymentGateway | null {
  const { MONOBANK_TOKEN, SANDBOX_URL, APP_URL } = settings;
  const webhookUrl = APP_URL ? new URL('/api/webhooks/monobank', APP_URL).href : null;
  if (MONOBANK_TOKEN) {
    const baseUrl = 'https://api.monobank.ua';
    return new MonobankGateway({ token: MONOBANK_TOKEN, baseUrl, webhookUrl });
  }
  if (!SANDBOX_URL) return null;
  const baseUrl = `${SANDBOX_URL}/monobank`;
  return new MonobankGateway({ token: SANDBOX_MONOBANK_TOKEN, baseUrl, webhookUrl });
}

function wireTelegram(settings: Env) {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_BOT_NAME, TELEGRAM_WEBHOOK_SECRET } = settings;
  if (token) {
    return openTelegram({
      token,
      name: TELEGRAM_BOT_NAME ?? missing('Telegram', 'TELEGRAM_BOT_NAME'),
      webhookSecret: TELEGRAM_WEBHOOK_SECRET ?? missing('Telegram', 'TELEGRAM_WEBHOOK_SECRET'),
    });
  }
  if (!settings.SANDBOX_URL) return null;
  return openTelegram({
    token: SANDBOX_TELEGRAM_TOKEN,
    name: SANDBOX_TELEGRAM_NAME,
    webhookSecret: SANDBOX_TELEGRAM_SECRET,
    apiUrl: settings.SANDBOX_URL,
    chatUrl: `${settings.SANDBOX_URL}/telegram/open`,
  });
}

function wireIdentities(settings: Env): Providers['identities'] {
  const keys = (id: string | undefined, secret: string | undefined, name: string) => {
    if (id && secret) return { clientId: id, clientSecret: secret };
    if (!settings.SANDBOX_URL) return null;
    return {
      clientId: SANDBOX_OIDC_CLIENT_ID,
      clientSecret: SANDBOX_OIDC_CLIENT_SECRET,
      issuer: `${settings.SANDBOX_URL}/oidc/${name}`,
    };
  };
  const google = keys(settings.GOOGLE_CLIENT_ID, settings.GOOGLE_CLIENT_SECRET, 'google');
  const telegram = keys(settings.TELEGRAM_CLIENT_ID, settings.TELEGRAM_CLIENT_SECRET, 'telegram');
  return {
    ...(google ? { GOOGLE: googleIdentity(google) } : {}),
    ...(telegram ? { TELEGRAM: telegramIdentity(telegram) } : {}),
  };
}

function wireFiles(settings: Env): FileStore {
  const { S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings;
  if (!S3_BUCKET) return new FolderStore(path.resolve(settings.DATA_DIR, 'files'));
  return new S3Store({
    endpoint: settings.S3_ENDPOINT,
    region: S3_REGION ?? missing('the files', 'S3_REGION'),
    bucket: S3_BUCKET,
    accessKeyId: S3_ACCESS_KEY_ID ?? missing('the files', 'S3_ACCESS_KEY_ID'),
    secretAccessKey: S3_SECRET_ACCESS_KEY ?? missing('the files', 'S3_SECRET_ACCESS_KEY'),
  });
}

function wireMailer(settings: Env): Mailer {
  const url =
    settings.SMTP_URL ??
    settings.SANDBOX_SMTP_URL ??
    missing('mail', 'SMTP_URL', 'SANDBOX_SMTP_URL');
  return new SmtpMailer({ url, from: settings.MAIL_FROM });
}

function wireStripe(settings: Env): PaymentGateway {
  if (settings.STRIPE_SECRET_KEY) {
    return new StripeGateway({
      secretKey: settings.STRIPE_SECRET_KEY,
      webhookSecret: settings.STRIPE_WEBHOOK_SECRET ?? missing('payments', 'STRIPE_WEBHOOK_SECRET'),
    });
  }
  return new StripeGateway({
    secretKey: SANDBOX_STRIPE_KEY,
    webhookSecret: SANDBOX_STRIPE_WEBHOOK_SECRET,
    baseUrl: settings.SANDBOX_URL ?? missing('payments', 'STRIPE_SECRET_KEY', 'SANDBOX_URL'),
  });
}

function wireModels(settings: Env): ModelQueue {
  if (settings.FAL_KEY) {
    return new FalQueue({
      key: settings.FAL_KEY,
      userId: settings.FAL_USER_ID ?? missing('the studio', 'FAL_USER_ID'),
      queueUrl: 'https://queue.fal.run',
      restUrl: 'https://rest.fal.ai',
      apiUrl: 'https://api.fal.ai/v1',
      isLocal: false,
    });
  }
  const sandbox = settings.SANDBOX_URL ?? missing('the studio', 'FAL_KEY', 'SANDBOX_URL');
  return new FalQueue({
    key: SANDBOX_FAL_KEY,
    userId: SANDBOX_FAL_USER_ID,
    queueUrl: `${sandbox}/fal/queue`,
    restUrl: `${sandbox}/fal/rest`,
    apiUrl: `${sandbox}/fal/api/v1`,
    isLocal: true,
  });
}

function wireSms(settings: Env): SmsSender | null {
  const { TURBOSMS_TOKEN, TURBOSMS_SENDER, SANDBOX_URL } = settings;
  if (TURBOSMS_TOKEN && TURBOSMS_SENDER) {
    const baseUrl = 'https://api.turbosms.ua';
    return new TurboSms({ token: TURBOSMS_TOKEN, sender: TURBOSMS_SENDER, baseUrl });
  }
  if (!SANDBOX_URL) return null;
  return new TurboSms({
    token: SANDBOX_TURBOSMS_TOKEN,
    sender: 'Twelvefold',
    baseUrl: `${SANDBOX_URL}/turbosms`,
  });
}

/** A house with an interface is a choice: without key and sandbox there are only houses of people. */
function wirePrintHouses(settings: Env): PrintHouses {
  const { PRODIGI_KEY, SANDBOX_URL } = settings;
  if (PRODIGI_KEY) {
    return {
      PRODIGI: new ProdigiGateway({
        apiKey: PRODIGI_KEY,
        baseUrl: 'https://api.prodigi.com/v4.0',
      }),
    };
  }
  if (!SANDBOX_URL) return {};
  return {
    PRODIGI: new ProdigiGateway({
      apiKey: SANDBOX_PRODIGI_KEY,
      baseUrl: `${SANDBOX_URL}/prodigi/v4.0`,
    }),
  };
}

/** Without a key and without the sandbox no carrier is asked: staff write the numbers in by hand. */
function wireCarriers(settings: Env): Carriers {
  if (settings.NOVA_POSHTA_KEY) {
    return {
      'nova-poshta': new NovaPoshta({
        apiKey: settings.NOVA_POSHTA_KEY,
        apiUrl: 'https://api.novaposhta.ua/v2.0/json/',
        printUrl: 'https://my.novaposhta.ua',
        defaultSender: null,
      }),
    };
  }
  if (!settings.SANDBOX_URL) return {};
  return {
    'nova-poshta': new NovaPoshta({
      apiKey: SANDBOX_NOVA_POSHTA_KEY,
      apiUrl: `${settings.SANDBOX_URL}/nova-poshta/v2.0/json/`,
      printUrl: `${settings.SANDBOX_URL}/nova-poshta`,
      defaultSender: SANDBOX_NOVA_POSHTA_SENDER,
    }),
  };
}

function missing(service: string, key: keyof Env, sandboxKey?: keyof Env): never {
  const orSandbox = sandboxKey ? `, or ${sandboxKey} to use the sandbox (npm run up does)` : '';
  throw new Error(`No provider for ${service}: set ${key}${orSandbox}.`);
}
