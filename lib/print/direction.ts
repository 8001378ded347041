import type { PrintLanguage } from '@/lib/calendars/document';

const RIGHT_TO_LEFT: ReadonlySet<PrintLanguage> = new Set(['he', 'ar', 'fa']);

/** Whether pages in this language are mirrored: days, heads and headings run from right to left. */
export function isRtl(language: PrintLanguage): boolean {
  return RIGHT_TO_LEFT.has(language);
}
