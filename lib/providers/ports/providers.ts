import type { FileStore } from './file-store';
import type { Mailer } from './mailer';
import type { ModelQueue } from './model-queue';
import type { PaymentGateway } from './payment-gateway';

/** The outside services as the domains see them. lib/wiring.ts picks the adapters. */
export type Providers = {
  files: FileStore;
  mailer: Mailer;
  stripe: PaymentGateway;
  models: ModelQueue;
  /** True where any of them is the sandbox: the screens say so plainly. */
  isSandbox: boolean;
};
