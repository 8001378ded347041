import type { Ctx } from '@/lib/db/context';
import type { DecodedPicture } from './decoder/run-decoder';
import type { StoredKeys } from './storage-keys';

/** What a Picture's row says of its files: the columns that every READY picture has. */
export type DecodedColumns = {
  widthPx: number;
  heightPx: number;
  sharpness: number;
  perceptualHash: string;
  dominantColour: string;
  analysis: DecodedPicture['look'];
  masterKey: string;
  masterBytes: number;
  renditions: { screen: string; thumb: string };
};

/** Brings the decoder's files into the store under fresh names; no row knows of them yet. */
export async function storeDecoded(
  ctx: Ctx,
  keys: StoredKeys,
  decoded: DecodedPicture,
): Promise<DecodedColumns> {
  const { files } = ctx.providers;
  const { bytes: masterBytes } = await files.putFile(keys.master, decoded.masterPath, 'image/jpeg');
  await files.putFile(keys.screen, decoded.screenPath, 'image/jpeg');
  await files.putFile(keys.thumb, decoded.thumbPath, 'image/jpeg');
  return {
    widthPx: decoded.widthPx,
    heightPx: decoded.heightPx,
    sharpness: decoded.sharpness,
    perceptualHash: decoded.perceptualHash,
    dominantColour: decoded.dominantColour,
    analysis: decoded.look,
    masterKey: keys.master,
    masterBytes,
    renditions: { screen: keys.screen, thumb: keys.thumb },
  };
}

/** Removes files that no row took. */
export async function dropDecoded(ctx: Ctx, keys: StoredKeys): Promise<void> {
  for (const key of Object.values(keys)) await ctx.providers.files.delete(key);
}
