import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { getPictures } from '@/lib/pictures/get-pictures';
import { GenerationLorasSchema } from './generation-loras';
import { findProgress, type GenerationRow } from './generation-store';
import type { GenerationView } from './generation-view';
import { findLoraNames } from './job-store';
import { starsOfPicture } from './prices';
import { isOpen } from './work-states';

/** Rows as screens show them, in the same order. Pictures that were deleted meanwhile are left out. */
export async function presentGenerations(
  ctx: Ctx,
  rows: readonly GenerationRow[],
): Promise<GenerationView[]> {
  const ownerId = asPerson(ctx).actor.userId;
  const loras = new Map(
    rows.map((row) => [row.id, GenerationLorasSchema.parse(row.loras)] as const),
  );
  const ids = [...loras.values()].flat().map(({ loraModelId }) => loraModelId);
  // A look that is not shared any more is its owner's business again, down to its name.
  const visible = (await findLoraNames(ctx, [...new Set(ids)])).filter(
    (model) => model.ownerId === ownerId || model.isPublic,
  );
  const models = new Map(visible.map((model) => [model.id, model]));
  const pictureIds = rows.flatMap(({ pictureId }) => (pictureId ? [pictureId] : []));
  const pictures = new Map(
    (await getPictures(ctx, pictureIds as Id<'picture'>[])).map((p) => [p.id as string, p]),
  );
  const open = rows.filter(isOpen).map(({ id }) => id);
  const progress = new Map(
    (open.length > 0 ? await findProgress(ctx, open) : []).map((r) => [r.subjectId, r]),
  );
  return rows.flatMap((row): GenerationView[] => {
    const picture = row.pictureId ? (pictures.get(row.pictureId) ?? null) : null;
    if (row.status === 'COMPLETED' && !picture) return [];
    const asked = progress.get(row.id);
    const isWaiting = asked !== undefined && asked.providerStatus !== 'IN_PROGRESS';
    const own = loras.get(row.id) ?? [];
    const present = own.map(({ loraModelId }) => models.get(loraModelId));
    const canRepeat =
      row.jobId !== null && row.baseModel.isActive && present.every((model) => model !== undefined);
    return [
      {
        id: row.id as GenerationView['id'],
        // The call is made, but nobody paints yet.
        status: row.status === 'RUNNING' && isWaiting ? 'QUEUED' : row.status,
        jobId: row.jobId as GenerationView['jobId'],
        jobKind: row.job?.kind ?? null,
        jobTaskId: row.jobTaskId as GenerationView['jobTaskId'],
        month: row.jobTask?.month ?? null,
        themeNames: (row.job?.theme?.names ?? null) as GenerationView['themeNames'],
        prompt: row.prompt,
        negativePrompt: row.negativePrompt,
        seed: Number(row.seed),
        steps: row.steps,
        guidance: row.guidance,
        widthPx: row.widthPx,
        heightPx: row.heightPx,
        baseModelId: row.baseModelId as GenerationView['baseModelId'],
        baseModelName: `${row.baseModel.name} ${row.baseModel.version}`,
        loras: own.map(({ loraModelId, scale }) => ({
          loraModelId,
          name: models.get(loraModelId)?.name ?? null,
          scale,
        })),
        stars: row.status === 'FAILED' || row.status === 'CANCELLED' ? 0 : row.stars,
        starsAgain: canRepeat
          ? starsOfPicture(
              row.baseModel.priceStars,
              present.map((m) => (m && m.ownerId !== ownerId ? m.starsRequired : 0)),
            )
          : null,
        attempt: row.attempt,
        errorCode: row.errorCode,
        place: isWaiting && asked?.queuePosition != null ? asked.queuePosition + 1 : null,
        isFavourite: row.isFavourite,
        parentId: row.parentId as GenerationView['parentId'],
        createdAt: row.createdAt.toISOString(),
        picture,
      },
    ];
  });
}
