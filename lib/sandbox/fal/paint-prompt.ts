import sharp from 'sharp';
import { type Dice, dice as diceOf, hashOf, n } from '../painting/drawing';
import { finish } from '../painting/finish';
import { foreground, wreath } from '../painting/flora';
import { type Field, noiseTile, type Raster } from '../painting/raster';
import { readPrompt } from '../painting/read-prompt';
import { drawScene, svgOf, viewOf } from '../painting/scenery';
import { type View, weather } from '../painting/sky';
import { lendPalette } from '../painting/style-palette';
import { chosenPhoto, type Place, placeSubject, portraitLikeness } from '../painting/subject';

/** A trained subject or look, with how strongly it shows. */
export type PaintedSubject = {
  /** JPEG or PNG files. */
  photos: readonly Buffer[];
  scale: number;
  isStyle: boolean;
};

export type PaintRequest = {
  prompt: string;
  seed: number;
  widthPx: number;
  heightPx: number;
  subjects: readonly PaintedSubject[];
};

/** Larger pictures are painted this large and enlarged: strokes cost by the pixel, and stay strokes. */
const PAINTED_AREA_MAX_PX = 800_000;

/**
 * Paints what the prompt asks for, as a JPEG: its place, season, light and medium, with the subjects' photos worked in.
 * Deterministic: same request, same bytes.
 */
