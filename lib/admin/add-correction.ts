import { placeOf } from '@/lib/calendar-days/places';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { YEAR_MAX, YEAR_MIN } from '@/lib/core/plain-date';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { toDateColumn } from '@/lib/db/plain-date-column';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import type { CorrectionInput } from './schema';
import { insertHoliday } from './store';

/**
 * Adds, removes or renames a holiday of a country or region, once or in every year. Proofs made before no longer match
 * their calendars where this changes them, and are asked for anew.
 * @throws DomainError "account.not_allowed", "holiday.invalid" with the wrong fields
 */
export async function addCorrection(
  ctx: Ctx,
  input: CorrectionInput,
): Promise<{ holidayId: Id<'holiday'> }> {
  const staff = requireStaff(ctx, 'content');
  const names = Object.fromEntries(
    Object.entries(input.names).filter(([, name]) => name !== undefined && name !== ''),
  );
  const fields: Record<string, string> = {};
  if (!placeOf(input)) fields.country = 'unknown_place';
  if (input.action !== 'REMOVE' && !names.en) fields['names.en'] = 'required';
  if (input.when.every === 'once') {
    const year = Number(input.when.date.slice(0, 4));
    if (year < YEAR_MIN || year > YEAR_MAX) fields['when.date'] = 'bad_date';
  }
  if (Object.keys(fields).length > 0) throw new DomainError('holiday.invalid', {}, { fields });
  const holidayId = newId('holiday');
  await inTransaction(ctx, async (tx) => {
    await insertHoliday(tx, {
      id: holidayId,
      country: input.country,
      region: input.region,
      action: input.action,
      date: input.when.every === 'once' ? toDateColumn(input.when.date) : null,
      monthDay: input.when.every === 'year' ? input.when.monthDay : null,
      names,
      kind: input.kind,
      reason: input.reason,
      createdById: staff.userId,
      createdAt: tx.clock.now(),
    });
    await recordAudit(tx, {
      action: 'holiday.corrected',
      subject: holidayId,
      data: { country: input.country, region: input.region, action: input.action, names },
    });
  });
  return { holidayId };
}
