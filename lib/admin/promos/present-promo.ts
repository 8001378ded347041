import type { Id } from '@/lib/core/ids';
import type { Currency } from '@/lib/core/money';
import { addDays, dayAt, type PlainDate } from '@/lib/core/plain-date';
import type { PromoCode } from '@/lib/db/generated/client';
import type { Promo } from '@/lib/orders/promos/rules';
import { termsOf } from '@/lib/orders/promos/terms-of';
import type { PromoState } from './schema';

export type StaffPromo = {
  id: Id<'promoCode'>;
  code: string;
  kind: Promo['kind'];
  basisPoints: number | null;
  amounts: Partial<Record<Currency, number>>;
  minimums: Partial<Record<Currency, number>>;
  firstDay: PlainDate | null;
  lastDay: PlainDate | null;
  maxUses: number | null;
  uses: number;
  oncePerCustomer: boolean;
  isActive: boolean;
  note: string;
  state: PromoState;
};

function stateOf(row: PromoCode, now: Date): PromoState {
  if (!row.isActive) return 'off';
  if (row.endsAt && row.endsAt <= now) return 'over';
  if (row.startsAt && row.startsAt > now) return 'planned';
  if (row.maxUses !== null && row.uses >= row.maxUses) return 'used_up';
  return 'active';
}

export function presentPromo(row: PromoCode, now: Date): StaffPromo {
  const { amounts, minimums } = termsOf(row);
  return {
    id: row.id as Id<'promoCode'>,
    code: row.code,
    kind: row.kind,
    basisPoints: row.basisPoints,
    amounts,
    minimums,
    firstDay: row.startsAt && dayAt(row.startsAt, 'UTC'),
    lastDay: row.endsAt && addDays(dayAt(row.endsAt, 'UTC'), -1),
    maxUses: row.maxUses,
    uses: row.uses,
    oncePerCustomer: row.oncePerCustomer,
    isActive: row.isActive,
    note: row.note,
    state: stateOf(row, now),
  };
}
