import type { Purposes } from '@/lib/payments/purpose';
import { starPaymentPurpose } from '@/lib/stars/star-payment-purpose';
import { certificatePaymentPurpose } from './certificates/certificate-payment-purpose';
import { orderPaymentPurpose } from './order-payment-purpose';

/** Every purpose there is, for settling a payment whatever it is for. */
export const PURPOSES: Purposes = {
  ORDER: orderPaymentPurpose,
  STARS: starPaymentPurpose,
  CERTIFICATE: certificatePaymentPurpose,
};
