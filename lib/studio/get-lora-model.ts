import type { Id } from '@/lib/core/ids';
import { asPerson, type ReadCtx } from '@/lib/db/context';
import { countDerived, findShownLora, findShownLoras } from './lora-store';
import type { LoraView } from './lora-view';
import { presentLoras } from './present-lora';

/** One of the person's models. @throws DomainError "lora.not_found" */
export async function getLoraModel(
  ctx: ReadCtx,
  loraModelId: Id<'loraModel'>,
  locale: string,
): Promise<LoraView> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const row = await findShownLora(ctx, owner, loraModelId);
  const [view] = await presentLoras(ctx, [row], locale);
  return view as LoraView;
}

/** All of the person's models, drafts too, newest first. */
export async function listLoraModels(ctx: ReadCtx, locale: string): Promise<LoraView[]> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  return presentLoras(ctx, await findShownLoras(ctx, owner), locale);
}

/** What deleting the model would take along: pictures that go, and those that a sold calendar keeps. */
export async function readDeletionExtent(
  ctx: ReadCtx,
  loraModelId: Id<'loraModel'>,
): Promise<{ goes: number; stays: number }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const { pictures, sold } = await countDerived(ctx, owner, loraModelId);
  return { goes: pictures - sold, stays: sold };
}
