import type { z } from 'zod';
import type { MessageKind } from './kinds';
import { abandonedCart } from './templates/abandoned-cart';
import { accountErased } from './templates/account-erased';
import { alreadyRegistered } from './templates/already-registered';
import { calendarComment } from './templates/calendar-comment';
import { certificateBought } from './templates/certificate-bought';
import { certificateRefunded } from './templates/certificate-refunded';
import { claimDeclined } from './templates/claim-declined';
import { claimReceived } from './templates/claim-received';
import { claimRefund } from './templates/claim-refund';
import { claimReprint } from './templates/claim-reprint';
import { emailChanged } from './templates/email-changed';
import { exportReady } from './templates/export-ready';
import { giftCertificate } from './templates/gift-certificate';
import { nextYear } from './templates/next-year';
import { orderCancelled } from './templates/order-cancelled';
import { orderConfirmed } from './templates/order-confirmed';
import { orderDelivered } from './templates/order-delivered';
import { orderFilesReady } from './templates/order-files-ready';
import { orderInProduction } from './templates/order-in-production';
import { orderRefunded } from './templates/order-refunded';
import { orderShipped } from './templates/order-shipped';
import { passwordChanged } from './templates/password-changed';
import { phoneCode } from './templates/phone-code';
import { printHandOff } from './templates/print-hand-off';
import { resetPassword } from './templates/reset-password';
import { setReady } from './templates/set-ready';
import { trainingFailed } from './templates/training-failed';
import { trainingReady } from './templates/training-ready';
import { verifyEmail } from './templates/verify-email';

/** Every letter we send: its data and its words, by the name that stands in the outbox. */
export const TEMPLATES = {
  'verify-email': verifyEmail,
  'already-registered': alreadyRegistered,
  'reset-password': resetPassword,
  'password-changed': passwordChanged,
  'email-changed': emailChanged,
  'phone-code': phoneCode,
  'export-ready': exportReady,
  'account-erased': accountErased,
  'calendar-comment': calendarComment,
  'order-confirmed': orderConfirmed,
  'order-in-production': orderInProduction,
  'order-shipped': orderShipped,
  'order-delivered': orderDelivered,
  'order-files-ready': orderFilesReady,
  'order-cancelled': orderCancelled,
  'order-refunded': orderRefunded,
  'gift-certificate': giftCertificate,
  'certificate-bought': certificateBought,
  'certificate-refunded': certificateRefunded,
  'claim-received': claimReceived,
  'claim-reprint': claimReprint,
  'claim-refund': claimRefund,
  'claim-declined': claimDeclined,
  'print-hand-off': printHandOff,
  'abandoned-cart': abandonedCart,
  'next-year': nextYear,
  'set-ready': setReady,
  'training-ready': trainingReady,
  'training-failed': trainingFailed,
} as const;

export type TemplateName = keyof typeof TEMPLATES;
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as TemplateName[];

/** What queueMail takes for this template. */
export type TemplateData<N extends TemplateName> = z.input<(typeof TEMPLATES)[N]['data']>;

export function isTemplateName(text: string): text is TemplateName {
  return Object.hasOwn(TEMPLATES, text);
}

/** What a person can choose about this message. */
export function kindOf(name: TemplateName): MessageKind {
  return TEMPLATES[name].kind ?? 'account';
}

/** Whether this letter carries a code or link that opens an account, money or files. */
export function holdsSecret(name: string): boolean {
  return isTemplateName(name) && TEMPLATES[name].holdsSecret === true;
}

/** Whether nothing of the receiver stays once this letter is out. */
export function forgetsReceiver(name: string): boolean {
  return isTemplateName(name) && TEMPLATES[name].forgetsReceiver === true;
}
