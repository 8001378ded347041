import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AI_MARK_XMP, AI_TERM } from '../ai-mark';
import type { AcceptedKind } from '../file-kind';
import {
  AREA_MAX_PX,
  RATIO_MAX,
  SCREEN_SIDE_PX,
  SIDE_MAX_PX,
  SIDE_MIN_PX,
  THUMB_SIDE_PX,
} from '../limits';
import { type Look, measureLook } from '../measure-look';
import { differenceHash, HASH_GRID } from '../perceptual-hash';
import { measureSharpness } from '../sharpness';
import type { DecodeRefusal, DecodeRequest } from './protocol';

const CHILD = fileURLToPath(new URL('./decode-child.ts', import.meta.url));

/** Time on the clock: a machine under load gets more of it than the processor time below. */
const WALL_LIMIT_MS = 60_000;
const CPU_LIMIT_SECONDS = 30;
/**
 * Data segment in KiB. Node and libvips reserve 0.6 GB before the first pixel; 100 megapixels that must be turned
 * upright take 0.3 GB more, progressive ones another 0.3 GB.
 */
const DATA_LIMIT_KIB = 2_400_000;
/** One written file, in the shell's unit of 512 bytes: 400 MB. */
const FILE_LIMIT_BLOCKS = 800_000;
const ANSWER_MAX_BYTES = 1024 * 1024;
const COMPLAINT_MAX_BYTES = 4096;

/** Signals that a decoder earns by itself: crashes and passed limits. Others come from outside and say nothing about the file. */
const OWN_FAULTS: ReadonlySet<NodeJS.Signals> = new Set([
  'SIGSEGV',
  'SIGBUS',
  'SIGILL',
  'SIGFPE',
  'SIGABRT',
  'SIGTRAP',
  'SIGXCPU',
  'SIGXFSZ',
  'SIGSYS',
]);

const REFUSALS = [
  'damaged',
  'too_small',
  'too_many_pixels',
  'too_narrow',
  'animated',
  'too_complex',
] as const satisfies readonly DecodeRefusal[];

