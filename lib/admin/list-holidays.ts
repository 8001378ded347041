import { type Holiday as EffectiveHoliday, holidaysOf } from '@/lib/calendar-days/holidays';
import type { PrintLanguage } from '@/lib/calendars/document';
import { loadCorrections, toCorrection } from '@/lib/calendars/holiday-corrections';
import type { Id } from '@/lib/core/ids';
import { type MonthDay, type PlainDate, yearMonth } from '@/lib/core/plain-date';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import { findHolidays } from './store';

export type CorrectionView = {
  id: Id<'holiday'>;
  country: string;
  region: string | null;
  action: 'add' | 'remove' | 'rename';
  date: PlainDate | null;
  monthDay: MonthDay | null;
  names: Partial<Record<PrintLanguage, string>>;
  kind: string;
  reason: string;
};

export type HolidayYear = {
  /** What calendars of that country and year print now, corrections included. */
  effective: EffectiveHoliday[];
  corrections: CorrectionView[];
};

/** One country's holidays in one year, and the corrections to them. @throws DomainError "account.not_allowed", "calendar.invalid" */
export async function listHolidays(
  ctx: Ctx,
  wish: { country: string; region: string | null; year: number; language: PrintLanguage },
): Promise<HolidayYear> {
  requireStaff(ctx, 'content');
  return inTransaction(ctx, async (tx) => {
    const rows = await findHolidays(tx, wish.country);
    const corrections = await loadCorrections(tx);
    await recordAudit(tx, { action: 'holidays.listed', subject: `holidays:${wish.country}` });
    return {
      effective: holidaysOf({
        sets: [{ country: wish.country, region: wish.region }],
        from: yearMonth(wish.year, 1),
        monthCount: 12,
        language: wish.language,
        corrections,
      }),
      corrections: rows.map((row) => {
        const correction = toCorrection(row);
        return { ...correction, id: row.id as Id<'holiday'> };
      }),
    };
  });
}
