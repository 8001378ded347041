import type { Carriers } from './carrier';
import type { FileStore } from './file-store';
import type { IdentityProvider } from './identity-provider';
import type { Mailer } from './mailer';
import type { ModelQueue } from './model-queue';
import type { Tills } from './payment-gateway';
import type { PrintHouses } from './print-house';
import type { SmsSender } from './sms-sender';
import type { TelegramBot } from './telegram';

/** The outside services as the domains see them. lib/wiring.ts picks the adapters. */
export type Providers = {
  files: FileStore;
  mailer: Mailer;
  tills: Tills;
  /** Null where this installation sends no text messages. */
  sms: SmsSender | null;
  /** Null where this installation has no bot. */
  telegram: TelegramBot | null;
  /** Other services by which people may sign in; one without a key is absent. */
  identities: Partial<Record<'GOOGLE' | 'TELEGRAM', IdentityProvider>>;
  models: ModelQueue;
  carriers: Carriers;
  printHouses: PrintHouses;
  /** True where any of them is the sandbox: the screens say so plainly. */
  isSandbox: boolean;
};
