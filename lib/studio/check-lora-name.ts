import { DomainError } from '@/lib/core/errors';
import { NAME_MAX } from './lora-schema';

/**
 * The name of a learned model as it is stored: NFC, one line, single spaces.
 * @throws DomainError "lora.name_invalid" when nothing is left, it is too long, or it hides invisible characters
 */
export function checkLoraName(typed: string): string {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  // Cc and Cf: controls, direction overrides, zero-width characters; Cs: halves of a character.
  const isPlain = !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(name);
  if (!isPlain || name === '' || Array.from(name).length > NAME_MAX) {
    throw new DomainError(
      'lora.name_invalid',
      { max: NAME_MAX },
      { fields: { name: 'lora.name_invalid' } },
    );
  }
  return name;
}
