import { assert } from '@/lib/core/assert';

/**
 * Stars of one picture: the price of its base model, and what the owners of the shared styles in it ask.
 * @param basePriceStars BaseModel.priceStars, the one table of star prices
 * @param sharedStylesStars LoraModel.starsRequired of each style of somebody else; own ones cost nothing
 */
export function starsOfPicture(
  basePriceStars: number,
  sharedStylesStars: readonly number[],
): number {
  const all = [basePriceStars, ...sharedStylesStars];
  assert(
    all.every((stars) => Number.isSafeInteger(stars) && stars >= 0),
    'stars are whole and not negative',
  );
  return all.reduce((sum, stars) => sum + stars, 0);
}

/**
 * Stars of several pictures of the same kind: a month set is twelve times its candidates, a prompt its count. This much
 * is held when the work starts; what comes to nothing is given back.
 */
export function starsOfPictures(starsOfOne: number, count: number): number {
  assert(Number.isSafeInteger(count) && count >= 0, 'a count is whole and not negative');
  return starsOfOne * count;
}
