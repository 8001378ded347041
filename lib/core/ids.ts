import { z } from 'zod';

/** Every kind of row with the prefix of its id. The prefix makes a mixed-up id visible in a log and refusable at the edge. */
export const ID_PREFIXES = {
  user: 'usr',
  loginSession: 'ses',
  signUp: 'sup',
  verificationCode: 'vcd',
  picture: 'pic',
  calendar: 'cal',
  calendarVersion: 'cav',
  proof: 'prf',
  cartItem: 'crt',
  order: 'ord',
  orderItem: 'oit',
  orderEvent: 'oev',
  payment: 'pay',
  refund: 'ref',
  shipment: 'shp',
  product: 'prd',
  price: 'prc',
  holiday: 'hol',
  webhookEvent: 'whk',
  outboxMessage: 'out',
  auditEvent: 'aud',
  consent: 'con',
  eventDate: 'evd',
  dateInvite: 'inv',
  calendarShare: 'shr',
  calendarComment: 'cmt',
  template: 'tpl',
  starTransaction: 'str',
  starPack: 'spk',
  starPurchase: 'spu',
  starCheck: 'sch',
  baseModel: 'bmo',
  loraModel: 'lor',
  training: 'trn',
  modelRequest: 'mrq',
  job: 'job',
  jobTask: 'jtk',
  generation: 'gen',
  upscale: 'ups',
  promptTheme: 'pth',
  prompt: 'prm',
  promptSeed: 'psd',
  promptThemeVersion: 'ptv',
  parcel: 'pcl',
  promoCode: 'pro',
  promoUse: 'pru',
  certificate: 'gft',
  certificateEntry: 'gfe',
  shipmentEvent: 'sev',
  printHouse: 'prh',
  printJob: 'pjb',
  printJobEvent: 'pje',
  claim: 'clm',
  dispute: 'dsp',
  reconciliation: 'rec',
  finding: 'fnd',
  linkedAccount: 'lnk',
  savedAddress: 'adr',
  savedFilter: 'sfl',
  impersonation: 'imp',
  dataExport: 'exp',
  erasure: 'ers',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;
export type Id<K extends IdKind> = `${(typeof ID_PREFIXES)[K]}_${string}`;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_LENGTH = 10;
const RANDOM_LENGTH = 26;

/** A whole number in the digits of ids, the largest first, filled with zeros to `length`. */
export function idDigits(value: number, length: number): string {
  let rest = value;
  let text = '';
  for (let i = 0; i < length; i += 1) {
    text = ALPHABET[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** A new id: time first so that rows sort by age, then 130 random bits so that nobody guesses it. */
export function newId<K extends IdKind>(kind: K): Id<K> {
  let tail = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(RANDOM_LENGTH)))
    tail += ALPHABET[byte % 32];
  return `${ID_PREFIXES[kind]}_${idDigits(Date.now(), TIME_LENGTH)}${tail}`;
}

/** Accepts only a well-formed id of that kind; everything else fails parsing before it reaches a query. */
export function idSchema<K extends IdKind>(kind: K) {
  const pattern = new RegExp(`^${ID_PREFIXES[kind]}_[0-9a-hjkmnp-tv-z]{8,64}$`);
  return z.custom<Id<K>>((value) => typeof value === 'string' && pattern.test(value), 'bad id');
}
