import type { Readable } from 'node:stream';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { openRenditionOf } from '@/lib/pictures/open-rendition';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findClaimPicture } from './claim-store';

/**
 * A photo that a customer put into a claim, and no other one of theirs. Every look is on record.
 * @throws DomainError "account.not_allowed", "picture.not_found", "picture.not_ready"
 */
export async function openClaimPicture(
  ctx: Ctx,
  input: { claimId: Id<'claim'>; pictureId: Id<'picture'>; rendition: string },
): Promise<Readable> {
  requireStaff(ctx, 'claims');
  const { claimId, pictureId, rendition } = input;
  const found = await findClaimPicture(ctx, claimId, pictureId);
  if (!found) throw new DomainError('picture.not_found');
  const ownerId = found.claim.ownerId as Id<'user'>;
  const { open } = await openRenditionOf(ctx, { ownerId, pictureId, rendition });
  await recordAudit(ctx, { action: 'claim.picture_viewed', subject: claimId, data: { pictureId } });
  return open();
}
