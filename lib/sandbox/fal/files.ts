import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Exchange, Reply } from '../exchange';
import { complain, type FalRequest, type FalWorld, isNear, secretName } from './world';

const TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  json: 'application/json',
  zip: 'application/zip',
};
const BINARY = 'application/octet-stream';
const DOWNLOAD_TIMEOUT_MS = 30_000;
const THUMB_WIDTH_MAX_PX = 800;

export type FalFile = { url: string; content_type: string; file_name: string; file_size: number };

/** Keeps bytes under a name that nobody guesses, and tells where they are. */
export async function keepFile(
  world: FalWorld,
  request: FalRequest,
  bytes: Buffer,
  fileName: string,
): Promise<FalFile> {
  const name = `${secretName()}_${fileName}`;
  await writeFile(path.join(world.folder, name), bytes);
  const endsMs = request.fileSeconds === null ? null : Date.now() + request.fileSeconds * 1000;
  world.file.value.files[name] = { endsMs };
  request.files.push(name);
  return {
    url: fileUrl(world, name),
    content_type: typeOf(name),
    file_name: fileName,
    file_size: bytes.length,
  };
}

export function fileUrl(world: FalWorld, name: string): string {
  const cut = name.indexOf('_');
  return `${world.baseUrl}/fal/files/${name.slice(0, cut)}/${name.slice(cut + 1)}`;
}

/** POST storage/upload/initiate: an address to put the bytes to, and the one where they will be. */
export function announceUpload(world: FalWorld, fileName: string, seconds: number | null) {
  const safe = fileName.replace(/[^A-Za-z0-9.-]/g, '-').slice(-80);
  const name = `${secretName()}_${safe || 'file'}`;
  world.file.value.uploads[name] = { seconds };
  const file_url = fileUrl(world, name);
  return { upload_url: file_url.replace('/fal/files/', '/fal/uploads/'), file_url };
}

/** PUT of announced bytes, once; needs no key, the address is the secret. */
export async function takeUpload(world: FalWorld, exchange: Exchange): Promise<Reply> {
  const name = nameOf(exchange.url.pathname);
  const { uploads, files } = world.file.value;
  if (name === null || !Object.hasOwn(uploads, name)) return { status: 404 };
  const seconds = uploads[name]?.seconds ?? null;
  await writeFile(path.join(world.folder, name), exchange.bytes);
  delete uploads[name];
  files[name] = { endsMs: seconds === null ? null : Date.now() + seconds * 1000 };
  await world.file.save();
  return { status: 200 };
}

/** GET of a file; "?width=240" gives a small picture of it, for the sandbox's own pages. */
export async function fileReply(world: FalWorld, exchange: Exchange): Promise<Reply> {
  const name = nameOf(exchange.url.pathname);
  const known = name !== null && Object.hasOwn(world.file.value.files, name);
  const file = known ? world.file.value.files[name] : undefined;
  if (!file || name === null || (file.endsMs !== null && file.endsMs <= Date.now())) {
    return { status: 404, body: 'No such file.' };
  }
  if (world.faults.spend('falFileErrorCount')) return { status: 500, body: 'Told to fail.' };
  let body = await readFile(path.join(world.folder, name));
  const width = Number(exchange.url.searchParams.get('width') ?? 0);
  if (Number.isInteger(width) && width > 0 && typeOf(name).startsWith('image/')) {
    const side = Math.min(width, THUMB_WIDTH_MAX_PX);
    body = await sharp(body).resize(side).toBuffer();
  }
  return {
    status: 200,
    headers: {
      'content-type': typeOf(name),
      'content-length': String(body.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    },
    body,
  };
}

/** Deletes files at once; what is gone is fine. */
export async function removeFiles(world: FalWorld, names: readonly string[]): Promise<void> {
  for (const name of names) {
    delete world.file.value.files[name];
    await rm(path.join(world.folder, name), { force: true });
  }
}

/** Deletes what has outlived the time that was asked for it. */
export async function removeEndedFiles(world: FalWorld): Promise<void> {
  const ended = Object.entries(world.file.value.files)
    .filter(([, { endsMs }]) => endsMs !== null && endsMs <= Date.now())
    .map(([name]) => name);
  if (ended.length === 0) return;
  await removeFiles(world, ended);
  await world.file.save();
}

/**
 * Fetches what an input names: from this computer only.
 * @throws FalRefusal "file_download_error", "file_too_large"
 */
export async function downloadInput(
  world: FalWorld,
  address: string,
  loc: (string | number)[],
  maxBytes: number,
): Promise<Buffer> {
  const failed = () =>
    complain('file_download_error', loc, 'Failed to download the file. Check that it is public.', {
      input: address,
    });
  const tooLarge = () =>
    complain('file_too_large', loc, 'File size exceeds the maximum allowed size.', {
      ctx: { max_size: maxBytes },
    });
  if (!isNear(world, address)) throw failed();
  let answer: Response;
  try {
    answer = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.any([world.stopping, AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS)]),
    });
  } catch {
    throw failed();
  }
  if (!answer.ok || !answer.body) throw failed();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of answer.body) {
      size += chunk.length;
      if (size > maxBytes) break;
      chunks.push(chunk);
    }
  } catch {
    throw failed();
  }
  if (size > maxBytes) throw tooLarge();
  return Buffer.concat(chunks);
}

function nameOf(pathname: string): string | null {
  const parts = /^\/fal\/(?:files|uploads)\/([A-Za-z0-9]+)\/([A-Za-z0-9._-]+)$/.exec(pathname);
  return parts ? `${parts[1]}_${parts[2]}` : null;
}

function typeOf(name: string): string {
  return TYPES[path.extname(name).slice(1).toLowerCase()] ?? BINARY;
}
