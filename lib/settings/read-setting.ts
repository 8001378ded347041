import type { ReadCtx } from '@/lib/db/context';
import { findSettingRow } from './setting-store';
import { SETTINGS, type SettingKey, type SettingValue } from './settings';

/** What staff set, else what holds without them; so does a stored value that no longer fits its shape. */
export async function readSetting<K extends SettingKey>(
  ctx: ReadCtx,
  key: K,
): Promise<SettingValue<K>> {
  const { schema, fallback } = SETTINGS[key];
  const row = await findSettingRow(ctx, key);
  const stored = schema.safeParse(row?.value);
  return (stored.success ? stored.data : fallback) as SettingValue<K>;
}
