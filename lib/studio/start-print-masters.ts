import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction, type PersonCtx, type TxCtx } from '@/lib/db/context';
import { notifyOwner } from '@/lib/db/notifications';
import { holdStars } from '@/lib/stars/ledger';
import { readBalance } from '@/lib/stars/read-wallet';
import {
  mayBeEnlarged,
  presentNeed,
  printMasterNeed,
  starsOf,
  type WantedMaster,
} from './print-master-need';
import type { PrintMastersView, StartPrintMasters } from './print-masters-view';
import { requestModel } from './requests/request-model';
import { findMadePictures, insertUpscale, lockPictures } from './upscale-store';

/** What the AI pictures of a calendar need for print. @throws DomainError "calendar.not_found" */
export async function getPrintMasters(
  ctx: Ctx,
  { calendarId }: Pick<StartPrintMasters, 'calendarId'>,
): Promise<PrintMastersView> {
  const need = await printMasterNeed(ctx, calendarId);
  return presentNeed(need, (await readBalance(ctx)).balance);
}

/**
 * Has every AI-made picture of a calendar enlarged that is too coarse for print: all of them and their stars in one
 * transaction, or none. What is under way or was done before is left out, so that starting twice starts once.
 * @throws DomainError "calendar.not_found", "stars.not_enough" with { needed, balance }, "stars.price_changed" when it
 *   would cost more than the person was shown
 */
export async function startPrintMasters(
  ctx: Ctx,
  { calendarId, stars }: StartPrintMasters,
): Promise<PrintMastersView> {
  const person = asPerson(ctx);
  const { wanted } = await printMasterNeed(ctx, calendarId);
  await inTransaction(ctx, async (tx) => {
    const still = await stillWanted(tx as PersonCtx<TxCtx>, wanted);
    const needed = starsOf(still);
    if (needed > stars) throw new DomainError('stars.price_changed');
    let held = 0;
    for (const master of still) {
      try {
        await start(tx as PersonCtx<TxCtx>, master);
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'stars.not_enough') throw error;
        const balance = Number(error.params.balance) + held;
        throw new DomainError('stars.not_enough', { needed, balance });
      }
      held += master.model.priceStars;
    }
  });
  return getPrintMasters(person, { calendarId });
}

/** The wanted pictures, locked, without those that somebody else started, finished or deleted in between. */
async function stillWanted(
  tx: PersonCtx<TxCtx>,
  wanted: readonly WantedMaster[],
): Promise<Wanted[]> {
  const owner = { ownerId: tx.actor.userId };
  const ids = wanted.map(({ pictureId }) => pictureId);
  if (ids.length === 0) return [];
  await lockPictures(tx, owner, ids);
  const rows = await findMadePictures(tx, owner, ids);
  return rows.filter(mayBeEnlarged).flatMap(({ id, widthPx, heightPx }) => {
    const master = wanted.find(({ pictureId }) => pictureId === id);
    return master && widthPx && heightPx ? [{ ...master, widthPx, heightPx }] : [];
  });
}

type Wanted = WantedMaster & { widthPx: number; heightPx: number };

async function start(tx: PersonCtx<TxCtx>, wanted: Wanted): Promise<void> {
  const { pictureId, model, factor, widthPx, heightPx } = wanted;
  const ownerId = tx.actor.userId;
  const id = newId('upscale');
  const holdId =
    model.priceStars > 0
      ? await holdStars(tx, {
          userId: ownerId,
          type: 'UPSCALE',
          stars: model.priceStars,
          subjectId: id,
        })
      : null;
  await insertUpscale(tx, {
    id,
    ownerId,
    pictureId,
    baseModelId: model.id,
    factor,
    fromWidthPx: widthPx,
    fromHeightPx: heightPx,
    stars: model.priceStars,
    holdId,
    createdAt: tx.clock.now(),
  });
  await requestModel(tx, {
    kind: 'UPSCALE',
    subjectId: id,
    attempt: 1,
    endpoint: model.endpoint,
  });
  await notifyOwner(tx, ownerId, { type: 'upscale', id, status: 'QUEUED' });
}
