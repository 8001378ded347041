import { describe, expect, it } from 'vitest';
import { type AddressField, checkAddress, requireAddress } from '@/lib/orders/address';
import { COUNTRY_CODES, servedCountry } from '@/lib/orders/served-countries';

const base: Record<AddressField, string> = {
  recipient: 'Олена Коваль',
  phone: '067 123 45 67',
  line1: 'вул. Хрещатик, 1',
  line2: '',
  city: 'Київ',
  postalCode: '01001',
  region: '',
  country: 'UA',
};
const check = (parts: Partial<Record<AddressField, string>>) => checkAddress({ ...base, ...parts });
const refused = (parts: Partial<Record<AddressField, string>>) => {
  const result = check(parts);
  return result.ok ? {} : result.fields;
};
const postal = (country: string, postalCode: string, region = '') => {
  const result = check({ country, postalCode, region, phone: '+14155550123' });
  return result.ok ? result.address.postalCode : result.fields.postalCode;
};

describe('checkAddress', () => {
  it('accepts the example of every served country, written with and without spaces and dashes', () => {
    for (const country of COUNTRY_CODES) {
      const { postalExample, regions } = servedCountry(country);
      const region = regions?.[0] ?? '';
      expect([country, postal(country, postalExample, region)]).toEqual([country, postalExample]);
      const bare = postalExample.replace(/[\s-]/g, '').toLowerCase();
      expect([country, postal(country, bare, region)]).toEqual([country, postalExample]);
    }
  });

  it.each([
    ['UA', '1001'],
    ['UA', '00123'],
    ['PL', '0000'],
    ['DE', '1234'],
    ['DE', '123456'],
    ['GB', 'SW1A'],
    ['GB', '12345'],
    ['US', '1234'],
    ['CA', 'D1D 1D1'],
    ['NL', '1012 SS'],
    ['FR', '99999'],
    ['IE', 'D02'],
    ['LV', '10100'],
  ])('refuses %s %s', (country, code) => {
    expect(postal(country, code, country === 'US' ? 'NY' : country === 'CA' ? 'ON' : '')).toBe(
      'bad_postal_code',
    );
  });

  it('asks for a state in the US and a province in Canada, and for none elsewhere', () => {
    expect(refused({ country: 'US', postalCode: '10001' }).region).toBe('required');
    expect(refused({ country: 'US', postalCode: '10001', region: 'XX' }).region).toBe('bad_region');
    expect(refused({ country: 'CA', postalCode: 'M5V2T6', region: 'on' }).region).toBeUndefined();
    expect(refused({}).region).toBeUndefined();
  });

  it.each([
    ['UA', '067 123-45-67', '+380671234567'],
    ['UA', '+380 (67) 123 45 67', '+380671234567'],
    ['UA', '380671234567', '+380671234567'],
    ['DE', '0151 23456789', '+4915123456789'],
    ['DE', '0049 151 23456789', '+4915123456789'],
    ['PL', '501 234 567', '+48501234567'],
    ['US', '(415) 555-0123', '+14155550123'],
    ['US', '1-415-555-0123', '+14155550123'],
  ])('writes a phone number of %s for the courier: %s', (country, phone, expected) => {
    const examples: Record<string, string> = {
      UA: '01001',
      DE: '10115',
      PL: '00-001',
      US: '10001',
    };
    const result = check({
      country,
      phone,
      postalCode: examples[country] ?? '',
      region: country === 'US' ? 'NY' : '',
    });
    expect(result.ok && result.address.phone).toBe(expected);
  });

  it.each(['', '12', 'call me', '+1', '1234567890123456', '067<script>'])(
    'refuses the phone number %j',
    (phone) => {
      expect(refused({ phone }).phone).toMatch(/required|bad_phone/);
    },
  );

  it('names every empty required field at once', () => {
    expect(refused({ recipient: ' ', line1: '', city: '\t', postalCode: '' })).toEqual({
      recipient: 'required',
      line1: 'required',
      city: 'required',
      postalCode: 'required',
    });
  });

  it('refuses characters that hide or turn text on a label, and lines that do not fit', () => {
    expect(refused({ recipient: 'Olena\u202e tset' }).recipient).toBe('bad_text');
    expect(refused({ city: 'Ky\u200biv' }).city).toBe('bad_text');
    expect(refused({ line1: 'x'.repeat(81) }).line1).toBe('too_long');
    expect(refused({ line1: `${'\u{1F600}'.repeat(80)}` }).line1).toBeUndefined();
  });

  it('names the country as the reason where we do not deliver', () => {
    expect(() => requireAddress({ ...base, country: 'KP' })).toThrow('order.country_not_served');
    expect(() => requireAddress({ ...base, country: '__proto__' })).toThrow(
      'order.country_not_served',
    );
    expect(() => requireAddress({ ...base, postalCode: 'x' })).toThrow('order.address_invalid');
  });
});

describe('an address where the parcel is fetched', () => {
  const fetched = {
    recipient: 'Олена Коваль',
    phone: '067 123 45 67',
    line1: '',
    line2: '',
    city: 'Київ',
    postalCode: '',
    region: '',
    country: 'UA',
  };

  it('needs a name, a phone and a place, but no street and no code', () => {
    expect(checkAddress(fetched, 'point').ok).toBe(true);
    expect(checkAddress(fetched, 'door').ok).toBe(false);
    expect(checkAddress({ ...fetched, phone: '' }, 'point')).toEqual({
      ok: false,
      fields: { phone: 'required' },
    });
  });

  it('does not keep the street of another address that was typed before', () => {
    const check = checkAddress({ ...fetched, line1: 'вул. Хрещатик, 1', postalCode: 'x' }, 'point');
    expect(check.ok && [check.address.line1, check.address.postalCode]).toEqual(['', '']);
  });
});
