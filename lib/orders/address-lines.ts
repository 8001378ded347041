import { z } from 'zod';
import type { Address } from './address';

/** Address as it is stored and shown, whatever form it had to have when it was typed. */
export const AddressSchema = z.object({
  recipient: z.string(),
  phone: z.string(),
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  postalCode: z.string(),
  region: z.string(),
  country: z.string(),
});

/** The frozen address of an order. */
export function readAddress(column: unknown): Address {
  return AddressSchema.parse(column);
}

/** In these the postal code stands after the place: Universal Postal Union, "Addressing solutions". */
const CODE_AFTER_CITY = new Set(['GB', 'IE', 'US', 'CA', 'UA', 'LV']);

/** An address as it is written on a parcel, the phone last, without empty lines. */
export function addressLines(column: unknown, locale: string): string[] {
  const address = readAddress(column);
  const place = CODE_AFTER_CITY.has(address.country)
    ? [[address.city, address.region].filter(Boolean).join(', '), address.postalCode]
    : [address.postalCode, [address.city, address.region].filter(Boolean).join(', ')];
  return [
    address.recipient,
    address.line1,
    address.line2,
    place.filter(Boolean).join(' '),
    countryName(address.country, locale),
    address.phone,
  ].filter((line) => line !== '');
}

/** "Україна" for "UA" in Ukrainian. */
export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}
