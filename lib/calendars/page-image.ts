import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { z } from 'zod';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { layoutPage } from '@/lib/print/layout-calendar';
import type { Page } from '@/lib/print/operations';
import { paintSvg } from '@/lib/print/paint-svg';
import type { Watermark } from '@/lib/print/print-input';
import type { CalendarDocument } from './document';
import { printInputFor } from './print-input';
import { findOwnPictureRenditions } from './store';

const KeysSchema = z.object({ screen: z.string(), thumb: z.string() });

/** One trimmed page of somebody's calendar as a JPEG in sRGB, `longSidePx` on its longer side. */
export async function pageImage(
  ctx: Ctx,
  owner: { ownerId: Id<'user'> },
  document: CalendarDocument,
  look: {
    /** In the page plan. */
    index: number;
    longSidePx: number;
    /** Of the JPEG, 1 to 100. */
    quality: number;
    rendition: 'screen' | 'thumb';
    watermark: Watermark;
  },
): Promise<{ bytes: Buffer; widthPx: number; heightPx: number }> {
  const input = await printInputFor(ctx, owner, document);
  const page = layoutPage(input, look.index);
  const hrefs = await pictureHrefs(ctx, owner, page, look.rendition);
  const svg = paintSvg(page, {
    fonts: input.fonts,
    pictureHref: ({ pictureId }) => hrefs.get(pictureId) ?? '',
    showBleed: false,
    watermark: look.watermark,
    idPrefix: 's-',
  });
  const { widthMm, heightMm } = page.trim;
  const scale = look.longSidePx / Math.max(widthMm, heightMm);
  const widthPx = Math.round(widthMm * scale);
  const heightPx = Math.round(heightMm * scale);
  // The drawing has no size of its own: 72 dots to an inch make one of its millimetres one pixel.
  const bytes = await sharp(Buffer.from(svg), {
    density: Math.min(2400, 72 * scale),
    limitInputPixels: 4e7,
  })
    .resize(widthPx, heightPx, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: look.quality })
    .toBuffer();
  return { bytes, widthPx, heightPx };
}

async function pictureHrefs(
  ctx: Ctx,
  owner: { ownerId: Id<'user'> },
  page: Page,
  rendition: 'screen' | 'thumb',
): Promise<Map<string, string>> {
  const placed = page.operations.flatMap((one) => (one.kind === 'image' ? [one.pictureId] : []));
  const rows = await findOwnPictureRenditions(ctx, owner, [...new Set(placed)]);
  const hrefs = new Map<string, string>();
  for (const { id, renditions } of rows) {
    const key = KeysSchema.parse(renditions)[rendition];
    const bytes = await buffer(await ctx.providers.files.read(key));
    hrefs.set(id, `data:image/jpeg;base64,${bytes.toString('base64')}`);
  }
  return hrefs;
}
