import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { assert } from '@/lib/core/assert';
import type { Orientation, PreparedPicture } from '@/lib/print/pdf/prepared-picture';
import { type ByteRange, jpegParts, profileName } from './jpeg-parts';
import { AREA_MAX_PX } from './limits';

/** Pixels to an inch that a print house asks for; more is only a larger file. */
export const PRINT_DPI = 300;

/** Up to this resolution an untouched picture goes into the file as it is: decoding it would only cost quality. */
const PASS_THROUGH_DPI_MAX = 400;

/** At 4:4:4 the loss is below what paper shows; the optimised Huffman pass would double the time for 3 % of bytes. */
const JPEG = { quality: 90, chromaSubsampling: '4:4:4', optimiseCoding: false } as const;

/** Changes whenever the same picture would come out differently, so that no cached file of before is used. */
const PARAMETERS_VERSION = 1;

/** A picture as it is stored. The sides are those of the upright picture. */
export type PictureFile = {
  path: string;
  widthPx: number;
  heightPx: number;
  /** Of the file's bytes, where it is known; else it is computed when a cache is used. */
  sha256?: string;
};

/** Where a picture goes: the part of the upright picture, in fractions of its sides, and the box it fills. */
export type Placement = {
  source: { x: number; y: number; width: number; height: number };
  widthMm: number;
  heightMm: number;
};

export type PrepareOptions = {
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
 * Makes the JPEG that fills a box in print: cropped to the placement, scaled down to 300 dpi and never up, sRGB.
 * Stays in the stored orientation; the painter turns it. A whole untouched sRGB picture of at most 400 dpi is passed
 * through without its metadata. Two may run at once.
 * @throws Error of sharp when the file is damaged, has more than 100 megapixels or is no picture
 */
export async function preparePlacement(
  picture: PictureFile,
  placement: Placement,
  options: PrepareOptions,
): Promise<PreparedPicture> {
  const { facts, crop, size, box } = await planPlacement(picture, placement);
  const isWhole = crop.width === facts.widthPx && crop.height === facts.heightPx;
  const dpi = (crop.width / box.widthPx) * PRINT_DPI;
  if (isWhole && dpi <= PASS_THROUGH_DPI_MAX && facts.mayPassThrough) {
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
        JPEG,
      ]),
    )
    .digest('hex');
  const folder = options.cacheDir ?? options.spillDir;
  const file = path.join(folder, `${key}.jpg`);
  const known = options.cacheDir ? await sizeOf(file) : null;
  const byteLength = known ?? (await encode(picture.path, facts, crop, size, file));
  return {
    key,
    ...size,
    orientation: facts.orientation,
    colour: 'rgb',
    byteLength,
    read: () => readRanges(file, [{ offset: 0, length: byteLength }]),
  };
}

/**
 * Which of the stored pixels a placement takes, and how many of them the print file gets. Reads the header only.
 * @throws when the file is not as large as the picture was laid out to be
 */
export async function planPlacement(picture: PictureFile, placement: Placement) {
  const facts = await readFacts(picture.path);
  const isTurned = facts.orientation >= 5;
  const upright = isTurned ? [facts.heightPx, facts.widthPx] : [facts.widthPx, facts.heightPx];
  assert(
    upright[0] === picture.widthPx && upright[1] === picture.heightPx,
    `${path.basename(picture.path)} has the size it was laid out with`,
  );
  const crop = storedCrop(placement.source, facts);
  const box = isTurned
    ? { widthPx: printPixels(placement.heightMm), heightPx: printPixels(placement.widthMm) }
    : { widthPx: printPixels(placement.widthMm), heightPx: printPixels(placement.heightMm) };
  // Within a pixel of the box counts as the box: scaling by a thousandth only blurs.
  const isScaledDown = crop.width > box.widthPx + 1 && crop.height > box.heightPx + 1;
  const size = isScaledDown ? box : { widthPx: crop.width, heightPx: crop.height };
  return { facts, crop, size, box };
}

/** Pixels of a length at 300 dpi, rounded up so that it is never below; lengths are exact to a micrometre. */
function printPixels(mm: number): number {
  return Math.ceil((mm / 25.4) * PRINT_DPI - 0.01);
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

/** The part of the stored pixels which, turned upright, is the placement's source. */
function storedCrop({ x, y, width, height }: Placement['source'], facts: Facts): CropPx {
  const [right, bottom] = [1 - x - width, 1 - y - height];
  const upright: Record<Orientation, [number, number, number, number]> = {
    1: [x, y, width, height],
    2: [right, y, width, height],
    3: [right, bottom, width, height],
    4: [x, bottom, width, height],
    5: [y, x, height, width],
    6: [y, right, height, width],
    7: [bottom, right, height, width],
    8: [bottom, x, height, width],
  };
  const [storedX, storedY, storedWidth, storedHeight] = upright[facts.orientation];
  const side = (start: number, length: number, totalPx: number): [number, number] => {
    const lengthPx = Math.max(1, Math.min(totalPx, Math.round(length * totalPx)));
    const startPx = Math.max(0, Math.min(totalPx - lengthPx, Math.round(start * totalPx)));
    return [startPx, lengthPx];
  };
  const [left, widthPx] = side(storedX, storedWidth, facts.widthPx);
  const [top, heightPx] = side(storedY, storedHeight, facts.heightPx);
  return { left, top, width: widthPx, height: heightPx };
}

async function encode(
  source: string,
  facts: Facts,
  crop: CropPx,
  size: { widthPx: number; heightPx: number },
  file: string,
): Promise<number> {
  await mkdir(path.dirname(file), { recursive: true });
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
  // Two runs may make the same file; each writes its own and the last name wins.
  const unfinished = `${file}.${randomUUID()}`;
  try {
    const { size: byteLength } = await image.toColourspace('srgb').jpeg(JPEG).toFile(unfinished);
    await rename(unfinished, file);
    return byteLength;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function passThrough(file: string, facts: Facts): Promise<PreparedPicture | null> {
  const parts = jpegParts(await readFile(file));
  if (!parts?.isBaseline || (parts.components !== 3 && parts.components !== 1)) return null;
  return {
    key: `file:${file}`,
    widthPx: facts.widthPx,
    heightPx: facts.heightPx,
    orientation: facts.orientation,
    colour: parts.components === 1 ? 'grey' : 'rgb',
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
