/**
 * A program of its own: decodes one untrusted picture, writes our own JPEGs of it, prints one JSON answer and ends.
 * Started by run-decoder.ts under limits on memory, time and file size. It runs without any loader, so it imports
 * nothing of ours but types.
 */
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Metadata, type Sharp } from 'sharp';
import type { DecodeAnswer, DecodeRefusal, DecodeRequest } from './protocol';

class Refusal extends Error {
  readonly code: DecodeRefusal;
  constructor(code: DecodeRefusal, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** q95 without chroma subsampling: the master is encoded once more for print. PSNR 42.9 dB against the lossless picture. */
const MASTER_JPEG = { quality: 95, chromaSubsampling: '4:4:4', optimiseCoding: false } as const;
const SCREEN_JPEG = { quality: 84, optimiseCoding: true } as const;
const THUMB_JPEG = { quality: 80, optimiseCoding: true } as const;
const EXIF_MAX_BYTES = 256 * 1024;
const XMP_MAX_BYTES = 1024 * 1024;
const PNG_CHUNKS_MAX = 10_000;

const LOADERS = {
  JPEG: 'VipsForeignLoadJpegFile',
  PNG: 'VipsForeignLoadPngFile',
  WebP: 'VipsForeignLoadWebpFile',
} as const;

const FORMATS = { JPEG: 'jpeg', PNG: 'png', WebP: 'webp' } as const;

/**
 * Complaints of the JPEG library about files that every other program shows whole: padding before the end marker, and
 * scan parameters as some phones write them.
 */
const HARMLESS = /extraneous bytes before marker 0xd9|Invalid SOS parameters/;
const PROFILE = /icc|profile/i;
const MEMORY = /memory|alloc/i;
/** The machine's fault, not the picture's. */
const MACHINE = /no space|permission|read-only|unable to open for write|write error|too many open/i;

type Mark = (image: Sharp) => Sharp;
type Lenience = { failOn: 'warning' | 'error'; ignoreIcc: boolean };

// The worker that asked holds the other end. When it dies, nobody waits for the answer; a plain exit would still
// wait for the decoding threads.
process.stdin.on('end', () => process.kill(process.pid, 'SIGKILL'));
process.stdin.resume();

const request = JSON.parse(process.argv[2] ?? '') as DecodeRequest;
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
// JPEG for reading back our own master.
sharp.unblock({ operation: [LOADERS[request.kind], LOADERS.JPEG] });

let answer: DecodeAnswer;
try {
  answer = await decode(request);
} catch (error) {
  const detail = error instanceof Error ? error.message : String(error);
  if (!(error instanceof Refusal) && MACHINE.test(detail)) throw error;
  answer = { refused: error instanceof Refusal ? error.code : refusalFor(detail), detail };
}
writeFileSync(1, JSON.stringify(answer));
process.exit(0);

function refusalFor(message: string): DecodeRefusal {
  if (MEMORY.test(message)) return 'too_complex';
  if (/pixel limit/i.test(message)) return 'too_many_pixels';
  return 'damaged';
}

async function decode(request: DecodeRequest): Promise<DecodeAnswer> {
  const { inputPath, outputFolder, kind, limits } = request;
  if (kind === 'PNG' && isAnimatedPng(inputPath)) throw new Refusal('animated', 'acTL');
  const lenient: Lenience = { failOn: 'warning', ignoreIcc: false };
  const header = await sharp(inputPath, { limitInputPixels: limits.areaMaxPx, failOn: 'none' })
    .metadata()
    .catch((error: Error) => {
      throw new Refusal(refusalFor(error.message), error.message);
    });
  if (header.format !== FORMATS[kind]) throw new Refusal('damaged', `is ${header.format}`);
  if ((header.pages ?? 1) > 1) throw new Refusal('animated', `${header.pages} pages`);
  requireSize(header.width, header.height, limits);

  const file = (name: string) => path.join(outputFolder, name);
  const isAi = isMadeByModel(header, request);
  const marked: Mark = (image) => (isAi ? image.withXmp(request.aiMark.xmp) : image);
  const master = await writeMaster(request, file('master.jpg'), lenient, marked);
  // Everything else is made of our own master: it is sRGB, upright and well formed.
  const screenPath = file('screen.jpg');
  const screen = sharp(file('master.jpg'), { limitInputPixels: limits.areaMaxPx })
    .resize({
      width: request.screenSidePx,
      height: request.screenSidePx,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .jpeg(SCREEN_JPEG);
  await marked(screen).toFile(screenPath);
  const thumbPath = file('thumb.jpg');
  const thumb = sharp(screenPath)
    .resize({ width: request.thumbSidePx, height: request.thumbSidePx, fit: 'inside' })
    .sharpen({ sigma: 0.5 })
    .jpeg(THUMB_JPEG);
  await marked(thumb).toFile(thumbPath);
  const grey = await sharp(screenPath).greyscale().raw().toBuffer({ resolveWithObject: true });
  writeFileSync(file('grey.raw'), grey.data);
  const { widthPx, heightPx } = request.hashGrid;
  const hashPixels = await sharp(thumbPath)
    .resize({ width: widthPx, height: heightPx, fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();
  const { dominant } = await sharp(thumbPath).stats();
  const colour = await sharp(thumbPath)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  writeFileSync(file('colour.raw'), colour.data);
  const exif = header.exif && header.exif.length <= EXIF_MAX_BYTES ? header.exif : null;
  return {
    refused: null,
    widthPx: master.width,
    heightPx: master.height,
    greyWidthPx: grey.info.width,
    greyHeightPx: grey.info.height,
    colourWidthPx: colour.info.width,
    colourHeightPx: colour.info.height,
    hashPixelsBase64: hashPixels.toString('base64'),
    isAi,
    exifBase64: exif ? exif.toString('base64') : null,
    dominantColour: `#${[dominant.r, dominant.g, dominant.b]
      .map((value) => Math.round(value).toString(16).padStart(2, '0'))
      .join('')}`,
  };
}

/** Of what a file says of itself, only that a model made it is kept, in our own words. */
function isMadeByModel({ xmp }: Metadata, { aiMark }: DecodeRequest): boolean {
  if (aiMark.isCertain) return true;
  return xmp !== undefined && xmp.length <= XMP_MAX_BYTES && xmp.includes(aiMark.term);
}

/** Upright pixels in sRGB on white, one frame, without any of the metadata; as strict as the file allows. */
async function writeMaster(
  request: DecodeRequest,
  target: string,
  { failOn, ignoreIcc }: Lenience,
  marked: Mark,
): Promise<{ width: number; height: number }> {
  try {
    const master = sharp(request.inputPath, {
      limitInputPixels: request.limits.areaMaxPx,
      failOn,
      ignoreIcc,
      sequentialRead: true,
    })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg(MASTER_JPEG);
    return await marked(master).toFile(target);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (failOn === 'warning' && HARMLESS.test(message)) {
      return writeMaster(request, target, { failOn: 'error', ignoreIcc }, marked);
    }
    if (!ignoreIcc && PROFILE.test(message)) {
      return writeMaster(request, target, { failOn, ignoreIcc: true }, marked);
    }
    throw error;
  }
}

/** By the header, before a single pixel is decoded. */
function requireSize(width: number, height: number, limits: DecodeRequest['limits']): void {
  const detail = `${width} x ${height}`;
  const [short, long] = width < height ? [width, height] : [height, width];
  if (!(short > 0)) throw new Refusal('damaged', detail);
  if (long > short * limits.ratioMax) throw new Refusal('too_narrow', detail);
  if (width * height > limits.areaMaxPx || long > limits.sideMaxPx) {
    throw new Refusal('too_many_pixels', detail);
  }
  if (short < limits.sideMinPx) throw new Refusal('too_small', detail);
}

/** An animated PNG announces its frames in an acTL chunk before the pixels; the library would show the first one. */
function isAnimatedPng(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(8);
    let at = 8;
    for (let chunk = 0; chunk < PNG_CHUNKS_MAX; chunk += 1) {
      if (readSync(handle, head, 0, 8, at) < 8) return false;
      const type = head.toString('latin1', 4, 8);
      if (type === 'acTL') return true;
      if (type === 'IDAT' || type === 'IEND') return false;
      at += 12 + head.readUInt32BE(0);
    }
    return false;
  } finally {
    closeSync(handle);
  }
}
