import { ApiProblem } from '@/components/call-api';
import type { CalendarDocument } from '@/lib/calendars/document';
import { drawnPage, drawPages } from './render-store';

/** A page that a screen would like to show. */
export type Wish = { document: CalendarDocument; index: number; onDrawn: () => void };

const RETRY_MS = 3000;

const wishes = new Set<Wish>();
let isDrawing = false;

/**
 * Has a page drawn when its turn comes, one at a time, so that choices to look at never hold up the page being designed.
 * @returns what withdraws the wish
 */
export function wishPage(wish: Wish): () => void {
  wishes.add(wish);
  drawAll().catch(reportError);
  return () => wishes.delete(wish);
}

async function drawAll(): Promise<void> {
  if (isDrawing) return;
  isDrawing = true;
  try {
    for (let wish = next(); wish; wish = next()) {
      const isDone = drawnPage(wish.document, wish.index) !== null || (await wasDrawn(wish));
      if (!isDone) {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        continue;
      }
      wishes.delete(wish);
      wish.onDrawn();
    }
  } finally {
    isDrawing = false;
  }
}

/** Oldest first: a Set keeps the order of insertion, which is that of the screen. */
function next(): Wish | undefined {
  const [first] = wishes;
  return first;
}

/** False when the server cannot be reached. What it refuses stays undrawn: choices are named as well. */
async function wasDrawn({ document, index }: Wish): Promise<boolean> {
  try {
    await drawPages(document, [index]);
    return true;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return error.problem.code !== 'server.unavailable';
  }
}
