import type { ErrorCode } from '@/lib/core/errors';
import type { Currency } from '@/lib/core/money';

/** What a promo code does to one order: all that the price engine needs to know of it. */
export type Promo = { readonly id: string; readonly code: string } & (
  | { readonly kind: 'PERCENT'; readonly basisPoints: number }
  | { readonly kind: 'AMOUNT'; readonly amountMinor: number }
  | { readonly kind: 'FREE_DELIVERY' }
);

/** A code as its row says it. */
export type PromoTerms = {
  readonly id: string;
  readonly code: string;
  readonly kind: Promo['kind'];
  readonly basisPoints: number | null;
  readonly amounts: Partial<Record<Currency, number>>;
  readonly minimums: Partial<Record<Currency, number>>;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly maxUses: number | null;
  readonly uses: number;
  readonly isActive: boolean;
};

const CODE = /^[A-Z0-9]{3,24}$/;

/** A typed code in the one spelling it is stored under; null when it cannot be one. */
export function normalisePromoCode(typed: string): string | null {
  if (typed.length > 100) return null;
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-_]/g, '');
  return CODE.test(code) ? code : null;
}

/**
 * Why a code cannot be used now for calendars of `itemsMinor`, the first reason that a person can act on; null when it
 * can. A code that was switched off or has not begun looks like one that never was.
 */
export function promoProblem(
  terms: PromoTerms,
  wish: { currency: Currency; itemsMinor: number; now: Date },
): Extract<ErrorCode, `promo.${string}`> | null {
  if (!terms.isActive) return 'promo.not_found';
  if (terms.startsAt && wish.now < terms.startsAt) return 'promo.not_found';
  if (terms.endsAt && wish.now >= terms.endsAt) return 'promo.over';
  if (terms.maxUses !== null && terms.uses >= terms.maxUses) return 'promo.used_up';
  if (terms.kind === 'AMOUNT' && !terms.amounts[wish.currency]) return 'promo.other_currency';
  if (wish.itemsMinor < (terms.minimums[wish.currency] ?? 0)) return 'promo.below_minimum';
  return null;
}

/** The code for the price engine, in one currency that it may be used in. */
export function promoOf(terms: PromoTerms, currency: Currency): Promo {
  const { id, code } = terms;
  switch (terms.kind) {
    case 'PERCENT':
      return { id, code, kind: 'PERCENT', basisPoints: terms.basisPoints ?? 0 };
    case 'AMOUNT':
      return { id, code, kind: 'AMOUNT', amountMinor: terms.amounts[currency] ?? 0 };
    case 'FREE_DELIVERY':
      return { id, code, kind: 'FREE_DELIVERY' };
  }
}
