import type { Access } from '@/lib/core/actor';
import type { Things } from './belongings';

export type ActionExpectation = {
  access: Access;
  /** Only for actions that a stranger may not use: public ones are anybody's. */
  input?: (target: Things) => unknown;
  namesThings?: true;
};

/** Every server action. One that is not here, or not on disk any more, fails the test. */
export const ACTIONS: Record<string, ActionExpectation> = {
  signUpAction: { access: 'public' },
  resendCodeAction: { access: 'public' },
  forgotPasswordAction: { access: 'public' },
  resetPasswordAction: { access: 'public' },
  changePasswordAction: {
    access: 'customer',
    input: () => ({ current: 'wrong wrong wrong', password: 'tin roof rusted' }),
  },
  beginContactChangeAction: {
    access: 'customer',
    input: () => ({ kind: 'email', to: 'stranger@example.org', password: 'wrong wrong wrong' }),
  },
  finishContactChangeAction: {
    access: 'customer',
    input: () => ({ kind: 'email', code: '000000' }),
  },
  removePhoneAction: { access: 'customer', input: () => ({}) },
  confirmEnrolmentAction: { access: 'customer', input: () => ({ code: '000000' }) },
  showSecondFactorAction: { access: 'customer', input: () => ({ code: '000000' }) },
  renewRecoveryCodesAction: { access: 'customer', input: () => ({ code: '000000' }) },
  requestExportAction: { access: 'customer', input: () => ({}) },
  beginErasureAction: {
    access: 'customer',
    input: () => ({ password: 'wrong wrong wrong' }),
  },
  saveNameAction: { access: 'customer', input: () => ({ name: 'Stranger' }) },
  saveSettingsAction: {
    access: 'guest',
    input: () => ({
      interfaceLanguage: 'en',
      printLanguage: 'en',
      country: null,
      firstWeekday: 1,
      formatId: 'wall-a3-portrait',
      currency: 'EUR',
    }),
  },
  endSessionAction: {
    access: 'customer',
    input: ({ loginSession }) => ({ id: loginSession }),
    namesThings: true,
  },
  signOutEverywhereAction: { access: 'customer', input: () => ({}) },
};
