import type { Readable } from 'node:stream';
import { z } from 'zod';
import { assert } from '@/lib/core/assert';
import { requireEnv } from '@/lib/core/env';
import { DomainError } from '@/lib/core/errors';
import { openToken, signToken } from '@/lib/core/signed-token';
import type { Ctx } from '@/lib/db/context';

const DAY_SECONDS = 24 * 60 * 60;
/** Keeps these links apart from all others. */
const PURPOSE = 'model-file';
/** Archives of training photos, learned weights, masters of pictures: nothing else is ever handed to a model. */
const PREFIXES = ['training-archives/', 'lora-weights/', 'pictures/'];

const LinkSchema = z.strictObject({
  key: z.string(),
  contentType: z.enum(['application/zip', 'application/octet-stream', 'image/jpeg', 'image/png']),
  fileName: z.string().regex(/^[A-Za-z0-9._-]{1,100}$/),
  /** Unix seconds. */
  expires: z.int(),
});

export type FileForModel = Pick<z.output<typeof LinkSchema>, 'key' | 'contentType' | 'fileName'>;

/**
 * An address where the provider fetches one stored file: a signed link of this installation, valid for one to two days,
 * so that it outlives the provider's queue and stays the same for a day (weights are cached by their address). Where the
 * provider cannot reach us the file is brought to it, for a day.
 * @throws DomainError "storage.missing", or "model.unavailable" when the file cannot be brought
 */
export async function fileUrlForModel(ctx: Ctx, file: FileForModel): Promise<string> {
  assert(isForModels(file.key), `${file.key} is a file for models`);
  const { models, files } = ctx.providers;
  const appUrl = requireEnv('APP_URL');
  if (!models.canReach(appUrl)) {
    const body = await files.readAll(file.key);
    return models.upload({ body, contentType: file.contentType, fileName: file.fileName });
  }
  const today = Math.floor(ctx.clock.now().getTime() / 1000 / DAY_SECONDS);
  const link = LinkSchema.parse({ ...file, expires: (today + 2) * DAY_SECONDS });
  const token = signToken(PURPOSE, link, requireEnv('AUTH_SECRET'));
  return new URL(`/api/model-files/${token}`, appUrl).href;
}

/**
 * Opens the file of a link that `fileUrlForModel` made.
 * @throws DomainError "request.not_found" for every other one: forged, bent, expired, or of a file that is gone
 */
export async function openFileForModel(
  ctx: Ctx,
  token: string,
): Promise<{ file: FileForModel; bytes: number; body: Readable }> {
  const link = readToken(token);
  if (!link || link.expires * 1000 <= ctx.clock.now().getTime() || !isForModels(link.key)) {
    throw new DomainError('request.not_found');
  }
  const stat = await ctx.providers.files.stat(link.key);
  if (!stat) throw new DomainError('request.not_found');
  try {
    return { file: link, bytes: stat.bytes, body: await ctx.providers.files.read(link.key) };
  } catch (error) {
    // Deleted a moment ago.
    throw error instanceof DomainError ? new DomainError('request.not_found') : error;
  }
}

function readToken(token: string): z.output<typeof LinkSchema> | null {
  const link = LinkSchema.safeParse(openToken(PURPOSE, token, requireEnv('AUTH_SECRET')));
  return link.success ? link.data : null;
}

function isForModels(key: string): boolean {
  return PREFIXES.some((prefix) => key.startsWith(prefix)) && !key.split('/').includes('..');
}
