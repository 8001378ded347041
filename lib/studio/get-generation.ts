import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { findForView } from './generation-store';
import type { GenerationView } from './generation-view';
import { presentGenerations } from './present-generations';

/** One picture of the person with its whole record. @throws DomainError "generation.not_found" */
export async function getGeneration(
  ctx: Ctx,
  generationId: Id<'generation'>,
): Promise<GenerationView> {
  const rows = await findForView(ctx, asPerson(ctx).actor.userId, { id: generationId });
  const [view] = await presentGenerations(ctx, rows);
  if (!view) throw new DomainError('generation.not_found');
  return view;
}
