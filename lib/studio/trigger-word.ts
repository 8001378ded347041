/** Syllables whose joins mean nothing in the languages that picture models were taught. */
const SYLLABLES = [
  'zo',
  'vk',
  'qu',
  'xi',
  'jr',
  'ty',
  'wb',
  'ny',
  'kz',
  'uo',
  'px',
  'ih',
  'vl',
  'gq',
  'oy',
  'zm',
];
const LENGTH = 4;
const SERIAL_DIGITS = 4;

/**
 * A word that no language has, for a model to learn a subject by: "zoqutyvk4821". Which one is left to chance; that no
 * two models have the same is the database's to hold.
 */
export function newTriggerWord(): string {
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(LENGTH + SERIAL_DIGITS)));
  return bytes
    .map((byte, at) => (at < LENGTH ? SYLLABLES[byte % SYLLABLES.length] : byte % 10))
    .join('');
}
