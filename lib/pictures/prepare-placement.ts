import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { assert } from '@/lib/core/assert';
import { type ColourMatrix, filterMatrix } from '@/lib/print/filters';
import type { ImageOperation } from '@/lib/print/operations';
import type { Orientation, PreparedPicture } from '@/lib/print/pdf/prepared-picture';
import type { Edition, OutputConditionId } from '@/lib/print/press';
import { type OutputProfile, outputProfileOf } from '@/lib/providers/output-profiles';
import { type ByteRange, profileName, readJpegParts } from './jpeg-parts';
import { AREA_MAX_PX } from './limits';
import { liesOnItsSide, storedPart } from './stored-part';

/** What a prepared picture is for: how fine it is, and in which colours. */
export type PictureTarget = {
  /** Pixels to an inch at most; more is only a larger file. */
  dpi: number;
  /** In the inks of this profile; null for sRGB. */
  profile: Pick<OutputProfile, 'path' | 'sha256'> | null;
};

/** What a print house asks for. */
const PRINT_DPI = 300;
/** As fine as the densest screens show a page that fills them. */
const SCREEN_DPI = 200;

/** @param condition of the press; read for the press edition only */
export function pictureTarget(edition: Edition, condition: OutputConditionId): PictureTarget {
  switch (edition) {
    case 'press':
      return { dpi: PRINT_DPI, profile: outputProfileOf(condition) };
    case 'proof':
      return { dpi: PRINT_DPI, profile: null };
    case 'digital':
      return { dpi: SCREEN_DPI, profile: null };
  }
}

/** Up to this many times the resolution an untouched picture goes into the file: decoding it would only cost quality. */
const PASS_THROUGH_MAX = 4 / 3;

/** At 4:4:4 the loss is below what paper shows; the optimised Huffman pass would double the time for 3 % of bytes. */
const JPEG = { quality: 90, chromaSubsampling: '4:4:4', optimiseCoding: false } as const;

/** Changes whenever the same picture would come out differently, so that no cached file of before is used. */
const PARAMETERS_VERSION = 2;

/** A picture as it is stored. The sides are those of the upright picture. */
export type PictureFile = {
  path: string;
  widthPx: number;
  heightPx: number;
  /** Of the file's bytes, where it is known; else it is computed when a cache is used. */
  sha256?: string;
};

/** Where a picture goes and how it is turned and coloured there. */
export type Placement = Pick<
  ImageOperation,
  'source' | 'spread' | 'quarterTurns' | 'isMirrored' | 'filter' | 'widthMm' | 'heightMm'
>;

export type PrepareOptions = {
  target: PictureTarget;
  /** Where prepared pictures are kept between runs, and used again. */
  cacheDir: string | null;
  /** Where they go without a cache. The caller removes it. */
  spillDir: string;
};

/**
 * Settings of the whole process, for one that does nothing but prepare pictures: one libvips thread for each picture,
 * because two pictures at a time are faster than two threads on one, and no decoder but those of the formats we take.
 */
export function tuneForPrint(): void {
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'],
  });
}

/**
 * Makes the JPEG that fills a box: cropped to the placement's source, scaled down to the target's resolution and never
 * up, filtered, in sRGB or in inks. Its pixels stay as they are stored; the painter turns them. A whole unfiltered sRGB
 * picture that is little finer than the target is passed through without its metadata. Two may run at once.
 * @throws Error of sharp when the file is damaged, has more than 100 megapixels or is no picture
 */
