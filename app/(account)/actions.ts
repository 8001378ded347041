'use server';

import { cookies, headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { beginSignUp } from '@/lib/accounts/begin-sign-up';
import { changePassword } from '@/lib/accounts/change-password';
import { endAllLoginSessions, endLoginSession } from '@/lib/accounts/end-login-session';
import { requestPasswordReset } from '@/lib/accounts/request-password-reset';
import { resendSignUpCode } from '@/lib/accounts/resend-sign-up-code';
import { resetPassword } from '@/lib/accounts/reset-password';
import { saveName, saveSettings } from '@/lib/accounts/save-profile';
import {
  EmailInput,
  NameInput,
  PasswordChangeInput,
  ResetInput,
  SettingsInput,
  SignUpInput,
} from '@/lib/accounts/schema';
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
