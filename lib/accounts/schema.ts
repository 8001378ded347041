import { z } from 'zod';
import { FORMAT_IDS, PRINT_LANGUAGES } from '@/lib/calendars/document';
import { idSchema } from '@/lib/core/ids';
import { CURRENCIES } from '@/lib/core/money';
import { LOCALES } from '@/lib/i18n/locales';

/** What a person reads as the name on the account page and in mails. */
export const NAME_MAX = 80;

// Wider than any right value, so that the rules (and not the schema) give the reason; far below the body limit.
const text = z.string().max(2000);

export const SignUpInput = z.strictObject({ name: text, email: text, password: text });
export const EmailInput = z.strictObject({ email: text });
export const ResetInput = z.strictObject({ token: text, password: text });
export const PasswordChangeInput = z.strictObject({ current: text, password: text });
export const ContactInput = z.strictObject({
  kind: z.enum(['email', 'phone']),
  to: text,
  password: text,
});
export const ContactCodeInput = z.strictObject({ kind: z.enum(['email', 'phone']), code: text });
export const FactorCodeInput = z.strictObject({ code: text });
export const ErasureInput = z.strictObject({ password: text });
export const ExportParams = z.strictObject({ dataExportId: idSchema('dataExport') });
export const NameInput = z.strictObject({ name: text });

/** Interface language, print language and holiday country are three separate choices. */
export const SettingsInput = z.strictObject({
  interfaceLanguage: z.enum(LOCALES),
  printLanguage: z.enum(PRINT_LANGUAGES),
  /** ISO 3166-1 alpha-2; null is none chosen. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  /** 1 is Monday, 7 is Sunday. */
  firstWeekday: z.number().int().min(1).max(7),
  currency: z.enum(CURRENCIES as [(typeof CURRENCIES)[number], ...typeof CURRENCIES]),
  /** Of a new calendar. */
  formatId: z.enum(FORMAT_IDS),
});
export type SettingsInput = z.output<typeof SettingsInput>;
