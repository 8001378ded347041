import { ID_PREFIXES, type Id, type IdKind } from '@/lib/core/ids';

/** Digits of ids without the letters that look alike (lib/core/ids.ts). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 9;
const MARK = 'seed';

/** The id of the row with this index: the same at every run, so that running again finds what is there. */
export function madeId<K extends IdKind>(kind: K, index: number, part = 0): Id<K> {
  let rest = index;
  let text = '';
  for (let i = 0; i < LENGTH; i += 1) {
    text = ALPHABET[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return `${ID_PREFIXES[kind]}_${MARK}${text}${ALPHABET[part]}`;
}

/** What all made ids of a kind begin with. */
export function madePrefix(kind: IdKind): string {
  return `${ID_PREFIXES[kind]}_${MARK}`;
}
