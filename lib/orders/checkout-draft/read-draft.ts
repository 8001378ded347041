import { asPerson, type Ctx } from '@/lib/db/context';
import { type CheckoutDraft, CheckoutDraftSchema } from '../schema';
import { findDraft } from './draft-store';

/** What the person has filled in so far, on whatever device; null when nothing, or in a form of an earlier release. */
export async function readDraft(ctx: Ctx): Promise<CheckoutDraft | null> {
  const parsed = CheckoutDraftSchema.safeParse(
    await findDraft(ctx, { ownerId: asPerson(ctx).actor.userId }),
  );
  return parsed.success ? parsed.data : null;
}
