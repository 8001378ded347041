import path from 'node:path';
import { type Env, env } from '@/lib/core/env';
import { FalQueue } from '@/lib/providers/fal/fal-queue';
import { SmtpMailer } from '@/lib/providers/mail/smtp-mailer';
import type { FileStore } from '@/lib/providers/ports/file-store';
import type { Mailer } from '@/lib/providers/ports/mailer';
import type { ModelQueue } from '@/lib/providers/ports/model-queue';
import type { PaymentGateway } from '@/lib/providers/ports/payment-gateway';
import type { Providers } from '@/lib/providers/ports/providers';
import { FolderStore } from '@/lib/providers/storage/folder-store';
import { S3Store } from '@/lib/providers/storage/s3-store';
import { StripeGateway } from '@/lib/providers/stripe/stripe-gateway';
import {
  SANDBOX_FAL_KEY,
  SANDBOX_FAL_USER_ID,
  SANDBOX_STRIPE_KEY,
  SANDBOX_STRIPE_WEBHOOK_SECRET,
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
  return {
    files: wireFiles(settings),
    mailer: wireMailer(settings),
    stripe: wireStripe(settings),
    models: wireModels(settings),
    isSandbox: !settings.STRIPE_SECRET_KEY || !settings.SMTP_URL || !settings.FAL_KEY,
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

function missing(service: string, key: keyof Env, sandboxKey?: keyof Env): never {
  const orSandbox = sandboxKey ? `, or ${sandboxKey} to use the sandbox (npm run up does)` : '';
  throw new Error(`No provider for ${service}: set ${key}${orSandbox}.`);
}
