import type { Readable } from 'node:stream';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { type WantedRange, wantedRange } from './byte-range';
import { findProof } from './proof-store';
import { readDocument } from './read-document';

export type ProofFile = {
  range: WantedRange;
  /** Null when the range cannot be served. */
  stream: Readable | null;
  bytes: number;
  sha256: string;
  /** ASCII, for the download's name. */
  fileName: string;
};

/**
 * The watermarked proof as a file. The print file and the digital edition are not given out here: they are what people
 * pay for.
 * @param rangeHeader the request's Range header, if any
 * @throws DomainError "proof.not_found" for absent, foreign, print and digital files alike, "proof.not_ready"
 */
export async function openProofFile(
  ctx: Ctx,
  proofId: Id<'proof'>,
  rangeHeader: string | null,
): Promise<ProofFile> {
  const row = await findProof(ctx, { ownerId: asPerson(ctx).actor.userId }, proofId);
  if (row?.kind !== 'PROOF') throw new DomainError('proof.not_found');
  const { fileKey, fileBytes, fileSha256 } = row;
  if (row.status !== 'READY' || !fileKey || !fileBytes || !fileSha256) {
    throw new DomainError('proof.not_ready');
  }
  const range = wantedRange(rangeHeader, fileBytes);
  const stream =
    range.kind === 'unsatisfiable'
      ? null
      : await ctx.providers.files.read(fileKey, range.kind === 'part' ? range : undefined);
  const { from } = readDocument(row.document);
  return {
    range,
    stream,
    bytes: fileBytes,
    sha256: fileSha256,
    fileName: `twelvefold-proof-${from}.pdf`,
  };
}
