import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import { BytesCache } from '../bytes-cache';
import { pageImage } from '../page-image';
import { pageCountOf } from '../page-plan';
import { findShared } from './open-shared';

/** Across each page: sharp enough to judge a picture and read a date, too small to print from. */
const LONG_SIDE_PX = 1400;
const THUMB_LONG_SIDE_PX = 320;
const QUALITY = 82;
const WATERMARK = 'TWELVEFOLD';

const CACHE_BYTES_MAX = 48 * 1024 * 1024;
const cache = new BytesCache(CACHE_BYTES_MAX);

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
  cache.keep(cacheKey, drawn);
  return drawn;
}

async function draw(
  ctx: Ctx,
  shared: Awaited<ReturnType<typeof findShared>>,
  { index, size }: { index: number; size: 'page' | 'thumb' },
): Promise<Buffer> {
  const { bytes } = await pageImage(ctx, { ownerId: shared.ownerId }, shared.document, {
    index,
    longSidePx: size === 'page' ? LONG_SIDE_PX : THUMB_LONG_SIDE_PX,
    quality: QUALITY,
    rendition: size === 'page' ? 'screen' : 'thumb',
    watermark: WATERMARK,
  });
  return bytes;
}
