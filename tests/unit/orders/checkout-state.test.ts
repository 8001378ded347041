import { describe, expect, it } from 'vitest';
import {
  checkState,
  errorsOf,
  fitState,
  newParcel,
  type ParcelState,
  serverErrors,
  startState,
  toDraft,
  toOrderParcels,
  toQuoteInput,
} from '@/components/orders/checkout/checkout-state';
import type { Id } from '@/lib/core/ids';
import { money } from '@/lib/core/money';
import type { PlainDate } from '@/lib/core/plain-date';
import type { CartLine } from '@/lib/orders/get-cart';
import type { CheckoutView, DeliveryChoice } from '@/lib/orders/get-checkout';

const uah = (amountMinor: number) => money(amountMinor, 'UAH');
const way = (country: DeliveryChoice['country'], method: DeliveryChoice['method']) => ({
  country,
  method,
  first: uah(100),
  extra: uah(10),
  daysMin: 1,
  daysMax: 3,
});
const line = (id: string, quantity: number, isFile = false) =>
  ({ id: id as Id<'cartItem'>, quantity, isFile }) as CartLine;

function checkout(parts: Partial<CheckoutView> = {}): CheckoutView {
  return {
    cart: {
      lines: [line('a', 2), line('b', 1), line('file', 1, true)],
      currency: 'UAH',
      items: uah(0),
      saved: uah(0),
      canCheckOut: true,
    },
    email: 'olena@example.com',
    recipient: 'Олена',
    countries: [
      { code: 'DE', name: 'Німеччина' },
      { code: 'UA', name: 'Україна' },
    ],
    country: 'UA',
    choices: [way('UA', 'np-branch'), way('UA', 'post'), way('DE', 'post')],
    wrap: uah(99),
    today: '2026-11-21' as PlainDate,
    addresses: [],
    draft: null,
    tills: ['STRIPE', 'MONOBANK'],
    ...parts,
  };
}

const point = { ref: 'p', number: '2', name: 'Відділення №2', cityRef: 'c', cityName: 'Київ' };

function first(view: CheckoutView): ParcelState {
  const [parcel] = startState(view).parcels;
  if (!parcel) throw new Error('something is sent');
  return parcel;
}

describe('the checkout page', () => {
  it('begins with all printed copies at home by the cheapest way, files in no parcel', () => {
    const parcel = first(checkout());
    expect(parcel).toMatchObject({ method: 'np-branch', items: { a: 2, b: 1 } });
    expect(parcel.address).toMatchObject({ country: 'UA', recipient: 'Олена' });
  });

  it('begins where the draft of another device ended', () => {
    const view = checkout();
    const state = startState(view);
    const filled = {
      ...state,
      promoCode: 'AUTUMN26',
      certificateCodes: ['ABCD-EFGH'],
      parcels: state.parcels.map((parcel) => ({ ...parcel, pickupPoint: point, isGift: true })),
    };
    const draft = toDraft(filled, view);
    expect(JSON.stringify(draft)).not.toContain('ABCD');
    const again = startState(checkout({ draft }));
    expect(again).toMatchObject({ promoCode: 'AUTUMN26', certificateCodes: [] });
    expect(toOrderParcels(again)).toEqual(toOrderParcels(filled));
  });

  it('asks for nothing that the currency does not offer', () => {
    const state = startState(checkout());
    const view = checkout({ choices: [way('UA', 'post'), way('DE', 'post')], wrap: null });
    const [parcel] = fitState(
      { ...state, parcels: state.parcels.map((held) => ({ ...held, isGift: true })) },
      view,
    ).parcels;
    expect(parcel).toMatchObject({ method: 'post', isGift: false });
  });

  it('sends nothing when only files are ordered', () => {
    const view = checkout();
    const files = { ...view, cart: { ...view.cart, lines: [line('file', 1, true)] } };
    const state = startState(files);
    expect(toQuoteInput(state, files)).toMatchObject({ parcels: [], country: 'UA' });
    expect(checkState(state, false)).toEqual({});
  });

  it('names what is missing for each way: a branch, or a street and a code', () => {
    const view = checkout();
    const branch = { ...first(view), key: 'k' };
    const door = { ...branch, method: 'post' as const };
    const errors = (parcel: ParcelState) =>
      Object.keys(
        errorsOf(checkState({ ...startState(view), parcels: [parcel] }, false), 'k'),
      ).sort();
    expect(errors(branch)).toEqual(['carrierCity', 'phone']);
    expect(errors(door)).toEqual(['city', 'line1', 'phone', 'postalCode']);
    expect(errors({ ...branch, items: {} })).toContain('items');
  });

  it('orders the branch’s town, and no branch for the door', () => {
    const view = checkout();
    const parcel = { ...first(view), pickupPoint: point };
    const sent = (method: ParcelState['method']) =>
      toOrderParcels({ ...startState(view), parcels: [{ ...parcel, method }] })[0];
    expect(sent('np-branch')).toMatchObject({ pickupPoint: point, address: { city: 'Київ' } });
    expect(sent('post')).toMatchObject({ pickupPoint: null, giftNote: '' });
  });

  it('shows the server’s reasons at the fields of the right parcel', () => {
    const view = checkout();
    const parcels = [
      { ...newParcel(view), key: 'one' },
      { ...newParcel(view), key: 'two' },
    ];
    const fields = {
      'parcels.1.address.postalCode': 'bad_postal_code',
      'parcels.0.pickupPoint': 'required',
      contactEmail: 'bad_email',
    };
    expect(serverErrors({ code: 'order.address_invalid', fields }, parcels)).toEqual({
      'two.postalCode': 'bad_postal_code',
      'one.pickupPoint': 'required',
      contactEmail: 'bad_email',
    });
    expect(serverErrors({ code: 'cart.year_unconfirmed', fields: {} }, parcels)).toEqual({
      confirmed: 'unconfirmed',
    });
  });
});