// What comes back was in touch with hostile bytes: it is checked like any other input.
const AnswerSchema = z.union([
  z.strictObject({ refused: z.enum(REFUSALS), detail: z.string() }),
  z.strictObject({
    refused: z.null(),
    widthPx: z.number().int().min(1).max(SIDE_MAX_PX),
    heightPx: z.number().int().min(1).max(SIDE_MAX_PX),
    greyWidthPx: z.number().int().min(1).max(SCREEN_SIDE_PX),
    greyHeightPx: z.number().int().min(1).max(SCREEN_SIDE_PX),
    colourWidthPx: z.number().int().min(1).max(THUMB_SIDE_PX),
    colourHeightPx: z.number().int().min(1).max(THUMB_SIDE_PX),
    hashPixelsBase64: z.base64(),
    exifBase64: z.base64().nullable(),
    isAi: z.boolean(),
    dominantColour: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
]);

export type DecodedPicture = {
  refused: null;
  widthPx: number;
  heightPx: number;
  sharpness: number;
  perceptualHash: string;
  dominantColour: string;
  look: Look;
  /** The received EXIF block, for its date; it is stored nowhere. */
  exif: Uint8Array | null;
  /** It was made by a model: by its own words, or because the caller knows. */
  isAi: boolean;
  /** Our own JPEGs, upright and in sRGB, without metadata but the AI mark where it is due. */
  masterPath: string;
  screenPath: string;
  thumbPath: string;
};

export type RefusedPicture = { refused: DecodeRefusal; detail: string };

/**
 * Decodes one untrusted file in a process that is thrown away afterwards. It has no secrets in its environment, one
 * loader, and limits on memory, processor time, clock time and written bytes; breaking one refuses the file as too complex.
 * @param options.isMade a model made it, whatever the file says of itself
 * @param outputFolder empty; filled with the renditions, which the caller removes
 * @throws Error when the process could not be run or was ended from outside: the file may be fine, so try again
 */
export async function runDecoder(
  inputPath: string,
  outputFolder: string,
  kind: AcceptedKind,
  options: { isMade?: boolean; wallLimitMs?: number; onStart?: (pid: number) => void } = {},
): Promise<DecodedPicture | RefusedPicture> {
  const request: DecodeRequest = {
    inputPath,
    outputFolder,
    kind,
    limits: {
      areaMaxPx: AREA_MAX_PX,
      sideMinPx: SIDE_MIN_PX,
      sideMaxPx: SIDE_MAX_PX,
      ratioMax: RATIO_MAX,
    },
    screenSidePx: SCREEN_SIDE_PX,
    thumbSidePx: THUMB_SIDE_PX,
    hashGrid: HASH_GRID,
    aiMark: { xmp: AI_MARK_XMP, term: AI_TERM, isCertain: options.isMade ?? false },
  };
  const end = await runChild(request, options);
  if (end.isTimedOut) return { refused: 'too_complex', detail: 'time' };
  if (end.signal !== null) {
    if (OWN_FAULTS.has(end.signal)) return { refused: 'too_complex', detail: end.signal };
    throw new Error(`The picture decoder was ended by ${end.signal}`);
  }
  if (end.exitCode !== 0) {
    // The shell's and V8's ways to say that the memory limit was hit.
    if (/heap out of memory|bad_alloc|Cannot allocate/i.test(end.complaint)) {
      return { refused: 'too_complex', detail: 'memory' };
    }
    throw new Error(`The picture decoder failed (${end.exitCode}): ${end.complaint}`);
  }
  const answer = AnswerSchema.parse(JSON.parse(end.answer));
  if (answer.refused !== null) return answer;
  const file = (name: string) => path.join(outputFolder, name);
  return {
    refused: null,
    widthPx: answer.widthPx,
    heightPx: answer.heightPx,
    sharpness: measureSharpness({
      data: await readFile(file('grey.raw')),
      widthPx: answer.greyWidthPx,
      heightPx: answer.greyHeightPx,
    }),
    perceptualHash: differenceHash(Buffer.from(answer.hashPixelsBase64, 'base64')),
    dominantColour: answer.dominantColour,
    look: measureLook({
      data: await readFile(file('colour.raw')),
      widthPx: answer.colourWidthPx,
      heightPx: answer.colourHeightPx,
    }),
    isAi: answer.isAi,
    exif: answer.exifBase64 === null ? null : Buffer.from(answer.exifBase64, 'base64'),
    masterPath: file('master.jpg'),
    screenPath: file('screen.jpg'),
    thumbPath: file('thumb.jpg'),
  };
}

type ChildEnd = {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  isTimedOut: boolean;
  answer: string;
  complaint: string;
};

function runChild(
  request: DecodeRequest,
  options: { wallLimitMs?: number; onStart?: (pid: number) => void },
): Promise<ChildEnd> {
  const [command, args] = commandLine(JSON.stringify(request));
  const child = spawn(command, args, {
    cwd: request.outputFolder,
    stdio: ['pipe', 'pipe', 'pipe'],
    // Its own process group: Ctrl-C in the terminal must not look like a file that cannot be decoded.
    detached: process.platform !== 'win32',
    env: {
      NODE_ENV: 'production',
      MALLOC_ARENA_MAX: '1',
      UV_THREADPOOL_SIZE: '2',
      VIPS_CONCURRENCY: '1',
    },
    windowsHide: true,
  });
  return new Promise((resolve, reject) => {
    let answer = '';
    let complaint = '';
    let isTimedOut = false;
    const timer = setTimeout(() => {
      isTimedOut = true;
      child.kill('SIGKILL');
    }, options.wallLimitMs ?? WALL_LIMIT_MS);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
      if (answer.length > ANSWER_MAX_BYTES) child.kill('SIGABRT');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(0, COMPLAINT_MAX_BYTES);
    });
    // The child may be gone before it reads; that shows in its exit.
    child.stdin.on('error', () => undefined);
    child.on('spawn', () => {
      if (child.pid !== undefined) options.onStart?.(child.pid);
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (exitCode, signal) => {
      clearTimeout(timer);
      resolve({ exitCode, signal, isTimedOut, answer, complaint });
    });
  });
}

/** Any POSIX shell can set limits before it becomes the decoder; elsewhere the clock and the heap limit remain. */
function commandLine(requestJson: string): [string, string[]] {
  const node = ['--max-old-space-size=192', '--no-warnings', CHILD, requestJson];
  if (process.platform === 'win32') return [process.execPath, node];
  // Each on its own: where a system cannot set one of them, the others still hold.
  const limits = [
    'ulimit -c 0',
    `ulimit -S -t ${CPU_LIMIT_SECONDS}`,
    `ulimit -f ${FILE_LIMIT_BLOCKS}`,
    `ulimit -d ${DATA_LIMIT_KIB}`,
  ].join('; ');
  return ['/bin/sh', ['-c', `${limits}; exec "$0" "$@"`, process.execPath, ...node]];
}
