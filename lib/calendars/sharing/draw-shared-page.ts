import type { Readable } from 'node:stream';
import sharp from 'sharp';
import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { layoutPage } from '@/lib/print/layout-calendar';
import type { Page } from '@/lib/print/operations';
import { paintSvg } from '@/lib/print/paint-svg';
import { pageCountOf } from '../page-plan';
import { printInputFor } from '../print-input';
import { findOwnPictureRenditions } from '../store';
import { findShared } from './open-shared';

/** Across each page: sharp enough to judge a picture and read a date, too small to print from. */
const LONG_SIDE_PX = 1400;
const THUMB_LONG_SIDE_PX = 320;
const QUALITY = 82;
const WATERMARK = 'TWELVEFOLD';

const CACHE_BYTES_MAX = 48 * 1024 * 1024;
const cache = new Map<string, Buffer>();
let cachedBytes = 0;

/** Pages that are being drawn; everybody who asks for one meanwhile waits for it. */
const underWay = new Map<string, Promise<Buffer>>();

/**
 * A page of a shared calendar as one JPEG with the watermark in its pixels: a visitor never gets a picture as it is.
 * @param input.index of the page in the page plan
 * @throws DomainError "share.not_found"
 */
export async function drawSharedPage(
  ctx: Ctx,
  input: { key: string; index: number; size: 'page' | 'thumb' },
): Promise<Buffer> {
  const shared = await findShared(ctx, input.key);
  if (input.index >= pageCountOf(shared.document)) throw new DomainError('share.not_found');
  const cacheKey = [shared.calendarId, shared.version, input.index, input.size].join('/');
  const known = cache.get(cacheKey);
  if (known) return known;
  const started = underWay.get(cacheKey);
  if (started) return started;
  const drawing = draw(ctx, shared, input).finally(() => underWay.delete(cacheKey));
  underWay.set(cacheKey, drawing);
  const drawn = await drawing;
  keep(cacheKey, drawn);
  return drawn;
}

function keep(key: string, bytes: Buffer): void {
  if (cache.has(key)) return;
  cache.set(key, bytes);
  cachedBytes += bytes.length;
  for (const [oldest, { length }] of cache) {
    if (cachedBytes <= CACHE_BYTES_MAX) return;
    cache.delete(oldest);
    cachedBytes -= length;
  }
}

async function draw(
  ctx: Ctx,
  shared: Awaited<ReturnType<typeof findShared>>,
  { index, size }: { index: number; size: 'page' | 'thumb' },
): Promise<Buffer> {
  const owner = { ownerId: shared.ownerId };
  const input = await printInputFor(ctx, owner, shared.document);
  const page = layoutPage(input, index);
  const hrefs = await pictureHrefs(ctx, owner, page, size === 'page' ? 'screen' : 'thumb');
  const svg = paintSvg(page, {
    fonts: input.fonts,
    pictureHref: ({ pictureId }) => hrefs.get(pictureId) ?? '',
    showBleed: false,
    watermark: WATERMARK,
    idPrefix: 's-',
  });
  const { widthMm, heightMm } = page.trim;
  const longSide = size === 'page' ? LONG_SIDE_PX : THUMB_LONG_SIDE_PX;
  const scale = longSide / Math.max(widthMm, heightMm);
  // The drawing has no size of its own: 72 dots to an inch make one of its millimetres one pixel.
  return sharp(Buffer.from(svg), { density: Math.min(2400, 72 * scale), limitInputPixels: 4e7 })
    .resize(Math.round(widthMm * scale), Math.round(heightMm * scale), { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}

const KeysSchema = z.object({ screen: z.string(), thumb: z.string() });

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
    const bytes = await bytesOf(
      await ctx.providers.files.read(KeysSchema.parse(renditions)[rendition]),
    );
    hrefs.set(id, `data:image/jpeg;base64,${bytes.toString('base64')}`);
  }
  return hrefs;
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
