import { DomainError } from '@/lib/core/errors';

/**
 * The one spelling under which a number is kept: "+380671234567" (E.164: 8 to 15 digits). Only the international form
 * is taken, because a number at home says nothing about its country.
 * @throws DomainError "account.phone_invalid"
 */
export function normalisePhone(typed: string): string {
  const text = typed.normalize('NFKC').trim();
  const digits = text.replace(/^00/, '+').replace(/[\s().\-/]/g, '');
  if (/^\+[1-9]\d{7,14}$/.test(digits) && text.length <= 40) return digits;
  throw new DomainError('account.phone_invalid', {}, { fields: { to: 'account.phone_invalid' } });
}
