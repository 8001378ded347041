import { readDocument } from '@/lib/calendars/read-document';
import { renderPages } from '@/lib/calendars/render-pages';
import { framedSvg } from '@/lib/calendars/rendered-page';
import { asPerson, type Ctx } from '@/lib/db/context';
import { findCartItems, findOrder } from './store';

/** Covers of the approved calendars in the person's cart, as SVG by cart item. */
export async function drawCartCovers(ctx: Ctx): Promise<Map<string, string>> {
  if (ctx.actor.userId === null) return new Map();
  const items = await findCartItems(ctx, { ownerId: asPerson(ctx).actor.userId });
  return drawCovers(
    ctx,
    items.map(({ id, proof, calendar }) => ({ id, document: (proof ?? calendar).document })),
  );
}

/** Covers of the frozen calendars of one of the person's orders, as SVG by order item. */
export async function drawOrderCovers(ctx: Ctx, orderId: string): Promise<Map<string, string>> {
  const order = await findOrder(ctx, { ownerId: asPerson(ctx).actor.userId }, orderId);
  return drawCovers(ctx, order?.items ?? []);
}

async function drawCovers(
  ctx: Ctx,
  items: readonly { id: string; document: unknown }[],
): Promise<Map<string, string>> {
  const covers = new Map<string, string>();
  for (const { id, document } of items) {
    const [page] = await renderPages(ctx, {
      document: readDocument(document),
      pageIndexes: [0],
      rendition: 'thumb',
    });
    if (page) covers.set(id, framedSvg(page, false));
  }
  return covers;
}
