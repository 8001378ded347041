import { GRANT_MAX } from '@/lib/admin/stars/schema';

/** A number of stars as a person types it; null for anything else. */
export function parseStars(text: string): number | null {
  const stars = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0;
  return stars >= 1 && stars <= GRANT_MAX ? stars : null;
}
