import { callApi } from '@/components/call-api';
import type { CalendarDocument } from '@/lib/calendars/document';
import { pageKey } from '@/lib/calendars/page-key';
import type { RenderedPage } from '@/lib/calendars/rendered-page';

/** A few calendars' worth of pages and their variants; each is some tens of kilobytes. */
const CACHE_MAX = 240;
const cache = new Map<string, RenderedPage>();

/** The page as drawn for exactly this content, if it was drawn before. */
export function drawnPage(document: CalendarDocument, index: number): RenderedPage | null {
  return cache.get(pageKey(document, index)) ?? null;
}

/**
 * Has the server draw pages and keeps them by their content.
 * @throws ApiProblem
 */
export async function drawPages(
  document: CalendarDocument,
  indexes: readonly number[],
): Promise<RenderedPage[]> {
  const pages = await callApi<RenderedPage[]>('POST', '/api/calendars/render', {
    document,
    pages: indexes,
  });
  keepPages(document, pages);
  return pages;
}

/** What was drawn is out of date although the documents are not: pictures became larger. */
export function forgetPages(): void {
  cache.clear();
}

/** Takes in pages that were drawn for exactly this document. */
export function keepPages(document: CalendarDocument, pages: readonly RenderedPage[]): void {
  for (const page of pages) {
    const key = pageKey(document, page.index);
    cache.delete(key);
    cache.set(key, page);
  }
  // Oldest out first: a Map keeps the order of insertion.
  for (const oldest of cache.keys()) {
    if (cache.size <= CACHE_MAX) break;
    cache.delete(oldest);
  }
}
