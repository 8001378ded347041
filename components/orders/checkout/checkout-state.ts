import { monthPartsOf, type PlainDate } from '@/lib/core/plain-date';
import { ADDRESS_FIELDS, type AddressField, checkAddress } from '@/lib/orders/address';
import { fitParcels, type ParcelItems } from '@/lib/orders/checkout-draft/parcels';
import { isEmail } from '@/lib/orders/contact-email';
import {
  type DeliveryCity,
  type DeliveryMethod,
  METHODS,
  type PickupPoint,
} from '@/lib/orders/delivery/methods';
import type { CheckoutView, DeliveryChoice } from '@/lib/orders/get-checkout';
import type { CheckoutDraft, OrderTill, QuoteInput } from '@/lib/orders/schema';
import type { AddressValues } from '../address-fields';

/** One address on the page with what goes there and how. */
export type ParcelState = {
  /** Made here, so that the fields of a parcel stay its own when another one goes. */
  key: string;
  address: AddressValues;
  method: DeliveryMethod;
  city: DeliveryCity | null;
  pickupPoint: PickupPoint | null;
  isGift: boolean;
  giftNote: string;
  /** The address is kept for the next order. */
  isKept: boolean;
  items: ParcelItems;
};

export type CheckoutState = {
  contactEmail: string;
  parcels: ParcelState[];
  /** The buyer's, where nothing is sent. */
  country: string;
  promoCode: string | null;
  certificateCodes: string[];
  wantedBy: PlainDate | null;
  till: OrderTill | null;
};

/** What is wrong, by field: "contactEmail", "confirmed", "<parcel key>.city", "<parcel key>.items". */
export type CheckoutErrors = Readonly<Record<string, string>>;

export function needsPoint(method: DeliveryMethod): boolean {
  return METHODS[method].needsPoint;
}

/** Ways to a country, the cheapest first. */
export function choicesFor(checkout: CheckoutView, country: string): DeliveryChoice[] {
  return checkout.choices.filter((choice) => choice.country === country);
}

export function newParcel(
  checkout: CheckoutView,
  country: string = homeCountry(checkout),
): ParcelState {
  return {
    key: crypto.randomUUID(),
    address: { ...emptyAddress, country },
    method: choicesFor(checkout, country)[0]?.method ?? 'post',
    city: null,
    pickupPoint: null,
    isGift: false,
    giftNote: '',
    isKept: false,
    items: {},
  };
}

export const emptyAddress = {
  recipient: '',
  phone: '',
  line1: '',
  line2: '',
  city: '',
  postalCode: '',
  region: '',
};

/** What the page begins with: the draft of any device, else the default address, else a name and a country. */
export function startState(checkout: CheckoutView): CheckoutState {
  const { draft } = checkout;
  const parcels = (draft?.parcels ?? []).map((parcel, index) => ({
    ...parcel,
    // Known to server and browser alike, as the page is drawn by both.
    key: `draft-${index}`,
    city: parcel.pickupPoint
      ? { ref: parcel.pickupPoint.cityRef, name: parcel.pickupPoint.cityName, area: '' }
      : null,
    isKept: false,
    items: Object.fromEntries(parcel.items.map((item) => [item.cartItemId, item.quantity])),
  }));
  const state = {
    contactEmail: draft?.contactEmail ?? checkout.email,
    parcels,
    country: homeCountry(checkout),
    promoCode: draft?.promoCode ?? null,
    certificateCodes: [],
    wantedBy: draft?.wantedBy ?? null,
    till: draft?.till ?? null,
  };
  return fitState(state, checkout);
}

/** The person's country, if we send there in this currency, else any that we do. */
function homeCountry({ countries, country }: CheckoutView): string {
  return countries.some(({ code }) => code === country) ? country : (countries[0]?.code ?? country);
}

function firstParcel(checkout: CheckoutView): ParcelState {
  const known = checkout.addresses.find(({ isDefault }) => isDefault);
  const country = known?.address.country ?? homeCountry(checkout);
  return {
    ...newParcel(checkout, country),
    key: 'first',
    address: known?.address ?? { ...emptyAddress, recipient: checkout.recipient, country },
  };
}

function offered(checkout: CheckoutView, country: string, method: DeliveryMethod): DeliveryMethod {
  const choices = choicesFor(checkout, country);
  return choices.some((choice) => choice.method === method)
    ? method
    : (choices[0]?.method ?? 'post');
}

/** The same after the cart or the currency changed: exactly what is in the cart, by ways that are offered. */
export function fitState(state: CheckoutState, checkout: CheckoutView): CheckoutState {
  const parcels = state.parcels.length > 0 ? state.parcels : [firstParcel(checkout)];
  return {
    ...state,
    parcels: fitParcels(parcels, printedLines(checkout)).map((parcel) => ({
      ...parcel,
      method: offered(checkout, parcel.address.country, parcel.method),
      isGift: parcel.isGift && checkout.wrap !== null,
    })),
  };
}

