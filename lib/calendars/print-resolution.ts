import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { layoutCalendar } from '@/lib/print/layout-calendar';
import { DPI_AMBER, DPI_GREEN, ratePictures } from '@/lib/print/preflight/picture-rules';
import type { CalendarDocument } from './document';
import { printInputOf } from './print-input';

/** Above this factor of `missingResolution` a picture keeps the press file from being made. */
const BLOCKED_ABOVE = DPI_GREEN / DPI_AMBER;

/** Whether a picture that lacks this much is too coarse to be printed at all. */
export function isTooCoarse(factor: number): boolean {
  return factor > BLOCKED_ABOVE;
}

/**
 * How many times as many pixels on a side each placed picture would need to reach full print resolution where it is
 * printed coarsest; above 1 only. By the very rule of preflight.
 */
export async function missingResolution(
  ctx: Ctx,
  document: CalendarDocument,
): Promise<ReadonlyMap<Id<'picture'>, number>> {
  const input = await printInputOf(ctx, document);
  const missing = new Map<Id<'picture'>, number>();
  for (const page of layoutCalendar(input)) {
    for (const { pictureId, dpi } of ratePictures(page, input.pictures)) {
      if (dpi >= DPI_GREEN) continue;
      const id = pictureId as Id<'picture'>;
      missing.set(id, Math.max(missing.get(id) ?? 1, DPI_GREEN / Math.max(1, dpi)));
    }
  }
  return missing;
}
