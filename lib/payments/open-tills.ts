import type { Ctx } from '@/lib/db/context';
import type { PaymentProvider } from '@/lib/db/generated/client';
import { readSetting } from '@/lib/settings/read-setting';

/**
 * Providers that may start a new payment: with a key in this installation and not closed by staff. What a closed one
 * took before goes on as ever, so nothing but the start of a payment asks here.
 */
export async function openTills(ctx: Ctx): Promise<PaymentProvider[]> {
  const closed: readonly string[] = await readSetting(ctx, 'closed_tills');
  const all = Object.keys(ctx.providers.tills) as PaymentProvider[];
  return all.filter((till) => !closed.includes(till));
}
