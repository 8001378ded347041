import type { Readable } from 'node:stream';
import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import { asPerson, type Ctx } from '@/lib/db/context';
import { RENDITIONS } from './limits';
import { pictureIdOf } from './picture-id';
import { findStoredKeys } from './store';

const RenditionSchema = z.enum(RENDITIONS);
const KeysSchema = z.object({ screen: z.string(), thumb: z.string() });

/**
 * One rendition of one of the person's pictures, as JPEG. Its bytes never change.
 * @returns `open` only reads when it is called, so that an answer without a body costs no file
 * @throws DomainError "picture.not_found" for absent, foreign and malformed addresses alike, "picture.not_ready"
 */
export async function openRendition(
  ctx: Ctx,
  address: { pictureId: string; rendition: string },
): Promise<{ etag: string; open: () => Promise<Readable> }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const pictureId = pictureIdOf(address.pictureId);
  const rendition = RenditionSchema.safeParse(address.rendition);
  if (!rendition.success) throw new DomainError('picture.not_found');
  const key = KeysSchema.parse(await findStoredKeys(ctx, owner, pictureId))[rendition.data];
  return { etag: `"${pictureId}-${rendition.data}"`, open: () => ctx.providers.files.read(key) };
}