export async function paintPrompt(request: PaintRequest): Promise<Buffer> {
  const { prompt, seed, widthPx, heightPx } = request;
  const spec = readPrompt(prompt, seed);
  const dice = diceOf(hashOf(prompt) ^ Math.imul(seed, 2654435761));
  const scale = Math.min(1, Math.sqrt(PAINTED_AREA_MAX_PX / (widthPx * heightPx)));
  const width = Math.max(1, Math.round(widthPx * scale));
  const height = Math.max(1, Math.round(heightPx * scale));
  const view = viewOf(spec, dice, widthPx, heightPx);

  const sitters = request.subjects
    .filter(({ isStyle, scale: strength }) => !isStyle && strength > 0.05)
    .map(({ photos }) => ({ photos, photo: chosenPhoto(photos, dice) }))
    .filter((sitter): sitter is Sitter => sitter.photo !== null);
  const canvas = await rasterOf(svgOf(view, drawScene(view, sitters.length > 0), width, height));
  const presence: Field = { data: new Float32Array(width * height), width, height };
  const places = await placesOf(sitters, dice, width, height, prompt);
  const edge = noiseTile(seed ^ 0xed6e, [0.6, 1, 1, 0.7, 0.5]);
  for (const [index, place] of places.entries()) {
    const lighting = {
      fromX: (view.sun.x / view.w) * width,
      colour: view.isDark ? ([150, 170, 230] as const) : ([255, 214, 160] as const),
      strength: spec.place === 'studio' ? 0.6 : 1,
    };
    await placeSubject(canvas, presence, (sitters[index] as Sitter).photo, place, lighting, edge);
  }
  const front = svgOf(view, drawFront(view, places, width), width, height);
  const composed = await sharp(canvas.data, { raw: { width, height, channels: 3 } })
    .composite([{ input: front }])
    .removeAlpha()
    .raw()
    .toBuffer();
  const finished = finish(spec.medium, {
    picture: { data: new Uint8Array(composed), width, height },
    presence,
    seed,
    isIndoors: spec.place === 'room' || spec.place === 'studio',
  });
  for (const { photos: samples, isStyle, scale: strength } of request.subjects) {
    if (isStyle && samples.length > 0) await lendPalette(finished, presence, samples, strength);
  }
  return await sharp(finished.data, { raw: { width, height, channels: 3 } })
    .resize(widthPx, heightPx, { fit: 'fill', kernel: 'lanczos3' })
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

async function rasterOf(svg: Buffer): Promise<Raster> {
  const { data, info } = await sharp(svg)
    .flatten({ background: '#ffffff' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: info.width, height: info.height };
}

/** A subject with the one of its photos that this picture shows. */
type Sitter = { photo: Buffer; photos: readonly Buffer[] };

/** From this likeness on a photo passes for a portrait. */
const PORTRAIT = 0.3;

const PERSON_WORDS =
  /\b(?:woman|man|girl|boy|lady|person|couple|family|child|toddler|baby|bride|groom|teenager|mother|father|sister|brother)\b/i;
const MEDALLION_WORDS = /wreath|medallion|locket|cameo|porthole|oval frame|petrykivka|miniature/i;

/** Where the subjects stand: side by side when there are several, as medallions when they cannot be cut out well. */
async function placesOf(
  sitters: readonly Sitter[],
  dice: Dice,
  width: number,
  height: number,
  prompt: string,
): Promise<Place[]> {
  const count = sitters.length;
  const off = dice.pick([0.5, 0.36, 0.64, 0.42, 0.58]);
  const size = dice.between(0.68, 0.9);
  const wanted = MEDALLION_WORDS.test(prompt);
  const isPerson = PERSON_WORDS.test(prompt);
  const places: Place[] = [];
  for (const [index, sitter] of sitters.entries()) {
    const { photo } = sitter;
    const canStand = isPerson && !wanted && (await canBeCutOut(sitter));
    const isMedallion = !canStand || dice.chance(0.25);
    const room = width / Math.max(1, count);
    const centre =
      count === 1 ? width * off : room * (index + 0.5) + (width / 2 - room * (index + 0.5)) * 0.2;
    if (isMedallion) {
      const shape = await medallionShapeOf(photo);
      const tall = Math.round(Math.min(height * 0.66, (room * 0.72) / shape));
      const wide = Math.round(tall * shape);
      places.push({
        kind: 'medallion',
        left: Math.round((count === 1 ? width / 2 : centre) - wide / 2),
        top: Math.round(height * 0.47 - tall / 2),
        width: wide,
        height: tall,
      });
    } else {
      const tall = Math.round(Math.min(height * size, room * 1.2));
      const wide = Math.round(tall * 0.86);
      places.push({
        kind: 'figure',
        left: Math.round(centre - wide / 2),
        top: Math.round(height * 1.0 - tall),
        width: wide,
        height: tall,
      });
    }
  }
  return places;
}

/**
 * One photo may look like a portrait by chance, as a sunset does; a subject's photos as a whole do not.
 * Without enough portraits among them a medallion is always handsome.
 */
async function canBeCutOut({ photo, photos }: Sitter): Promise<boolean> {
  if ((await portraitLikeness(photo)) < PORTRAIT) return false;
  let portraits = 0;
  for (const one of photos) if ((await portraitLikeness(one)) >= PORTRAIT) portraits += 1;
  return portraits >= photos.length * 0.6;
}

/** Width by height: as wide as the photo, within what still is a medallion. */
async function medallionShapeOf(photo: Buffer): Promise<number> {
  const { width, height, orientation } = await sharp(photo).metadata();
  const shape = (orientation ?? 1) > 4 ? height / width : width / height;
  return Math.min(1.3, Math.max(0.82, shape));
}

/** What is painted over the subjects: plants they stand in or that wreathe them, and the weather. */
function drawFront(view: View, places: readonly Place[], widthPx: number): string {
  const { w, h, u, dice, spec } = view;
  const unit = w / widthPx;
  const parts: string[] = [];
  for (const place of places) {
    if (place.kind !== 'medallion') continue;
    const rx = (place.width / 2) * unit;
    const ry = (place.height / 2) * unit;
    const cx = (place.left + place.width / 2) * unit;
    const cy = (place.top + place.height / 2) * unit;
    parts.push(
      `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="none" stroke="#f6ecd6" stroke-width="${n(u * 0.022)}"/>`,
      wreath(dice, spec.month, cx, cy, rx * 1.02, ry * 1.02),
    );
  }
  const isBare = spec.place === 'room' || spec.place === 'space' || spec.place === 'skyline';
  if (places.length > 0 || !isBare) parts.push(foreground(dice, spec.month, w, h, u * 0.27));
  // Nothing falls on a face: a medallion's whole oval is kept free, of a figure what is above the chest.
  const isFree = (x: number, y: number) =>
    places.every(({ kind, left, top, width, height }) => {
      const across = (x / unit - left) / width - 0.5;
      const down = (y / unit - top) / height;
      return kind === 'medallion'
        ? Math.hypot(across, down - 0.5) > 0.5
        : Math.hypot(across / 0.34, (down - 0.36) / 0.4) > 1;
    });
  parts.push(weather(view, isFree));
  return parts.join('');
}
