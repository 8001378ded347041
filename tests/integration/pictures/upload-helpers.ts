import type { Ctx } from '@/lib/db/context';
import { getPicture } from '@/lib/pictures/get-pictures';
import { ingestPicture } from '@/lib/pictures/ingest-picture';
import type { PictureView } from '@/lib/pictures/picture-view';
import { receivePicture } from '@/lib/pictures/receive-picture';
import type { TestDatabase } from '@/tests/support/database';

/** The bytes as a request's body, in chunks as a network would bring them. */
export function bodyOf(bytes: Uint8Array, chunkBytes = 16 * 1024): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + chunkBytes));
      at += chunkBytes;
    },
  });
}

export function upload(ctx: Ctx, bytes: Uint8Array, fileName = 'photo.jpg') {
  return receivePicture(ctx, { fileName, announcedBytes: bytes.length, body: bodyOf(bytes) });
}

/** Uploads, lets the worker's use case run once, and looks at the result as its owner. */
export async function uploadAndIngest(
  database: TestDatabase,
  ctx: Ctx,
  bytes: Uint8Array,
): Promise<PictureView> {
  const { picture } = await upload(ctx, bytes);
  await ingestPicture(database.ctx(), picture.id);
  return getPicture(ctx, picture.id);
}

export async function storedFiles(ctx: Ctx): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of ctx.providers.files.list('')) keys.push(key);
  return keys;
}

/** The stored files of one picture, received ones too. */
export async function filesOf(ctx: Ctx, picture: { id: string }): Promise<string[]> {
  return (await storedFiles(ctx)).filter((key) => key.includes(picture.id));
}
