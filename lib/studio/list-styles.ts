import type { Readable } from 'node:stream';
import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import type { StyleQuery } from './lora-schema';
import type { StyleView } from './lora-view';
import { findPublicPreview, findPublicStyles } from './style-store';

export const STYLES_PAGE = 24;

const RenditionsSchema = z.object({ screen: z.string() });

/** Looks that their owners share, for anybody to see. */
export async function listStyles(
  ctx: Ctx,
  query: StyleQuery,
): Promise<{ styles: StyleView[]; hasMore: boolean }> {
  const rows = await findPublicStyles(ctx, {
    ...query,
    skip: (query.page - 1) * STYLES_PAGE,
    take: STYLES_PAGE + 1,
  });
  return {
    styles: rows.slice(0, STYLES_PAGE).map((row) => ({
      id: row.id,
      name: row.name,
      description: row.description,
      // Only the first of several names: who shares a look does not sign it with all of them.
      ownerName: row.ownerName?.split(' ')[0] ?? null,
      isOwn: row.ownerId === ctx.actor.userId,
      starsRequired: row.starsRequired,
      uses: row.uses,
      hasPreview: row.hasPreview,
    })),
    hasMore: rows.length > STYLES_PAGE,
  };
}

/**
 * The picture that a shared look shows itself with. A look that is not shared any more has none.
 * @throws DomainError "lora.not_found"
 */
export async function openStylePreview(
  ctx: Ctx,
  loraModelId: Id<'loraModel'>,
): Promise<{ etag: string; open: () => Promise<Readable> }> {
  const picture = await findPublicPreview(ctx, loraModelId);
  const keys = RenditionsSchema.safeParse(picture?.renditions);
  if (!picture || !keys.success) throw new DomainError('lora.not_found');
  return {
    etag: `"${picture.id}"`,
    open: () => ctx.providers.files.read(keys.data.screen),
  };
}
