import { dayAt } from '@/lib/core/plain-date';
import type { Ctx } from '@/lib/db/context';
import { layoutCalendar } from '@/lib/print/layout-calendar';
import { type Preflight, preflightDocument } from '@/lib/print/preflight';
import type { CalendarDocument } from './document';
import { printInputOf } from './print-input';

/** Preflight over all pages of a document, saved or not, before there is a print file. */
export async function checkCalendar(ctx: Ctx, document: CalendarDocument): Promise<Preflight> {
  const input = await printInputOf(ctx, document);
  return preflightDocument(layoutCalendar(input), input, dayAt(ctx.clock.now(), 'UTC'));
}
