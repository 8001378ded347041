import sharp, { type Sharp } from 'sharp';
import { dice as diceOf, hashOf, n } from '../painting/drawing';
import { finish } from '../painting/finish';
import { foreground } from '../painting/flora';
import { furniture } from '../painting/furniture';
import { readPrompt, type SeasonName } from '../painting/read-prompt';
import { svgOf, viewOf } from '../painting/scenery';
import { type View, weather } from '../painting/sky';

const ENLARGED_AREA_MAX_PX = 64_000_000;
/** Strokes are painted this large at most and enlarged. */
const PAINTED_AREA_MAX_PX = 800_000;

/**
 * Enlarges a picture by a factor, gently sharpened, as a JPEG.
 * The result stays under 64 megapixels: a factor that asks for more is lowered.
 */
export async function enlargeImage(bytes: Buffer, factor: number): Promise<Buffer> {
  const upright = await sharp(bytes).rotate().toBuffer({ resolveWithObject: true });
  const { width, height } = enlargedSize(upright.info, factor);
  return await sharp(upright.data)
    .resize(width, height, { kernel: 'lanczos3', fit: 'fill' })
    .sharpen({ sigma: 1, m1: 0.4, m2: 1.2 })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/** How large a picture becomes, in pixels. */
export function enlargedSize(
  { width, height }: { width: number; height: number },
  factor: number,
): { width: number; height: number } {
  const limited = Math.min(factor, Math.sqrt(ENLARGED_AREA_MAX_PX / (width * height)));
  return {
    width: Math.max(1, Math.floor(width * limited)),
    height: Math.max(1, Math.floor(height * limited)),
  };
}

/** How each season colours a photo: factors of red, green and blue, and how colourful it stays. */
const SEASON_GRADES: Record<SeasonName, { gain: [number, number, number]; saturation: number }> = {
  winter: { gain: [1.06, 1.12, 1.24], saturation: 0.42 },
  spring: { gain: [1.01, 1.05, 0.97], saturation: 1.14 },
  summer: { gain: [1.07, 1.02, 0.9], saturation: 1.2 },
  autumn: { gain: [1.12, 0.98, 0.82], saturation: 1.1 },
};

const STAGING = /furni|staging|staged|sofa|couch|living room|apartment|interior design|decorate/i;
const SEASONAL =
  /\b(?:winter|spring|summer|autumn|fall|snow\w*|christmas|blossoms?|leaves|rain\w*|january|february|march|april|june|july|august|september|october|november|december|flowers?)\b/i;
const MEDIUM_WORDS =
  /paint|illustrat|watercolou?r|sketch|pencil|poster|style of|noir|vintage|mosaic|art/i;

/**
 * Repaints a picture after the words, as a JPEG of the same size: furniture for rooms to be staged, plants, weather and light
 * of a season, or another medium altogether; else a warmer light. Deterministic: same request, same bytes.
 */
export async function repaintImage(bytes: Buffer, prompt: string, seed: number): Promise<Buffer> {
  const upright = await sharp(bytes)
    .rotate()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .toBuffer({ resolveWithObject: true });
  const { width, height } = upright.info;
  const spec = readPrompt(prompt, seed);
  const dice = diceOf(hashOf(prompt) ^ Math.imul(seed, 2654435761));
  const isStaging = STAGING.test(prompt);
  const isSeasonal = !isStaging && SEASONAL.test(prompt);
  const view = viewOf({ ...spec, place: 'meadow' }, dice, width, height);
  const drawn = isStaging
    ? furniture(dice, view.w, view.h)
    : isSeasonal
      ? (spec.season === 'winter' ? frost(view) : '') +
        foreground(dice, spec.month, view.w, view.h, view.u * 0.24) +
        weather(view, () => true)
      : `<rect width="${view.w}" height="${view.h}" fill="url(#glow)" opacity="0.22"/>`;
  const { gain, saturation } = isStaging
    ? { gain: [1.05, 1.01, 0.95] as [number, number, number], saturation: 1.05 }
    : isSeasonal
      ? SEASON_GRADES[spec.season]
      : { gain: [1.08, 1.01, 0.9] as [number, number, number], saturation: 1.12 };
  const graded = await sharp(upright.data)
    .modulate({ saturation })
    .linear(gain, [0, 0, 0])
    .removeAlpha()
    .toBuffer();
  const composed = sharp(graded)
    .composite([{ input: svgOf(view, drawn, width, height) }])
    .removeAlpha();
  if (spec.medium === 'painted' || !MEDIUM_WORDS.test(prompt)) return await jpegOf(composed);

  const scale = Math.min(1, Math.sqrt(PAINTED_AREA_MAX_PX / (width * height)));
  const { data, info } = await sharp(await composed.png({ compressionLevel: 0 }).toBuffer())
    .resize(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), {
      fit: 'fill',
    })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const size = { width: info.width, height: info.height };
  const painted = finish(spec.medium, {
    picture: { data: new Uint8Array(data), ...size },
    // Nobody knows where the subject is: everything is drawn half fine.
    presence: { data: new Float32Array(size.width * size.height).fill(0.45), ...size },
    seed,
    isIndoors: isStaging,
  });
  return await jpegOf(
    sharp(painted.data, { raw: { ...size, channels: 3 } }).resize(width, height, { fit: 'fill' }),
  );
}

/** Snow that has settled: white drifts over the lower part, thinner above. */
function frost({ w, h, dice }: View): string {
  const drifts = Array.from({ length: 26 }, () => {
    const y = h * (0.5 + 0.5 * dice.next() ** 0.7);
    const rx = w * dice.between(0.06, 0.24) * (y / h);
    return `<ellipse cx="${n(w * dice.next())}" cy="${n(y)}" rx="${n(rx)}" ry="${n(rx * 0.14)}" fill="#f6fafd" opacity="${n(dice.between(0.1, 0.4))}"/>`;
  });
  return `<linearGradient id="frost" x1="0" y1="0" x2="0" y2="1"><stop offset="0.35" stop-color="#eef5fa" stop-opacity="0"/><stop offset="1" stop-color="#f4f9fc" stop-opacity="0.6"/></linearGradient><rect width="${w}" height="${h}" fill="url(#frost)"/>${drifts.join('')}`;
}

async function jpegOf(image: Sharp): Promise<Buffer> {
  return await image.jpeg({ quality: 90, chromaSubsampling: '4:4:4' }).toBuffer();
}
