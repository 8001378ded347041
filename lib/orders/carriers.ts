/** Who carries parcels, with the page where a number is followed; "{number}" stands for it. */
export const CARRIERS = {
  'nova-poshta': {
    name: 'Nova Poshta',
    trackingUrl: 'https://novaposhta.ua/tracking/?cargo_number={number}',
  },
  ukrposhta: {
    name: 'Ukrposhta',
    trackingUrl: 'https://track.ukrposhta.ua/tracking_UA.html?barcode={number}',
  },
  meest: { name: 'Meest', trackingUrl: 'https://t.meest-group.com/t/{number}' },
  dhl: {
    name: 'DHL',
    trackingUrl: 'https://www.dhl.com/en/express/tracking.html?AWB={number}',
  },
  dpd: { name: 'DPD', trackingUrl: 'https://tracking.dpd.de/status/en_US/parcel/{number}' },
  gls: { name: 'GLS', trackingUrl: 'https://gls-group.com/track/{number}' },
  inpost: { name: 'InPost', trackingUrl: 'https://inpost.pl/sledzenie-przesylek?number={number}' },
  ups: { name: 'UPS', trackingUrl: 'https://www.ups.com/track?tracknum={number}' },
  other: { name: 'Other', trackingUrl: null },
} as const satisfies Record<string, { name: string; trackingUrl: string | null }>;

export type CarrierId = keyof typeof CARRIERS;
export const CARRIER_IDS = Object.keys(CARRIERS) as [CarrierId, ...CarrierId[]];

/** Letters, digits and the marks carriers use; nothing that could change the address of the tracking page. */
export const TRACKING_NUMBER = /^[A-Za-z0-9][A-Za-z0-9 ./-]{3,39}$/;

const UKRAINIAN_NAMES: Readonly<Record<string, string>> = {
  'Nova Poshta': 'Нова пошта',
  Ukrposhta: 'Укрпошта',
};

/** A carrier's stored name as its customers know it; empty for "Other", which tells them nothing. */
export function carrierForCustomer(stored: string, locale: string): string {
  if (stored === CARRIERS.other.name) return '';
  return (locale === 'uk' ? UKRAINIAN_NAMES[stored] : undefined) ?? stored;
}

export function trackingUrlOf(carrier: CarrierId, trackingNumber: string): string | null {
  const template = CARRIERS[carrier].trackingUrl;
  return (
    template?.replace('{number}', encodeURIComponent(trackingNumber.replace(/\s/g, ''))) ?? null
  );
}
