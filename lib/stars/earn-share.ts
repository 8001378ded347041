import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { creditStars } from './ledger';
import { ownersPart } from './rules';

/**
 * Gives the owner of a shared style their part of what a picture made with it cost on top. Call it where the picture's
 * hold is settled, in the same transaction; the same picture and style again earn nothing more.
 * @param wish.stars what the person who made the picture paid for the style
 * @returns whether stars were added; false also where the part is less than one star
 */
export async function earnShare(
  tx: TxCtx,
  wish: { ownerId: Id<'user'>; stars: number; generationId: string; loraModelId: string },
): Promise<boolean> {
  const stars = ownersPart(wish.stars);
  if (stars < 1) return false;
  return creditStars(tx, {
    userId: wish.ownerId,
    type: 'EARNING',
    stars,
    key: `earning:${wish.generationId}:${wish.loraModelId}`,
    // The style and not the picture: whose picture it was is not the owner's business.
    subjectId: wish.loraModelId,
  });
}
