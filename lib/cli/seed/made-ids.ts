import { ID_PREFIXES, type Id, type IdKind, idDigits } from '@/lib/core/ids';

const LENGTH = 9;
const MARK = 'seed';

/** The id of the row with this index: the same at every run, so that running again finds what is there. */
export function madeId<K extends IdKind>(kind: K, index: number, part = 0): Id<K> {
  return `${ID_PREFIXES[kind]}_${MARK}${idDigits(index, LENGTH)}${idDigits(part, 1)}`;
}

/** What all made ids of a kind begin with. */
export function madePrefix(kind: IdKind): string {
  return `${ID_PREFIXES[kind]}_${MARK}`;
}
