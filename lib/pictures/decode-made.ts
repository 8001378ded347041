import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeWorkFolder } from '@/lib/core/work-folder';
import { type DecodedPicture, runDecoder } from './decoder/run-decoder';
import { fileKindOf, isAcceptedKind, KIND_HEAD_BYTES } from './file-kind';

/**
 * Of 256 cells of a picture, none is lighter on average: relative luminance of about 12 of 255. What a model's filter
 * hands out in place of a picture is black throughout; the darkest night scene has a light somewhere.
 */
const BLACK_BELOW = 0.0037;

/**
 * Decodes what a model made in a process of its own; the files that come out carry the AI mark.
 * @param fill writes the received bytes to the file
 * @param work gets null for what cannot be read; the decoded files are gone when it ends
 */
export async function withDecoded<T>(
  fill: (file: string) => Promise<void>,
  work: (decoded: DecodedPicture | null) => Promise<T>,
): Promise<T> {
  const folder = await makeWorkFolder('made');
  try {
    const input = path.join(folder, 'input');
    await fill(input);
    const kind = fileKindOf(await firstBytes(input));
    if (!isAcceptedKind(kind)) return await work(null);
    const decoded = await runDecoder(input, folder, kind, { isMade: true });
    return await work(decoded.refused === null ? decoded : null);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function isBlack({ look }: Pick<DecodedPicture, 'look'>): boolean {
  return Math.max(...look.tones) < BLACK_BELOW;
}

/** As many as tell what kind of file it is. */
export async function firstBytes(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const head = Buffer.alloc(KIND_HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
