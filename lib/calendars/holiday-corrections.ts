import { z } from 'zod';
import type { HolidayCorrection } from '@/lib/calendar-days/holidays';
import { assert } from '@/lib/core/assert';
import { parseMonthDay } from '@/lib/core/plain-date';
import type { ReadCtx } from '@/lib/db/context';
import type { Holiday } from '@/lib/db/generated/client';
import { fromDateColumn } from '@/lib/db/plain-date-column';
import { PRINT_LANGUAGES } from './document';

const NamesSchema = z.partialRecord(z.enum(PRINT_LANGUAGES), z.string());

const ACTIONS = { ADD: 'add', REMOVE: 'remove', RENAME: 'rename' } as const;
const KINDS = { PUBLIC: 'public', OBSERVANCE: 'observance' } as const;

/** Everything that staff corrected in the holidays and did not take back, oldest first: the order they are applied in. */
export async function loadCorrections(ctx: ReadCtx): Promise<HolidayCorrection[]> {
  const rows = await ctx.db.holiday.findMany({
    where: { deletedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toCorrection);
}

/** A stored correction as the pure holiday rules take it. */
export function toCorrection(row: Holiday): HolidayCorrection {
  const monthDay = row.monthDay === null ? null : parseMonthDay(row.monthDay);
  assert(monthDay !== null || row.date !== null, `correction ${row.id} has a day`);
  return {
    id: row.id,
    country: row.country,
    region: row.region,
    action: ACTIONS[row.action],
    date: row.date === null ? null : fromDateColumn(row.date),
    monthDay,
    names: NamesSchema.parse(row.names),
    kind: KINDS[row.kind],
    reason: row.reason,
  };
}
