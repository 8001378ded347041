import { DomainError } from '@/lib/core/errors';
import { type Id, idSchema } from '@/lib/core/ids';

/** Reads an id out of an address. @throws DomainError "picture.not_found": a malformed id looks like an absent one */
export function pictureIdOf(text: string): Id<'picture'> {
  const parsed = idSchema('picture').safeParse(text);
  if (!parsed.success) throw new DomainError('picture.not_found');
  return parsed.data;
}
