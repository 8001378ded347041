import sharp from 'sharp';
import { randomFrom } from '@/lib/core/random-from';
import { mix, n } from './painting/drawing';
import { area, birds, cloud, meadow, ridgeLine, snowCaps, woods } from './painting/land';
import { type Season, seasonsOf } from './scene-seasons';

/** What to paint: a landscape true to its month on the northern hemisphere, the same for the same seed. */
export type SceneRequest = {
  /** 1 to 12. */
  month: number;
  seed: number;
  widthPx: number;
  heightPx: number;
  /** JPEG quality, 1 to 100. */
  quality?: number;
};

/** Wider pictures are drawn this wide and enlarged: the shapes are soft, and drawing them costs by the pixel. */
const DRAWN_WIDTH_MAX_PX = 1600;

/** Paints one landscape as a JPEG, sharp enough to print. Deterministic: same request, same bytes. */
export async function paintScene(request: SceneRequest): Promise<Buffer> {
  const { widthPx, heightPx, seed } = request;
  const svg = Buffer.from(sceneSvg(request));
  // A tile may not be larger than what it covers.
  const side = Math.min(512, widthPx, heightPx);
  const grain = await sharp(grainPixels(seed, side), {
    raw: { width: side, height: side, channels: 4 },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  // Drawn before it is enlarged: asked in one go, the SVG loader draws at the final size strip by strip.
  const drawn = await sharp(svg).png({ compressionLevel: 1 }).toBuffer();
  return await sharp(drawn)
    .resize(widthPx, heightPx, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .composite([{ input: grain, tile: true, blend: 'over' }])
    .jpeg({ quality: request.quality ?? 90, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

function sceneSvg({ month, seed, widthPx, heightPx }: SceneRequest): string {
  const random = randomFrom(seed * 7919 + month * 104729 + 17);
  const between = (low: number, high: number) => low + (high - low) * random();
  const kinds = seasonsOf(month);
  const season = kinds[Math.floor(random() * kinds.length)] as Season;
  const w = 1000;
  const h = Math.round((1000 * heightPx) / widthPx);
  const horizon = h * between(0.44, 0.56);
  const hasLake = random() < 0.5;
  const parts: string[] = [];

  const sunX = w * between(0.18, 0.82);
  const sunY = horizon * between(0.32, 0.8);
  const sunR = between(26, 48);
  parts.push(
    `<rect width="${w}" height="${h}" fill="url(#sky)"/>`,
    `<circle cx="${n(sunX)}" cy="${n(sunY)}" r="${n(sunR * 7)}" fill="url(#glow)"/>`,
    `<circle cx="${n(sunX)}" cy="${n(sunY)}" r="${n(sunR)}" fill="${season.sun}" opacity="0.92"/>`,
  );
  for (let i = 0; i < 5; i += 1) parts.push(cloud(random, w, horizon));

  const layers = 4;
  for (let layer = 0; layer < layers; layer += 1) {
    const depth = layer / (layers - 1);
    const colour = mix(season.ridges[0], season.ridges[1], depth);
    const base = horizon + depth * h * 0.06;
    const height = h * (0.26 - depth * 0.13);
    const ridge = ridgeLine(random, w, base, height, 7 - layer);
    parts.push(`<path d="${area(ridge, w, h)}" fill="${colour}"/>`);
    if (season.snow && layer < 2) parts.push(snowCaps(random, ridge, base, height));
    parts.push(
      `<rect y="${n(base - h * 0.03)}" width="${w}" height="${n(h * 0.12)}" fill="url(#mist)" opacity="${n(0.55 - depth * 0.35)}"/>`,
    );
  }

  const shore = horizon + h * 0.075;
  if (hasLake) {
    parts.push(`<rect y="${n(shore)}" width="${w}" height="${n(h - shore)}" fill="url(#water)"/>`);
    for (let i = 0; i < 26; i += 1) {
      const y = shore + 3 + i * h * 0.009;
      const half = sunR * (0.3 + random() * 0.9) * (1 + i * 0.05);
      parts.push(
        `<rect x="${n(sunX - half + between(-9, 9))}" y="${n(y)}" width="${n(half * 2)}" height="${n(1 + i * 0.08)}" rx="1" fill="${season.sun}" opacity="${n(0.5 - i * 0.016)}"/>`,
      );
    }
    for (let i = 0; i < 70; i += 1) {
      const y = shore + (h - shore) * random() ** 1.5;
      const length = between(14, 90) * (0.4 + (y - shore) / (h - shore));
      parts.push(
        `<rect x="${n(between(-40, w))}" y="${n(y)}" width="${n(length)}" height="${n(between(0.6, 2.2))}" rx="1" fill="#ffffff" opacity="${n(between(0.06, 0.3))}"/>`,
      );
    }
  }

  const fields = hasLake ? 1 : 3;
  for (let field = 0; field < fields; field += 1) {
    const depth = fields === 1 ? 1 : field / (fields - 1);
    const base = hasLake ? h * 0.84 : shore + (h - shore) * (0.02 + depth * 0.46);
    const line = ridgeLine(random, w, base, h * 0.035, 3);
    const colour = mix(season.ground[0], season.ground[1], depth);
    parts.push(`<path d="${area(line, w, h)}" fill="${colour}"/>`);
    parts.push(...woods(random, season, line, depth, h));
    if (depth > 0.4) parts.push(...meadow(random, season, line, w, h));
  }
  if (!season.snow && random() < 0.6) parts.push(birds(random, w, horizon));
  if (season.snow) {
    for (let i = 0; i < 130; i += 1) {
      parts.push(
        `<circle cx="${n(between(0, w))}" cy="${n(between(0, h))}" r="${n(between(0.8, 3.2))}" fill="#ffffff" opacity="${n(between(0.35, 0.9))}"/>`,
      );
    }
  }

  const drawnPx = Math.min(widthPx, DRAWN_WIDTH_MAX_PX);
  const [top, middle, low] = season.sky;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${drawnPx}" height="${Math.round((drawnPx * heightPx) / widthPx)}" viewBox="0 0 ${w} ${h}" preserveAspectRatio="none"><defs>
<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="0.34" stop-color="${middle}"/><stop offset="0.6" stop-color="${low}"/></linearGradient>
<radialGradient id="glow"><stop offset="0" stop-color="${season.sun}" stop-opacity="0.75"/><stop offset="1" stop-color="${season.sun}" stop-opacity="0"/></radialGradient>
<linearGradient id="mist" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${low}" stop-opacity="0"/><stop offset="0.6" stop-color="${low}" stop-opacity="0.8"/><stop offset="1" stop-color="${low}" stop-opacity="0"/></linearGradient>
<linearGradient id="water" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${mix(low, middle, 0.4)}"/><stop offset="1" stop-color="${mix(top, '#14263a', 0.35)}"/></linearGradient>
</defs>${parts.join('')}</svg>`;
}

/** Camera-like grain, faint black and white specks, so that prints are not plastic and JPEGs have a photograph's size. */
function grainPixels(seed: number, side: number): Buffer {
  const random = randomFrom(seed + 99991);
  const pixels = Buffer.alloc(side * side * 4);
  for (let i = 0; i < side * side; i += 1) {
    const strength = random() + random() - 1;
    const tone = strength < 0 ? 0 : 255;
    pixels.fill(tone, i * 4, i * 4 + 3);
    pixels[i * 4 + 3] = Math.abs(strength) * 15;
  }
  return pixels;
}
