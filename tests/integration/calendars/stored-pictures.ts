import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { type Id, newId } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';

/** A ready picture of a person with a real file behind it, as ingest would leave it. */
export async function storedPicture(
  ctx: Ctx,
  ownerId: Id<'user'>,
  parts: { widthPx?: number; heightPx?: number; hue?: number; status?: 'READY' | 'RECEIVED' } = {},
): Promise<Id<'picture'>> {
  const { widthPx = 400, heightPx = 300, hue = 0, status = 'READY' } = parts;
  const id = newId('picture');
  const background = { r: (hue * 37) % 256, g: (hue * 91) % 256, b: (hue * 53) % 256 };
  const bytes = await sharp({
    create: { width: widthPx, height: heightPx, channels: 3, background },
  })
    .jpeg()
    .toBuffer();
  const masterKey = `pictures/${id}/master.jpg`;
  await ctx.providers.files.put(masterKey, bytes, 'image/jpeg');
  await ctx.db.picture.create({
    data: {
      id,
      ownerId,
      origin: 'UPLOAD',
      status,
      fileName: `photo-${hue}.jpg`,
      contentHash: createHash('sha256').update(bytes).update(id).digest('hex'),
      receivedBytes: bytes.length,
      masterKey,
      ...(status === 'READY'
        ? {
            widthPx,
            heightPx,
            masterBytes: bytes.length,
            renditions: { thumb: masterKey, screen: masterKey },
            sharpness: 10,
            perceptualHash: '0'.repeat(16),
          }
        : {}),
    },
  });
  return id;
}
