import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';

/**
 * Keeps the seed of a test that came out well, for its prompt on its model, as good for the text that was painted. Kept
 * again after a change of the text, it is proven again.
 * @throws DomainError "account.not_allowed", "generation.not_found"
 */
export async function keepSeed(ctx: Ctx, generationId: Id<'generation'>): Promise<void> {
  const staff = requireStaff(ctx, 'content');
  await inTransaction(ctx, async (tx) => {
    const generation = await tx.db.generation.findFirst({
      where: {
        id: generationId,
        ownerId: staff.userId,
        purpose: 'PROMPT_TEST',
        status: 'COMPLETED',
        promptId: { not: null },
      },
    });
    const promptId = generation?.promptId;
    const promptVersion = generation?.promptVersion;
    if (!generation || !promptId || !promptVersion) throw new DomainError('generation.not_found');
    const { baseModelId, seed } = generation;
    const { count } = await tx.db.promptSeed.createMany({
      data: [
        {
          id: newId('promptSeed'),
          promptId,
          baseModelId,
          seed,
          promptVersion,
          generationId,
          keptById: staff.userId,
          createdAt: tx.clock.now(),
        },
      ],
      skipDuplicates: true,
    });
    // An old test never takes back what a newer one proved.
    if (count === 0)
      await tx.db.promptSeed.updateMany({
        where: { promptId, baseModelId, seed, promptVersion: { lt: promptVersion } },
        data: { promptVersion, generationId, keptById: staff.userId },
      });
    await recordAudit(tx, {
      action: 'prompt_seed.kept',
      subject: promptId,
      data: { baseModelId, seed: Number(seed), promptVersion },
    });
  });
}

/** @throws DomainError "account.not_allowed", "seed.not_found" */
export async function dropSeed(ctx: Ctx, promptSeedId: Id<'promptSeed'>): Promise<void> {
  requireStaff(ctx, 'content');
  await inTransaction(ctx, async (tx) => {
    const row = await tx.db.promptSeed.findUnique({ where: { id: promptSeedId } });
    const { count } = await tx.db.promptSeed.deleteMany({ where: { id: promptSeedId } });
    if (!row || count === 0) throw new DomainError('seed.not_found');
    await recordAudit(tx, {
      action: 'prompt_seed.dropped',
      subject: row.promptId,
      data: { baseModelId: row.baseModelId, seed: Number(row.seed) },
    });
  });
}
