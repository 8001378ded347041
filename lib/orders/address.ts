import { DomainError } from '@/lib/core/errors';
import { isServed, servedCountry } from './served-countries';

/** An address as it is written on the parcel, every part in its country's form. */
export type Address = {
  recipient: string;
  /** "+380671234567": the courier calls it. */
  phone: string;
  line1: string;
  line2: string;
  city: string;
  postalCode: string;
  /** Short form of a state or province where the country needs one, else free text or empty. */
  region: string;
  country: string;
};

export const ADDRESS_FIELDS = [
  'recipient',
  'phone',
  'line1',
  'line2',
  'city',
  'postalCode',
  'region',
  'country',
] as const satisfies readonly (keyof Address)[];
export type AddressField = (typeof ADDRESS_FIELDS)[number];

/** Why a field is refused; the words stand in orders.json under checkout.fieldErrors. */
export type AddressFieldError =
  | 'required'
  | 'too_long'
  | 'bad_text'
  | 'bad_postal_code'
  | 'bad_phone'
  | 'bad_region'
  | 'not_served';

/** What fits on a parcel label line of the carriers we use. */
const MAX_LENGTH: Record<AddressField, number> = {
  recipient: 60,
  phone: 30,
  line1: 80,
  line2: 80,
  city: 60,
  postalCode: 12,
  region: 40,
  country: 2,
};

/** Where a parcel goes: to a door, or to a branch or locker of the carrier, which has its own street and code. */
export type AddressKind = 'door' | 'point';

const REQUIRED: Record<AddressKind, readonly AddressField[]> = {
  door: ['recipient', 'phone', 'line1', 'city', 'country'],
  point: ['recipient', 'phone', 'city', 'country'],
};
/** Not asked of somebody who fetches the parcel, and not kept. */
const OF_DOORS: readonly AddressField[] = ['line1', 'line2', 'postalCode', 'region'];

export type AddressCheck =
  | { ok: true; address: Address }
  | { ok: false; fields: Partial<Record<AddressField, AddressFieldError>> };

/** Brings an address into its country's form and says for each field what is wrong. Same rules in browser and server. */
export function checkAddress(
  input: Record<AddressField, string>,
  kind: AddressKind = 'door',
): AddressCheck {
  const fields: Partial<Record<AddressField, AddressFieldError>> = {};
  const clean = { ...input };
  for (const field of ADDRESS_FIELDS) {
    clean[field] = (kind === 'point' && OF_DOORS.includes(field) ? '' : input[field])
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .trim();
    if (clean[field] === '' && REQUIRED[kind].includes(field)) fields[field] = 'required';
    else if ([...clean[field]].length > MAX_LENGTH[field]) fields[field] = 'too_long';
    else if (!isPrintable(clean[field])) fields[field] = 'bad_text';
  }
  if (fields.country !== 'required' && !isServed(clean.country)) fields.country = 'not_served';
  if (isServed(clean.country)) {
    const rules = servedCountry(clean.country);
    if (kind === 'door' && rules.postalCode && !fields.postalCode) {
      const compact = clean.postalCode.toUpperCase().replace(/[\s-]/g, '');
      clean.postalCode = rules.normalise(compact);
      if (compact === '') fields.postalCode = 'required';
      else if (!rules.postalCode.test(clean.postalCode)) fields.postalCode = 'bad_postal_code';
    }
    if (kind === 'door' && rules.regions && !fields.region) {
      clean.region = clean.region.toUpperCase();
      if (clean.region === '') fields.region = 'required';
      else if (!rules.regions.includes(clean.region)) fields.region = 'bad_region';
    }
    if (!fields.phone) {
      const phone = internationalPhone(clean.phone, rules.callingCode, rules.trunkPrefix);
      if (phone === null) fields.phone = 'bad_phone';
      else clean.phone = phone;
    }
  }
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, address: clean };
}

/** @throws DomainError "order.country_not_served" or "order.address_invalid" with the reason for each field */
export function requireAddress(
  input: Record<AddressField, string>,
  kind: AddressKind = 'door',
): Address {
  const check = checkAddress(input, kind);
  if (check.ok) return check.address;
  const fields: Record<string, string> = {};
  for (const [field, reason] of Object.entries(check.fields)) fields[`address.${field}`] = reason;
  if (check.fields.country === 'not_served') {
    throw new DomainError('order.country_not_served', {}, { fields });
  }
  throw new DomainError('order.address_invalid', {}, { fields });
}

/**
 * "067 123-45-67" in Ukraine becomes "+380671234567". E.164: 15 digits at most; shorter than 7 reaches nobody.
 * @returns null for what cannot be dialled
 */
function internationalPhone(
  text: string,
  callingCode: string,
  trunkPrefix: string | null,
): string | null {
  if (!/^\+?[\d\s().\-/]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  let international: string;
  if (text.startsWith('+')) international = digits;
  else if (digits.startsWith('00')) international = digits.slice(2);
  else if (trunkPrefix !== null && digits.startsWith(trunkPrefix)) {
    international = callingCode + digits.slice(trunkPrefix.length);
  } else if (digits.startsWith(callingCode) && digits.length >= callingCode.length + 9) {
    international = digits;
  } else international = callingCode + digits;
  return international.length >= 8 && international.length <= 15 && !international.startsWith('0')
    ? `+${international}`
    : null;
}

/** No control, direction or zero-width characters: they have no place on a label and can hide what it says. */
function isPrintable(text: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u.test(text);
}
