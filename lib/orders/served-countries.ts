/**
 * Where we deliver, with what an address there must have. Postal code patterns are those of CLDR's former
 * postal code data and the Universal Postal Union's country sheets (upu.int, "Addressing solutions").
 */
export type ServedCountry = {
  /** International calling code without plus. */
  callingCode: string;
  /** Digit that stands before a national number at home and is dropped abroad; null where there is none. */
  trunkPrefix: string | null;
  /** Against the code in its normal form; null where a country has no postal codes. */
  postalCode: RegExp | null;
  /** Puts spaces, dashes and letters where the country writes them. */
  normalise: (compact: string) => string;
  postalExample: string;
  /** States or provinces that an address must name, by their postal short form; null where none is needed. */
  regions: readonly string[] | null;
};

const asIs = (compact: string) => compact;
const split = (at: number, by: string) => (compact: string) =>
  compact.length > at ? `${compact.slice(0, at)}${by}${compact.slice(at)}` : compact;
const splitBeforeLast3 = (compact: string) =>
  compact.length > 3 ? `${compact.slice(0, -3)} ${compact.slice(-3)}` : compact;
const prefixed = (prefix: string, digits: number) => (compact: string) =>
  compact.length === digits ? `${prefix}${compact}` : compact.replace(/^([A-Z]{2})/, '$1-');

const US_STATES =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR'.split(
    ' ',
  );
const CA_PROVINCES = 'AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(' ');

const country = (
  callingCode: string,
  trunkPrefix: string | null,
  postalCode: RegExp | null,
  postalExample: string,
  normalise: (compact: string) => string = asIs,
  regions: readonly string[] | null = null,
): ServedCountry => ({
  callingCode,
  trunkPrefix,
  postalCode,
  postalExample,
  normalise,
  regions,
});

const FOUR = /^\d{4}$/;
const FIVE = /^\d{5}$/;
const FIVE_SPACED = /^\d{3} \d{2}$/;

export const SERVED_COUNTRIES = {
  AT: country('43', '0', FOUR, '1010'),
  BE: country('32', '0', /^[1-9]\d{3}$/, '1000'),
  BG: country('359', '0', FOUR, '1000'),
  CA: country(
    '1',
    '1',
    /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d$/,
    'M5V 2T6',
    split(3, ' '),
    CA_PROVINCES,
  ),
  CH: country('41', '0', /^[1-9]\d{3}$/, '8001'),
  CZ: country('420', null, /^[1-7]\d{2} \d{2}$/, '110 00', split(3, ' ')),
  DE: country('49', '0', FIVE, '10115'),
  DK: country('45', null, FOUR, '1050'),
  EE: country('372', null, FIVE, '10111'),
  ES: country('34', null, /^(?:0[1-9]|[1-4]\d|5[0-2])\d{3}$/, '28001'),
  FI: country('358', '0', FIVE, '00100'),
  FR: country('33', '0', /^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$/, '75001'),
  GB: country(
    '44',
    '0',
    /^(?:GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2})$/,
    'SW1A 1AA',
    splitBeforeLast3,
  ),
  GR: country('30', null, FIVE_SPACED, '105 57', split(3, ' ')),
  HR: country('385', '0', FIVE, '10000'),
  HU: country('36', '06', FOUR, '1011'),
  IE: country(
    '353',
    '0',
    /^(?:D6W|[AC-FHKNPRTV-Y]\d{2}) [0-9AC-FHKNPRTV-Y]{4}$/,
    'D02 AF30',
    split(3, ' '),
  ),
  IT: country('39', null, FIVE, '00184'),
  LT: country('370', '0', /^LT-\d{5}$/, 'LT-01100', prefixed('LT-', 5)),
  LU: country('352', null, FOUR, '1111'),
  LV: country('371', null, /^LV-\d{4}$/, 'LV-1010', prefixed('LV-', 4)),
  MD: country('373', '0', /^MD-\d{4}$/, 'MD-2001', prefixed('MD-', 4)),
  NL: country('31', '0', /^[1-9]\d{3} (?!SA|SD|SS)[A-Z]{2}$/, '1012 AB', split(4, ' ')),
  NO: country('47', null, FOUR, '0150'),
  PL: country('48', null, /^\d{2}-\d{3}$/, '00-001', split(2, '-')),
  PT: country('351', null, /^[1-9]\d{3}-\d{3}$/, '1000-001', split(4, '-')),
  RO: country('40', '0', /^\d{6}$/, '010011'),
  SE: country('46', '0', /^[1-9]\d{2} \d{2}$/, '111 20', split(3, ' ')),
  SI: country('386', '0', FOUR, '1000'),
  SK: country('421', '0', /^[089]\d{2} \d{2}$/, '811 01', split(3, ' ')),
  UA: country('380', '0', /^(?:0[1-9]|[1-9]\d)\d{3}$/, '01001'),
  US: country(
    '1',
    '1',
    /^\d{5}(?:-\d{4})?$/,
    '10001',
    (compact) => (compact.length === 9 ? split(5, '-')(compact) : compact),
    US_STATES,
  ),
} as const satisfies Record<string, ServedCountry>;

export type CountryCode = keyof typeof SERVED_COUNTRIES;
export const COUNTRY_CODES = Object.keys(SERVED_COUNTRIES) as CountryCode[];

export function isServed(code: string): code is CountryCode {
  return Object.hasOwn(SERVED_COUNTRIES, code);
}

export function servedCountry(code: CountryCode): ServedCountry {
  return SERVED_COUNTRIES[code];
}