/** What goes into parcels; files do not. */
export function printedLines({ cart }: CheckoutView) {
  return cart.lines.filter(({ isFile }) => !isFile);
}

const itemsOf = (items: ParcelItems) =>
  Object.entries(items).map(([cartItemId, quantity]) => ({
    cartItemId: cartItemId as CheckoutDraft['parcels'][number]['items'][number]['cartItemId'],
    quantity,
  }));

export function toDraft(state: CheckoutState, checkout: CheckoutView): CheckoutDraft {
  return {
    contactEmail: state.contactEmail,
    currency: checkout.cart.currency,
    till: state.till,
    parcels: state.parcels.map((parcel) => ({
      address: parcel.address,
      method: parcel.method,
      pickupPoint: parcel.pickupPoint,
      isGift: parcel.isGift,
      giftNote: parcel.giftNote,
      items: itemsOf(parcel.items),
    })),
    promoCode: state.promoCode,
    wantedBy: state.wantedBy,
  };
}

export function toQuoteInput(state: CheckoutState, checkout: CheckoutView): QuoteInput {
  return {
    currency: checkout.cart.currency,
    parcels: state.parcels.map(({ address, method, isGift, items }) => ({
      country: address.country,
      method,
      isGift,
      items: itemsOf(items),
    })),
    country: state.parcels.length === 0 ? state.country : null,
    promoCode: state.promoCode,
    certificateCodes: state.certificateCodes,
  };
}

/** The parcels as the order asks for them. */
export function toOrderParcels(state: CheckoutState) {
  return state.parcels.map(({ address, method, pickupPoint, isGift, giftNote, items }) => ({
    address: needsPoint(method) ? { ...address, city: pickupPoint?.cityName ?? '' } : address,
    method,
    pickupPoint: needsPoint(method) ? pickupPoint : null,
    isGift,
    giftNote: isGift ? giftNote : '',
    items: itemsOf(items),
  }));
}

/** Everything that the page can see is wrong, before the server is asked. */
export function checkState(state: CheckoutState, unconfirmed: boolean): CheckoutErrors {
  const errors: Record<string, string> = {};
  if (!isEmail(state.contactEmail.trim())) errors.contactEmail = 'bad_email';
  for (const parcel of state.parcels) {
    for (const [field, reason] of Object.entries(checkParcelAddress(parcel))) {
      errors[`${parcel.key}.${field}`] = reason;
    }
    if (needsPoint(parcel.method) && !parcel.city) errors[`${parcel.key}.carrierCity`] = 'required';
    else if (needsPoint(parcel.method) && !parcel.pickupPoint)
      errors[`${parcel.key}.pickupPoint`] = 'required';
    if (Object.keys(parcel.items).length === 0) errors[`${parcel.key}.items`] = 'empty_parcel';
  }
  if (unconfirmed) errors.confirmed = 'unconfirmed';
  return errors;
}

export function checkParcelAddress(parcel: ParcelState): Partial<Record<AddressField, string>> {
  const kind = needsPoint(parcel.method) ? 'point' : 'door';
  const result = checkAddress(parcel.address, kind);
  if (result.ok) return {};
  if (kind === 'door') return result.fields;
  // The place comes with the branch.
  const { city: _, ...fields } = result.fields;
  return fields;
}

/** The server's reasons, by the names that the fields have here. */
export function serverErrors(
  problem: { code: string; fields: Record<string, string> },
  parcels: readonly ParcelState[],
): CheckoutErrors {
  const errors: Record<string, string> = {};
  for (const [path, reason] of Object.entries(problem.fields)) {
    const [, index, rest] = /^parcels\.(\d+)\.(.+)$/.exec(path) ?? [];
    const key = index === undefined ? undefined : parcels[Number(index)]?.key;
    if (key && rest) errors[`${key}.${rest.replace(/^address\./, '')}`] = reason;
    else if (path === 'contactEmail') errors.contactEmail = reason;
  }
  if (problem.code === 'cart.year_unconfirmed') errors.confirmed = 'unconfirmed';
  return errors;
}

/** Errors of one parcel, by their own names. */
export function errorsOf(errors: CheckoutErrors, key: string): Readonly<Record<string, string>> {
  const prefix = `${key}.`;
  return Object.fromEntries(
    Object.entries(errors).flatMap(([path, reason]) =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), reason]] : [],
    ),
  );
}

export function isSameAddress(a: AddressValues, b: AddressValues): boolean {
  return ADDRESS_FIELDS.every((field) => a[field].trim() === b[field].trim());
}

/** The last day that a date field offers: nobody orders a calendar further ahead. */
export function lastWantedDay(today: PlainDate): string {
  return `${monthPartsOf(today).year + 2}-12-31`;
}