export async function preparePlacement(
  picture: PictureFile,
  placement: Placement,
  options: PrepareOptions,
): Promise<PreparedPicture> {
  const { target } = options;
  const { facts, crop, size, box } = await planPlacement(picture, placement, target.dpi);
  const isWhole = crop.width === facts.widthPx && crop.height === facts.heightPx;
  const isUntouched = isWhole && placement.filter === 'none' && target.profile === null;
  const isFineEnough = crop.width <= box.widthPx * PASS_THROUGH_MAX;
  if (isUntouched && isFineEnough && facts.mayPassThrough) {
    const passed = await passThrough(picture.path, facts);
    if (passed) return passed;
  }

  const key = createHash('sha256')
    .update(
      JSON.stringify([
        PARAMETERS_VERSION,
        options.cacheDir ? (picture.sha256 ?? (await sha256Of(picture.path))) : picture.path,
        crop,
        size,
        placement.filter,
        target.profile?.sha256 ?? null,
        JPEG,
      ]),
    )
    .digest('hex');
  const folder = options.cacheDir ?? options.spillDir;
  const file = path.join(folder, `${key}.jpg`);
  const known = options.cacheDir ? await sizeOf(file) : null;
  const byteLength =
    known ?? (await encode(picture.path, { facts, crop, size, placement, target }, file));
  return {
    key,
    ...size,
    orientation: facts.orientation,
    components: target.profile ? 4 : 3,
    colour: target.profile ? 'press' : 'srgb',
    byteLength,
    read: () => readRanges(file, [{ offset: 0, length: byteLength }]),
  };
}

/**
 * Which of the stored pixels a placement takes, and how many of them the print file gets. Reads the header only.
 * @throws when the file is not as large as the picture was laid out to be
 */
export async function planPlacement(picture: PictureFile, placement: Placement, dpi: number) {
  const facts = await readFacts(picture.path);
  const isTurned = facts.orientation >= 5;
  const upright = isTurned ? [facts.heightPx, facts.widthPx] : [facts.widthPx, facts.heightPx];
  assert(
    upright[0] === picture.widthPx && upright[1] === picture.heightPx,
    `${path.basename(picture.path)} has the size it was laid out with`,
  );
  const crop = storedPixels(storedPart(placement, facts.orientation), facts);
  // Lengths are exact to a micrometre; pixels are rounded up so that there are never too few.
  const pixels = (mm: number) => Math.ceil((mm / 25.4) * dpi - 0.01);
  const across = pixels(placement.widthMm * placement.spread.x);
  const down = pixels(placement.heightMm * placement.spread.y);
  const box = liesOnItsSide(placement, facts.orientation)
    ? { widthPx: down, heightPx: across }
    : { widthPx: across, heightPx: down };
  // Within a pixel of the box counts as the box: scaling by a thousandth only blurs.
  const isScaledDown = crop.width > box.widthPx + 1 && crop.height > box.heightPx + 1;
  const size = isScaledDown ? box : { widthPx: crop.width, heightPx: crop.height };
  return { facts, crop, size, box };
}

type Facts = {
  widthPx: number;
  heightPx: number;
  orientation: Orientation;
  /** Already sRGB, or untagged and so taken for it: no colours to convert. */
  isSrgb: boolean;
  hasAlpha: boolean;
  mayPassThrough: boolean;
};

async function readFacts(file: string): Promise<Facts> {
  const { width, height, orientation, icc, space, format, hasAlpha, depth } = await sharp(file, {
    limitInputPixels: AREA_MAX_PX,
  }).metadata();
  const isSrgb =
    (space === 'srgb' || space === 'b-w') && (!icc || /^sRGB/i.test(profileName(icc).trim()));
  return {
    widthPx: width,
    heightPx: height,
    orientation: isOrientation(orientation) ? orientation : 1,
    isSrgb,
    hasAlpha: hasAlpha ?? false,
    mayPassThrough: format === 'jpeg' && isSrgb && depth === 'uchar',
  };
}

function isOrientation(value: number | undefined): value is Orientation {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 8;
}

type CropPx = { left: number; top: number; width: number; height: number };

