import { mintActor } from '@/lib/core/actor';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { deleteLoraModel } from './delete-lora-model';
import { eraseLoraModel } from './erase-lora-model';
import {
  findKnownRequests,
  findLorasOf,
  findWorkOf,
  forgetRequests,
  forgetWorkOf,
} from './erase-store';
import { isOpen } from './work-states';

/**
 * Removes every learned model of a person: weights, archives, what was made from it, and the copies at the provider.
 * @throws DomainError "model.unavailable" while the provider cannot be reached: the step is tried again
 */
export async function eraseModelsOf(ctx: Ctx, userId: Id<'user'>): Promise<number> {
  const asOwner = { ...ctx, actor: mintActor({ userId, role: 'CUSTOMER' }) };
  const models = await findLorasOf(ctx, userId);
  for (const { id, deletedAt } of models) {
    if (deletedAt === null) await deleteLoraModel(asOwner, id as Id<'loraModel'>);
    await eraseLoraModel(ctx, id as Id<'loraModel'>);
  }
  return models.filter(({ name }) => name !== '').length;
}

/**
 * Forgets the words of every picture and job that a person asked for, and the provider's copies of them. States, stars
 * and times stay for the ledger.
 * @throws DomainError "work.over" while something of theirs is still being made: the step is tried again
 */
export async function eraseWorkOf(ctx: Ctx, userId: Id<'user'>): Promise<number> {
  const { generations, upscales } = await findWorkOf(ctx, userId);
  if ([...generations, ...upscales].some(isOpen)) throw new DomainError('work.over');
  const requests = await findKnownRequests(ctx, [
    { kind: 'GENERATION', subjectIds: generations.map(({ id }) => id) },
    { kind: 'UPSCALE', subjectIds: upscales.map(({ id }) => id) },
  ]);
  const erased: string[] = [];
  for (const { endpoint, requestId, isForgotten } of requests) {
    if (requestId === null || isForgotten) continue;
    await ctx.providers.models.erase(endpoint, requestId);
    erased.push(requestId);
  }
  await forgetRequests(ctx, erased);
  await forgetWorkOf(ctx, userId);
  return generations.filter(({ prompt }) => prompt !== '').length;
}
