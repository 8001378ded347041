import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { Colour } from '@/lib/print/operations';
import type { OutputConditionId } from '@/lib/print/press';
import { outputProfileOf } from '@/lib/providers/output-profiles';
import { onePixelEach } from './convert-colours';

/** Changes whenever the same rendition would come out differently. */
const PARAMETERS_VERSION = 1;

/**
 * How a picture will look in print: into the inks of the condition and back to sRGB, paper as white.
 * @param rendition one of our own JPEG renditions: its key names its bytes for ever, `read` is asked only when needed
 * @param cacheDir where results are kept; null keeps none
 * @returns a JPEG of the same size
 */
export async function softProofPicture(
  rendition: { key: string; read(): Promise<Buffer> },
  condition: OutputConditionId,
  cacheDir: string | null,
): Promise<Buffer> {
  const prove = async () => {
    const picture = sharp(await rendition.read()).autoOrient();
    return (await throughInks(picture, condition)).jpeg({ quality: 82 }).toBuffer();
  };
  if (cacheDir === null) return prove();
  const { sha256 } = outputProfileOf(condition);
  const name = createHash('sha256')
    .update(JSON.stringify(['soft-proof', PARAMETERS_VERSION, rendition.key, sha256]))
    .digest('hex');
  const file = path.join(cacheDir, `${name}.jpg`);
  return (await readFile(file).catch(ignoreMissing)) ?? keep(file, await prove());
}

/** How colours will look in print, as `softProofPicture` shows them in pictures. */
export async function softProofColours(
  colours: readonly Colour[],
  condition: OutputConditionId,
): Promise<Map<Colour, Colour>> {
  if (colours.length === 0) return new Map();
  const proved = await throughInks(onePixelEach(colours), condition);
  const data = await proved.removeAlpha().raw().toBuffer();
  return new Map(
    colours.map((colour, index) => {
      const hex = data.subarray(index * 3, index * 3 + 3).toString('hex');
      return [colour, `#${hex}`];
    }),
  );
}

/** Through a TIFF that carries its profile, because a pipeline of sharp converts into one profile only. */
async function throughInks(picture: Sharp, condition: OutputConditionId): Promise<Sharp> {
  const inInks = await picture
    .withIccProfile(outputProfileOf(condition).path)
    .tiff({ compression: 'none' })
    .toBuffer();
  return sharp(inInks).toColourspace('srgb');
}

/** Another process may write the same file: each writes its own, and the last name wins. */
async function keep(file: string, bytes: Buffer): Promise<Buffer> {
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${randomUUID()}`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, file);
    return bytes;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
