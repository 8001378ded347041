'use server';

import { cookies, headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { beginSignUp } from '@/lib/accounts/begin-sign-up';
import { changePassword } from '@/lib/accounts/change-password';
import { beginContactChange } from '@/lib/accounts/contact/begin-contact-change';
import { finishContactChange, removePhone } from '@/lib/accounts/contact/finish-contact-change';
import { endAllLoginSessions, endLoginSession } from '@/lib/accounts/end-login-session';
import { beginErasure } from '@/lib/accounts/erasure/begin-erasure';
import { requestExport } from '@/lib/accounts/export/request-export';
import { requestPasswordReset } from '@/lib/accounts/request-password-reset';
import { resendSignUpCode } from '@/lib/accounts/resend-sign-up-code';
import { resetPassword } from '@/lib/accounts/reset-password';
import { saveName, saveSettings } from '@/lib/accounts/save-profile';
import {
  ContactCodeInput,
  ContactInput,
  EmailInput,
  ErasureInput,
  FactorCodeInput,
  NameInput,
  PasswordChangeInput,
  ResetInput,
  SettingsInput,
  SignUpInput,
} from '@/lib/accounts/schema';
import { confirmEnrolment } from '@/lib/accounts/second-factor/enrol';
import { renewRecoveryCodes } from '@/lib/accounts/second-factor/renew-recovery';
import { showSecondFactor } from '@/lib/accounts/second-factor/show-second-factor';
import { rememberSignUp, signUpOfBrowser } from '@/lib/accounts/sign-up-cookie';
import { idSchema } from '@/lib/core/ids';
import { addressOf } from '@/lib/http/client-address';
import { defineAction } from '@/lib/http/define-action';
import { LOCALE_COOKIE, type Locale } from '@/lib/i18n/locales';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

async function from(): Promise<{ locale: Locale; address: string }> {
  return { locale: (await getLocale()) as Locale, address: addressOf(await headers()) };
}

export const signUpAction = defineAction({
  access: 'public',
  input: SignUpInput,
  run: async (ctx, input) => {
    await rememberSignUp(await beginSignUp(ctx, { ...input, ...(await from()) }));
  },
});

export const resendCodeAction = defineAction({
  access: 'public',
  input: z.strictObject({}),
  run: async (ctx) => {
    const { address } = await from();
    await resendSignUpCode(ctx, { signUpId: await signUpOfBrowser(), address });
  },
});

export const forgotPasswordAction = defineAction({
  access: 'public',
  input: EmailInput,
  run: async (ctx, input) => {
    await requestPasswordReset(ctx, { ...input, ...(await from()) });
  },
});

export const resetPasswordAction = defineAction({
  access: 'public',
  input: ResetInput,
  run: async (ctx, input) => {
    await resetPassword(ctx, { ...input, ...(await from()) });
  },
});

export const changePasswordAction = defineAction({
  access: 'customer',
  input: PasswordChangeInput,
  run: async (ctx, input) => {
    const { locale } = await from();
    await changePassword(ctx, { ...input, locale });
  },
});

export const beginContactChangeAction = defineAction({
  access: 'customer',
  input: ContactInput,
  run: async (ctx, input) => {
    const { locale } = await from();
    await beginContactChange(ctx, { ...input, locale });
  },
});

export const finishContactChangeAction = defineAction({
  access: 'customer',
  input: ContactCodeInput,
  run: async (ctx, input) => {
    const { locale } = await from();
    await finishContactChange(ctx, { ...input, locale });
  },
});

export const removePhoneAction = defineAction({
  access: 'customer',
  input: z.strictObject({}),
  run: (ctx) => removePhone(ctx),
});

export const confirmEnrolmentAction = defineAction({
  access: 'customer',
  input: FactorCodeInput,
  run: (ctx, input) => confirmEnrolment(ctx, input),
});

export const showSecondFactorAction = defineAction({
  access: 'customer',
  input: FactorCodeInput,
  run: (ctx, input) => showSecondFactor(ctx, input),
});

export const renewRecoveryCodesAction = defineAction({
  access: 'customer',
  input: FactorCodeInput,
  run: (ctx, input) => renewRecoveryCodes(ctx, input),
});

export const requestExportAction = defineAction({
  access: 'customer',
  input: z.strictObject({}),
  run: (ctx) => requestExport(ctx),
});

export const beginErasureAction = defineAction({
  access: 'customer',
  input: ErasureInput,
  run: async (ctx, input) => {
    const { locale } = await from();
    return beginErasure(ctx, { ...input, locale });
  },
});

export const saveNameAction = defineAction({
  access: 'customer',
  input: NameInput,
  run: (ctx, input) => saveName(ctx, input),
});

export const saveSettingsAction = defineAction({
  access: 'guest',
  input: SettingsInput,
  run: async (ctx, input) => {
    await saveSettings(ctx, input);
    const options = { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax' } as const;
    (await cookies()).set(LOCALE_COOKIE, input.interfaceLanguage, options);
  },
});

export const endSessionAction = defineAction({
  access: 'customer',
  input: z.strictObject({ id: idSchema('loginSession') }),
  run: (ctx, { id }) => endLoginSession(ctx, id),
});

export const signOutEverywhereAction = defineAction({
  access: 'customer',
  input: z.strictObject({}),
  run: async (ctx) => {
    await endAllLoginSessions(ctx);
  },
});
