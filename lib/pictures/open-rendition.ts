import type { Readable } from 'node:stream';
import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { RENDITIONS } from './limits';
import { pictureIdOf } from './picture-id';
import { findStoredKeys } from './store';

const RenditionSchema = z.enum(RENDITIONS);
const KeysSchema = z.object({ screen: z.string(), thumb: z.string() });

type OpenRendition = { etag: string; open: () => Promise<Readable> };

/**
 * One rendition of one of the person's pictures, as JPEG. Its bytes never change.
 * @returns `open` only reads when it is called, so that an answer without a body costs no file
 * @throws DomainError "picture.not_found" for absent, foreign and malformed addresses alike, "picture.not_ready"
 */
export async function openRendition(
  ctx: Ctx,
  address: { pictureId: string; rendition: string },
): Promise<OpenRendition> {
  return openRenditionOf(ctx, { ownerId: asPerson(ctx).actor.userId, ...address });
}

/** The same for a use case that knows by itself that this owner's picture may be shown. */
export async function openRenditionOf(
  ctx: Ctx,
  address: { ownerId: Id<'user'>; pictureId: string; rendition: string },
): Promise<OpenRendition> {
  const pictureId = pictureIdOf(address.pictureId);
  const rendition = RenditionSchema.safeParse(address.rendition);
  if (!rendition.success) throw new DomainError('picture.not_found');
  const stored = await findStoredKeys(ctx, { ownerId: address.ownerId }, pictureId);
  const key = KeysSchema.parse(stored)[rendition.data];
  return { etag: `"${pictureId}-${rendition.data}"`, open: () => ctx.providers.files.read(key) };
}
