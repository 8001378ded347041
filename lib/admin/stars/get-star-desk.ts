import { z } from 'zod';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { PACK_CURRENCIES, type PackCurrency } from '@/lib/stars/pack-price';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findAllPacks, findChecks, findWelcome } from './store';

export type StaffPack = {
  id: Id<'starPack'>;
  stars: number;
  isActive: boolean;
  /** Minor units, or whole Telegram Stars, by currency; null where it is not sold in it. */
  prices: Record<PackCurrency, number | null>;
};

export type StaffCheck = {
  id: string;
  at: string;
  accounts: number;
  rows: number;
  violations: { userId: string; rule: string; detail: string }[];
};

export type StarDesk = {
  packs: StaffPack[];
  welcome: { stars: number; isActive: boolean };
  checks: StaffCheck[];
};

const ViolationsSchema = z.array(
  z.object({ userId: z.string(), rule: z.string(), detail: z.string() }),
);

/** Packs, the welcome and the newest checks of the ledger. @throws DomainError "account.not_allowed" */
export function getStarDesk(ctx: Ctx): Promise<StarDesk> {
  requireStaff(ctx, 'finance');
  return inTransaction(ctx, async (tx) => {
    const packs = await findAllPacks(tx);
    const welcome = await findWelcome(tx);
    const checks = await findChecks(tx);
    await recordAudit(tx, { action: 'stars.viewed', subject: 'stars' });
    return {
      packs: packs.map(({ id, stars, isActive, prices }) => ({
        id: id as Id<'starPack'>,
        stars,
        isActive,
        prices: Object.fromEntries(
          PACK_CURRENCIES.map((currency) => [
            currency,
            prices.find((price) => price.currency === currency)?.amountMinor ?? null,
          ]),
        ) as Record<PackCurrency, number | null>,
      })),
      welcome: { stars: welcome?.stars ?? 0, isActive: welcome?.isActive ?? false },
      checks: checks.map(({ id, createdAt, accounts, rows, violations }) => ({
        id,
        at: createdAt.toISOString(),
        accounts,
        rows,
        violations: ViolationsSchema.parse(violations),
      })),
    };
  });
}
