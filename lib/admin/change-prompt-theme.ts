import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import type { ChangePromptTheme } from './prompt-schema';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';

/**
 * Offers or withdraws a theme, moves it on the shelf, or gives it a cover. Sets that were ordered keep their theme.
 * @throws DomainError "account.not_allowed", "prompt_theme.not_found", "generation.not_found" for a cover that is no
 *   finished test of one's own for this theme
 */
export async function changePromptTheme(
  ctx: Ctx,
  themeId: Id<'promptTheme'>,
  input: ChangePromptTheme,
): Promise<void> {
  requireStaff(ctx, 'content');
  await inTransaction(ctx, async (tx) => {
    // The whole shelf, so that two moves at once do not swap the same neighbours.
    const shelf = await tx.db.$queryRaw<{ id: string }[]>`
      select "id" from "PromptTheme" order by "sortOrder", "slug" for no key update`;
    if (!shelf.some(({ id }) => id === themeId)) throw new DomainError('prompt_theme.not_found');
    if (input.change === 'status') {
      await tx.db.promptTheme.update({ where: { id: themeId }, data: { status: input.status } });
    } else if (input.change === 'cover') {
      await setCover(tx, themeId, input.generationId);
    } else {
      const ids = shelf.map(({ id }) => id);
      const from = ids.indexOf(themeId);
      const to = input.towards === 'start' ? from - 1 : from + 1;
      if (to < 0 || to >= ids.length) return;
      ids.splice(to, 0, ...ids.splice(from, 1));
      for (const [sortOrder, id] of ids.entries())
        await tx.db.promptTheme.updateMany({
          where: { id, sortOrder: { not: sortOrder } },
          data: { sortOrder },
        });
    }
    const { change, ...data } = input;
    await recordAudit(tx, { action: `prompt_theme.${change}`, subject: themeId, data });
  });
}

async function setCover(tx: TxCtx, themeId: string, generationId: string | null): Promise<void> {
  let coverPictureId: string | null = null;
  if (generationId !== null) {
    const generation = await tx.db.generation.findFirst({
      where: {
        id: generationId,
        ownerId: tx.actor.userId ?? '',
        purpose: 'PROMPT_TEST',
        status: 'COMPLETED',
        deletedAt: null,
        promptRow: { themeId },
      },
      select: { pictureId: true },
    });
    if (!generation?.pictureId) throw new DomainError('generation.not_found');
    coverPictureId = generation.pictureId;
  }
  await tx.db.promptTheme.update({ where: { id: themeId }, data: { coverPictureId } });
}
