import { DomainError } from '@/lib/core/errors';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { readSetting } from '@/lib/settings/read-setting';
import { SETTINGS, type SettingKey } from '@/lib/settings/settings';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { dropSetting, lockSetting, putSetting } from './settings-store';

/**
 * Sets one setting for everybody from now on. The log keeps what it was and what it is.
 * @param input.value null puts back what holds without a setting
 * @throws DomainError "account.not_allowed", "setting.invalid" when the value does not fit
 */
export async function changeSetting(
  ctx: Ctx,
  input: { settingKey: SettingKey; value: unknown },
): Promise<void> {
  const { userId } = requireStaff(ctx, 'admin');
  const { settingKey: key, value } = input;
  const wish = value === null ? null : SETTINGS[key].schema.safeParse(value);
  if (wish && !wish.success) throw new DomainError('setting.invalid');
  await inTransaction(ctx, async (tx) => {
    await lockSetting(tx, key);
    const before = await readSetting(tx, key);
    if (wish === null) await dropSetting(tx, key);
    else await putSetting(tx, { key, value: wish.data, updatedById: userId });
    const after: Prisma.InputJsonValue = await readSetting(tx, key);
    await recordAudit(tx, {
      action: wish === null ? 'setting.reset' : 'setting.changed',
      subject: `setting:${key}`,
      data: { from: before, to: after },
    });
  });
}
