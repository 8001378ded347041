import { z } from 'zod';
import { isSettingKey, type SettingKey } from '@/lib/settings/settings';

export const SettingParamsSchema = z.strictObject({
  settingKey: z.custom<SettingKey>((value) => typeof value === 'string' && isSettingKey(value)),
});

/** Judged by the setting's own shape; null puts back what holds without it. */
export const ChangeSettingSchema = z.strictObject({ value: z.unknown() });
