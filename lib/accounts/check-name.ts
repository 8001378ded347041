import { DomainError } from '@/lib/core/errors';
import { NAME_MAX } from './schema';

/**
 * A person's name as it is stored: NFC, one line, single spaces.
 * @throws DomainError "account.name_invalid" when nothing is left, it is too long, or it hides invisible characters
 */
export function checkName(typed: string): string {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  // Cc and Cf: controls, direction overrides, zero-width characters; Cs: halves of a character.
  const isPlain = !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(name);
  if (!isPlain || name === '' || Array.from(name).length > NAME_MAX) {
    throw new DomainError(
      'account.name_invalid',
      { max: NAME_MAX },
      { fields: { name: 'account.name_invalid' } },
    );
  }
  return name;
}
