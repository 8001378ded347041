/** The newest versions are all kept; older ones grow sparse with age. */
export const NEWEST_KEPT = 50;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const HOURLY_FOR_MS = 7 * DAY_MS;

/**
 * Which saved versions can go: beyond the newest 50 the last one of each hour stays for a week, and of each day after
 * that.
 */
export function versionsToDrop(
  versions: readonly { version: number; createdAt: Date }[],
  now: Date,
): number[] {
  const kept = new Set<string>();
  const drop: number[] = [];
  const newestFirst = [...versions].sort((a, b) => b.version - a.version).slice(NEWEST_KEPT);
  for (const { version, createdAt } of newestFirst) {
    const spanMs = now.getTime() - createdAt.getTime() <= HOURLY_FOR_MS ? HOUR_MS : DAY_MS;
    const slot = `${spanMs}:${Math.floor(createdAt.getTime() / spanMs)}`;
    if (kept.has(slot)) drop.push(version);
    else kept.add(slot);
  }
  return drop;
}
