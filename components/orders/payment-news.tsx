import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';

/** Reasons that a customer can do something about; all others are the bank's own. */
const KNOWN = [
  'insufficient_funds',
  'expired_card',
  'incorrect_number',
  'incorrect_cvc',
  'limit_exceeded',
  'authentication_required',
  'processing_error',
];

/** Providers' words for the same. */
const SAME_AS: Record<string, string> = {
  invalid_cvc: 'incorrect_cvc',
  invalid_number: 'incorrect_number',
  invalid_expiry_month: 'expired_card',
  invalid_expiry_year: 'expired_card',
  withdrawal_count_limit_exceeded: 'limit_exceeded',
  card_velocity_exceeded: 'limit_exceeded',
  payment_intent_authentication_failure: 'authentication_required',
};

/** Why the last try to pay did not succeed, in words, and that another one may. */
export function PaymentDeclined({ reason, hasOther }: { reason: string; hasOther: boolean }) {
  const t = useTranslations('orders.order.declined');
  const known = SAME_AS[reason] ?? reason;
  return (
    <Alert tone="warn" title={t('title')}>
      {t(`reasons.${KNOWN.includes(known) ? known : 'other'}`)}{' '}
      {t(hasOther ? 'other_way' : 'again')}
    </Alert>
  );
}
