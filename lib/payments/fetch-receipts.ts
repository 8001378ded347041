import type { Ctx } from '@/lib/db/context';
import type { PaymentProvider } from '@/lib/db/generated/client';
import { orUnknown } from './or-unknown';
import { findWithoutReceipt, saveReceipt } from './store';
import { tillOf } from './till-of';

const MINUTE_MS = 60_000;
/** Receipts come from tax offices, which may be away for hours, not for days. */
const LOOK_MS = 3 * 24 * 60 * MINUTE_MS;
const BATCH = 50;

/**
 * Asks for receipts that were not made yet when a payment was settled: first after a minute, then each time after
 * twice as long, for three days. A till that does not answer is asked again the next time.
 */
export async function fetchReceipts(ctx: Ctx): Promise<void> {
  const makers = (Object.keys(ctx.providers.tills) as PaymentProvider[]).filter(
    (provider) => ctx.providers.tills[provider]?.givesReceipts,
  );
  const now = ctx.clock.now();
  const wanted = { since: new Date(now.getTime() - LOOK_MS), now, firstAfterMs: MINUTE_MS };
  for (const provider of makers) {
    for (const { id, externalId } of await findWithoutReceipt(ctx, provider, wanted, BATCH)) {
      try {
        const truth = await orUnknown(tillOf(ctx, provider).readCheckout(externalId));
        await saveReceipt(ctx, id, truth);
      } catch (error) {
        ctx.log.warn('receipt could not be asked for', { paymentId: id, error: String(error) });
        break;
      }
    }
  }
}
