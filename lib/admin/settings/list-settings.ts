import { type Ctx, inTransaction } from '@/lib/db/context';
import { readSetting } from '@/lib/settings/read-setting';
import { SETTING_KEYS, type SettingKey, type SettingValue } from '@/lib/settings/settings';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findActors } from '../store';
import { findSettingRows } from './settings-store';

export type SettingView<K extends SettingKey = SettingKey> = {
  value: SettingValue<K>;
  /** Who set it and when; null while nobody has. */
  changed: { by: string | null; at: string } | null;
};
type SettingsView = { [K in SettingKey]: SettingView<K> };

/** Every setting as it holds now. @throws DomainError "account.not_allowed" */
export async function listSettings(ctx: Ctx): Promise<SettingsView> {
  requireStaff(ctx, 'admin');
  return inTransaction(ctx, async (tx) => {
    const rows = await findSettingRows(tx, SETTING_KEYS);
    const people = await findActors(
      tx,
      rows.flatMap(({ updatedById }) => updatedById ?? []),
    );
    const views: Partial<Record<SettingKey, SettingView>> = {};
    for (const key of SETTING_KEYS) {
      const row = rows.find((candidate) => candidate.key === key);
      const person = people.find(({ id }) => id === row?.updatedById);
      views[key] = {
        value: await readSetting(tx, key),
        changed: row
          ? { by: person?.name ?? person?.email ?? null, at: row.updatedAt.toISOString() }
          : null,
      };
    }
    await recordAudit(tx, { action: 'settings.viewed', subject: 'settings' });
    return views as SettingsView;
  });
}
