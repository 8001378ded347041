import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';

/** As large as a present camera's or phone's. */
const MEGAPIXELS = 20;

const GRAIN = { type: 'gaussian', mean: 128, sigma: 9 } as const;

/** JPEG as cameras write it. */
const CAMERA_JPEG = { quality: 94, chromaSubsampling: '4:2:0', optimiseCoding: false } as const;

/** Photographs of a folder, or none. */
export function photosIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.jpe?g$/i.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}

/**
 * Makes the photo that every candidate gets: a real one, or a painted one where there is none, brought to 20 megapixels
 * with the grain of a camera, because decoding and encoding take as long as there is detail.
 * @param turned stores it on its side with an EXIF tag, as phones do
 */
export async function makePhoto(
  source: string | null,
  seed: number,
  out: string,
  turned: boolean,
): Promise<void> {
  const upright = source ? sharp(source).autoOrient() : paintedPicture(seed);
  const { width, height } = await sizeOf(source);
  const scale = Math.sqrt((MEGAPIXELS * 1e6) / (width * height));
  const [long, short] = [Math.round(width * scale), Math.round(height * scale)];
  const size = turned ? { width: short, height: long } : { width: long, height: short };
  let image = turned ? upright.rotate(270) : upright;
  image = image
    .resize(size.width, size.height, { fit: 'fill' })
    .composite([{ input: await grain(), blend: 'overlay', tile: true }]);
  if (turned) image = image.withMetadata({ orientation: 6 });
  await image.jpeg(CAMERA_JPEG).toFile(out);
}

/** Cuts a photo to a box, untouched by print from there on. */
export async function cutPhoto(
  source: string,
  box: { widthMm: number; heightMm: number },
  dpi: number,
  out: string,
  turned: boolean,
): Promise<void> {
  const pixels = (mm: number) => Math.floor((mm / 25.4) * dpi);
  const [across, down] = [pixels(box.widthMm), pixels(box.heightMm)];
  const upright = sharp(source).autoOrient();
  const image = turned
    ? upright.rotate(270).resize(down, across, { fit: 'cover' }).withMetadata({ orientation: 6 })
    : upright.resize(across, down, { fit: 'cover' });
  await image.jpeg(CAMERA_JPEG).toFile(out);
}

async function sizeOf(source: string | null): Promise<{ width: number; height: number }> {
  if (source === null) return { width: 3, height: 2 };
  const { autoOrient } = await sharp(source).metadata();
  return autoOrient;
}

/** Soft hills of colour, each different. */
function paintedPicture(seed: number): Sharp {
  const hue = (seed * 67) % 360;
  const circles = Array.from({ length: 24 }, (_, index) => {
    const [x, y, r] = [
      (index * 37 + seed * 11) % 100,
      (index * 53 + seed * 7) % 67,
      4 + (index % 9),
    ];
    return `<circle cx="${x}" cy="${y}" r="${r}" fill="hsl(${(hue + index * 9) % 360} 60% ${30 + ((index * 13) % 45)}%)" opacity=".7"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 67" width="1500" height="1000"><rect width="100" height="67" fill="hsl(${hue} 40% 60%)"/>${circles.join('')}</svg>`;
  return sharp(Buffer.from(svg));
}

let grainTile: Promise<Buffer> | null = null;

/** One piece of noise, laid out like tiles. */
function grain(): Promise<Buffer> {
  const side = 1024;
  const create = {
    width: side,
    height: side,
    channels: 3,
    background: '#808080',
    noise: GRAIN,
  } as const;
  grainTile ??= sharp({ create }).png({ compressionLevel: 0 }).toBuffer();
  return grainTile;
}
