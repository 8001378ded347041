import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';

export type ApprovedFile = { path: string; bytes: number; release(): Promise<void> };

/**
 * The print file of an order item on this computer, only if it is byte for byte the one that was approved.
 * @throws DomainError "storage.missing" when it is gone or changed
 */
export async function openApprovedFile(
  ctx: Ctx,
  item: { id: string; fileSha256: string; proof: { fileKey: string | null } },
): Promise<ApprovedFile> {
  const { fileKey } = item.proof;
  if (!fileKey) throw new DomainError('storage.missing');
  const copy = await ctx.providers.files.localCopy(fileKey);
  try {
    const { sha256, bytes } = await digest(copy.path);
    if (sha256 === item.fileSha256) return { ...copy, bytes, release: () => copy.release() };
    ctx.log.error('print file differs from the approved one', new Error('hash mismatch'), {
      orderItemId: item.id,
    });
    throw new DomainError('storage.missing');
  } catch (error) {
    await copy.release();
    throw error;
  }
}

async function digest(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(path), async (chunks) => {
    for await (const chunk of chunks) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
  });
  return { sha256: hash.digest('hex'), bytes };
}
