import type { z } from 'zod';
import { alreadyRegistered } from './templates/already-registered';
import { calendarComment } from './templates/calendar-comment';
import { orderCancelled } from './templates/order-cancelled';
import { orderConfirmed } from './templates/order-confirmed';
import { orderDelivered } from './templates/order-delivered';
import { orderInProduction } from './templates/order-in-production';
import { orderRefunded } from './templates/order-refunded';
import { orderShipped } from './templates/order-shipped';
import { passwordChanged } from './templates/password-changed';
import { resetPassword } from './templates/reset-password';
import { trainingFailed } from './templates/training-failed';
import { trainingReady } from './templates/training-ready';
import { verifyEmail } from './templates/verify-email';

/** Every letter we send: its data and its words, by the name that stands in the outbox. */
export const TEMPLATES = {
  'verify-email': verifyEmail,
  'already-registered': alreadyRegistered,
  'reset-password': resetPassword,
  'password-changed': passwordChanged,
  'calendar-comment': calendarComment,
  'order-confirmed': orderConfirmed,
  'order-in-production': orderInProduction,
  'order-shipped': orderShipped,
  'order-delivered': orderDelivered,
  'order-cancelled': orderCancelled,
  'order-refunded': orderRefunded,
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

/** Whether this letter carries a code or link that opens an account. */
export function holdsSecret(name: string): boolean {
  return isTemplateName(name) && TEMPLATES[name].holdsSecret === true;
}
