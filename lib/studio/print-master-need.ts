import { picturesIn } from '@/lib/calendars/document';
import { getCalendar } from '@/lib/calendars/get-calendar';
import { isTooCoarse, missingResolution } from '@/lib/calendars/print-resolution';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import type { PrintMastersView } from './print-masters-view';
import { planUpscale, type UpscalePlan } from './upscale-plan';
import { type Candidate, findMadePictures, findUpscalers } from './upscale-store';
import { isOpen } from './work-states';

export type WantedMaster = UpscalePlan & { pictureId: Id<'picture'> };

/** What the AI pictures of a calendar lack for print, and what is being done about it. */
export type PrintMasterNeed = {
  wanted: WantedMaster[];
  /** Wanted pictures that cannot be printed as they are. */
  blocked: number;
  /** Pictures that are being enlarged. */
  open: number;
  /** Wanted pictures whose last enlargement came to nothing. */
  failed: number;
};

const NONE: PrintMasterNeed = { wanted: [], blocked: 0, open: 0, failed: 0 };

/**
 * Which AI-made pictures of a saved calendar do not reach full print resolution where they are printed. What was
 * enlarged once stays as it is: a second time would only invent.
 * @throws DomainError "calendar.not_found"
 */
export async function printMasterNeed(
  ctx: Ctx,
  calendarId: Id<'calendar'>,
): Promise<PrintMasterNeed> {
  const { userId: ownerId, role } = asPerson(ctx).actor;
  // Guests have no stars, and so nothing to start.
  if (role === 'GUEST') return NONE;
  const owner = { ownerId };
  const { document } = await getCalendar(ctx, calendarId);
  const made = await findMadePictures(ctx, owner, picturesIn(document));
  if (made.length === 0) return NONE;
  const missing = await missingResolution(ctx, document);
  const pictures = made.filter(({ id }) => missing.has(id as Id<'picture'>));
  const models = await findUpscalers(ctx);
  const wanted = pictures.filter(mayBeEnlarged).flatMap((picture) => {
    const { id, widthPx, heightPx } = picture;
    const factor = missing.get(id as Id<'picture'>);
    if (!widthPx || !heightPx || factor === undefined) return [];
    const plan = planUpscale(models, { widthPx, heightPx }, factor);
    return plan ? [{ pictureId: id as Id<'picture'>, ...plan }] : [];
  });
  const failed = new Set(
    pictures.filter(({ upscales }) => upscales[0]?.status === 'FAILED').map(({ id }) => id),
  );
  return {
    wanted,
    blocked: wanted.filter(({ pictureId }) => isTooCoarse(missing.get(pictureId) ?? 1)).length,
    open: pictures.filter(({ upscales }) => upscales.some(isOpen)).length,
    failed: wanted.filter(({ pictureId }) => failed.has(pictureId)).length,
  };
}

/** Not while it is being enlarged, and not twice. */
export function mayBeEnlarged({ upscales }: Pick<Candidate, 'upscales'>): boolean {
  return !upscales.some((one) => one.status === 'COMPLETED' || isOpen(one));
}

export function starsOf(wanted: readonly WantedMaster[]): number {
  return wanted.reduce((sum, { model }) => sum + model.priceStars, 0);
}

export function presentNeed(
  { wanted, blocked, open, failed }: PrintMasterNeed,
  balance: number,
): PrintMastersView {
  return { wanted: wanted.length, stars: starsOf(wanted), blocked, open, failed, balance };
}
