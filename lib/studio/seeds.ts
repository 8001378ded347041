/** Seeds of ours lie in 1…SEED_MAX, as every model we know takes them: 2^31 - 1, also a prime. */
export const SEED_MAX = 2_147_483_647;

/** A primitive root modulo SEED_MAX (Park and Miller 1988): stepping by it meets every seed once before it repeats. */
const STEP = 48_271;

/** A seed that nobody chose. */
export function randomSeed(): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return 1 + (random % SEED_MAX);
}

/** The seed after this one; always the same, so that a repetition can be followed in the record. */
export function nextSeed(seed: number): number {
  const inside = seed % SEED_MAX;
  return inside === 0 ? STEP : Number((BigInt(inside) * BigInt(STEP)) % BigInt(SEED_MAX));
}

/**
 * The next seed to try: one that is known to be good and was not used, else the one after the last.
 * @param proven good ones, best first
 */
export function pickSeed(
  proven: readonly number[],
  used: ReadonlySet<number>,
  last: number | null,
): number {
  const good = proven.find((seed) => !used.has(seed));
  if (good !== undefined) return good;
  let seed = last === null ? randomSeed() : nextSeed(last);
  while (used.has(seed)) seed = nextSeed(seed);
  return seed;
}
