import { assert } from '@/lib/core/assert';
import { TELEGRAM_STARS } from './pack-price';

/**
 * The owner's part of what others pay for a shared style, in percent. The rest pays the payment fees and the provider's
 * storage of the weights, which come to a quarter of a small pack's price.
 */
const OWNER_PERCENT = 70;

/** What the owner of a shared style earns of `stars`, rounded down; 0 when that is less than one star. */
export function ownersPart(stars: number): number {
  return Math.floor((stars * OWNER_PERCENT) / 100);
}

/** A bought pack as far as giving it back goes. */
export type PackBooks = {
  stars: number;
  amountMinor: number;
  /** Given back or on the way back. */
  refundedStars: number;
  refundedMinor: number;
};

/**
 * How many stars of a pack can be given back: what is left of it unspent and free.
 * @param unspent of lots.ts: given stars do not count, however many there are
 */
export function refundableStars(pack: PackBooks, unspent: number): number {
  return Math.max(0, Math.min(unspent, pack.stars - pack.refundedStars));
}

/**
 * The money for giving back `stars` more. Counted from the whole that will have been given back, so that parts add up
 * exactly: the last star brings the price to the last cent.
 */
export function refundMinor(pack: PackBooks, stars: number): number {
  const given = pack.refundedStars + stars;
  assert(stars > 0 && given <= pack.stars, 'no more of a pack is given back than was bought');
  const total = Math.floor((pack.amountMinor * given) / pack.stars);
  return Math.max(0, total - pack.refundedMinor);
}

/** Telegram's refund knows no amount (Bot API, refundStarPayment): a pack paid there goes back whole. */
export function isWholeOnly(purchase: { currency: string }): boolean {
  return purchase.currency === TELEGRAM_STARS;
}

/** How many stars of a pack can be given back now, where some packs go back only whole. */
export function refundableNow(pack: PackBooks, unspent: number, isWhole: boolean): number {
  const stars = refundableStars(pack, unspent);
  return isWhole && stars < pack.stars ? 0 : stars;
}