/** A part in whole pixels, at least one, inside the picture. */
function storedPixels(part: Placement['source'], facts: Facts): CropPx {
  const side = (start: number, length: number, totalPx: number): [number, number] => {
    const lengthPx = Math.max(1, Math.min(totalPx, Math.round(length * totalPx)));
    const startPx = Math.max(0, Math.min(totalPx - lengthPx, Math.round(start * totalPx)));
    return [startPx, lengthPx];
  };
  const [left, width] = side(part.x, part.width, facts.widthPx);
  const [top, height] = side(part.y, part.height, facts.heightPx);
  return { left, top, width, height };
}

type EncodePlan = {
  facts: Facts;
  crop: CropPx;
  size: { widthPx: number; heightPx: number };
  placement: Placement;
  target: PictureTarget;
};

async function encode(source: string, plan: EncodePlan, file: string): Promise<number> {
  await mkdir(path.dirname(file), { recursive: true });
  // Two runs may make the same file; each writes its own and the last name wins.
  const unfinished = `${file}.${randomUUID()}`;
  try {
    const { size } = await pipeline(source, plan).jpeg(JPEG).toFile(unfinished);
    if (plan.target.profile) {
      // sharp only warns when it cannot use a profile, and writes the colours as they were.
      const { channels } = await sharp(unfinished).metadata();
      assert(channels === 4, 'the picture is in inks');
    }
    await rename(unfinished, file);
    return size;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function pipeline(source: string, { facts, crop, size, placement, target }: EncodePlan): Sharp {
  let image = sharp(source, {
    limitInputPixels: AREA_MAX_PX,
    // Damage must stop the print; mere warnings (odd metadata) must not.
    failOn: 'error',
    sequentialRead: true,
    autoOrient: false,
    ignoreIcc: facts.isSrgb,
  });
  if (crop.width !== facts.widthPx || crop.height !== facts.heightPx) image = image.extract(crop);
  if (size.widthPx !== crop.width || size.heightPx !== crop.height) {
    image = image.resize(size.widthPx, size.heightPx, { fit: 'fill', kernel: 'lanczos3' });
  }
  if (facts.hasAlpha) image = image.flatten({ background: '#ffffff' });
  const matrix = filterMatrix(placement.filter);
  if (matrix) image = filtered(image, matrix);
  // The profile alone: asking for CMYK besides would convert twice, with other inks and at six times the cost.
  return target.profile
    ? image.withIccProfile(target.profile.path, { attach: false })
    : image.toColourspace('srgb');
}

/** sharp applies the weights before the offsets, and cuts off what leaves the range only after both. */
function filtered(image: Sharp, [red, green, blue]: ColourMatrix): Sharp {
  const weights = ([r, g, b]: ColourMatrix[number]): [number, number, number] => [r, g, b];
  // The half rounds, where sharp would cut the fraction off.
  const offsets = [red, green, blue].map((row) => row[3] * 255 + 0.5);
  return image.recomb([weights(red), weights(green), weights(blue)]).linear([1, 1, 1], offsets);
}

async function passThrough(file: string, facts: Facts): Promise<PreparedPicture | null> {
  const parts = await readJpegParts(file);
  if (!parts || (parts.components !== 3 && parts.components !== 1)) return null;
  return {
    key: `file:${file}`,
    widthPx: facts.widthPx,
    heightPx: facts.heightPx,
    orientation: facts.orientation,
    components: parts.components,
    colour: parts.components === 1 ? 'grey' : 'srgb',
    byteLength: parts.byteLength,
    read: () => readRanges(file, parts.ranges),
  };
}

const CHUNK_BYTES = 1 << 20;

async function* readRanges(file: string, ranges: readonly ByteRange[]): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (const { offset, length } of ranges) {
      let done = 0;
      while (done < length) {
        const wanted = Math.min(CHUNK_BYTES, length - done);
        const { bytesRead } = await handle.read(buffer, 0, wanted, offset + done);
        assert(bytesRead > 0, `${path.basename(file)} is as long as it was`);
        yield buffer.subarray(0, bytesRead);
        done += bytesRead;
      }
    }
  } finally {
    await handle.close();
  }
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
