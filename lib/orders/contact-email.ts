import { DomainError } from '@/lib/core/errors';

/** A plain mailbox: one @, a dotted domain, no quotes, lists or spaces. */
const MAILBOX =
  /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,63}$/u;

export function isEmail(text: string): boolean {
  return text.length <= 254 && MAILBOX.test(text);
}

/** The address the confirmation goes to, trimmed. @throws DomainError "order.email_invalid" */
export function requireEmail(text: string): string {
  const email = text.normalize('NFKC').trim();
  if (isEmail(email)) return email;
  throw new DomainError('order.email_invalid', {}, { fields: { contactEmail: 'bad_email' } });
}
