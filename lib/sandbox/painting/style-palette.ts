import sharp from 'sharp';
import type { Field, Raster } from './raster';

/** Mean and spread of brightness and of the two hue axes. */
type Tones = { mean: number[]; spread: number[] };

const SAMPLE_SIDE = 64;

/**
 * Lends a picture the palette of a trained look: its brightness and hues move towards those of the look's photos.
 * `strength` is 0 to 1; the subject moves half as far, skin stays skin.
 */
export async function lendPalette(
  picture: Raster,
  presence: Field,
  photos: readonly Buffer[],
  strength: number,
): Promise<void> {
  const samples = await Promise.all(photos.map(sampleOf));
  const look = tonesOf(new Uint8Array(Buffer.concat(samples)), 1);
  const own = tonesOf(picture.data, 41);
  const { data } = picture;
  // Hues follow the look further than light and shade do: the scene's own light has to stay readable.
  const reach = [0.45, 0.85, 0.85].map((share) => share * Math.min(1, strength));
  const scales = own.spread.map((spread, k) =>
    Math.min(1.7, Math.max(0.5, (look.spread[k] as number) / Math.max(1, spread))),
  );
  for (let i = 0; i < presence.data.length; i += 1) {
    const p = i * 3;
    const axes = axesOf(data[p] as number, data[p + 1] as number, data[p + 2] as number);
    const kept = 1 - 0.5 * (presence.data[i] as number);
    const [y, u, v] = axes.map((value, k) => {
      const moved =
        (look.mean[k] as number) + (value - (own.mean[k] as number)) * (scales[k] as number);
      return value + (moved - value) * (reach[k] as number) * kept;
    }) as [number, number, number];
    data[p] = byte(y + 1.402 * v);
    data[p + 1] = byte(y - 0.344 * u - 0.714 * v);
    data[p + 2] = byte(y + 1.772 * u);
  }
}

async function sampleOf(photo: Buffer): Promise<Buffer> {
  return await sharp(photo)
    .rotate()
    .resize(SAMPLE_SIDE, SAMPLE_SIDE, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer();
}

function tonesOf(data: Uint8Array, step: number): Tones {
  const sum = [0, 0, 0];
  const squares = [0, 0, 0];
  let count = 0;
  for (let p = 0; p + 2 < data.length; p += 3 * step) {
    axesOf(data[p] as number, data[p + 1] as number, data[p + 2] as number).forEach((value, k) => {
      sum[k] = (sum[k] as number) + value;
      squares[k] = (squares[k] as number) + value * value;
    });
    count += 1;
  }
  const mean = sum.map((value) => value / Math.max(1, count));
  const spread = squares.map((value, k) =>
    Math.sqrt(Math.max(1, value / Math.max(1, count) - (mean[k] as number) ** 2)),
  );
  return { mean, spread };
}

/** Brightness, blue against yellow, red against green. */
function axesOf(r: number, g: number, b: number): [number, number, number] {
  const y = 0.299 * r + 0.587 * g + 0.114 * b;
  return [y, 0.564 * (b - y), 0.713 * (r - y)];
}

const byte = (value: number) => Math.max(0, Math.min(255, value));
