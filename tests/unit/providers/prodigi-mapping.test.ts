import { describe, expect, it } from 'vitest';
import { ProdigiOrderSchema, toHouseOrder } from '@/lib/providers/prodigi/prodigi-mapping';

const NOT_STARTED = {
  downloadAssets: 'NotStarted',
  printReadyAssetsPrepared: 'NotStarted',
  allocateProductionLocation: 'NotStarted',
  inProduction: 'NotStarted',
  shipping: 'NotStarted',
};

/** As their reference shows an order, with what a test changes. */
function mapped(
  parts: { stage?: string; details?: object; issues?: object[] } = {},
  more: object = {},
) {
  const order = ProdigiOrderSchema.parse({
    id: 'ord_840796',
    created: '2021-03-11T14:31:23.41Z',
    merchantReference: 'P-26-001001',
    shippingMethod: 'Standard',
    status: {
      stage: parts.stage ?? 'InProgress',
      issues: parts.issues ?? [],
      details: { ...NOT_STARTED, ...parts.details },
    },
    charges: [],
    shipments: [],
    ...more,
  });
  return toHouseOrder(order);
}

describe('what Prodigi says of an order', () => {
  it('is accepted until a location prints it, and done when it is complete', () => {
    expect(mapped().state).toBe('accepted');
    expect(mapped({ details: { downloadAssets: 'Complete' } }).state).toBe('accepted');
    expect(mapped({ details: { inProduction: 'InProgress' } }).state).toBe('printing');
    expect(mapped({ stage: 'Complete' }).state).toBe('done');
    expect(mapped({ stage: 'Cancelled' }).state).toBe('cancelled');
  });

  it('goes on at a stage that is new to us, and is shown under its name', () => {
    const paused = mapped({ stage: 'Paused', details: { inProduction: 'InProgress' } });
    expect(paused).toMatchObject({
      state: 'printing',
      houseStatus: 'Paused: inProduction InProgress',
    });
  });

  it('needs a person when a step is broken, and tells its reason', () => {
    const issue = { errorCode: 'items.assets.NotDownloaded', description: 'Download failed.' };
    const broken = mapped({ details: { downloadAssets: 'Error' }, issues: [issue] });
    expect(broken).toMatchObject({ state: 'refused', reason: 'Download failed.' });
  });

  it('goes on by itself after an issue that is only a warning', () => {
    const issue = { errorCode: 'items.assets.NotDownloaded', description: 'Attempt 1 of 10.' };
    expect(mapped({ details: { downloadAssets: 'InProgress' }, issues: [issue] }).state).toBe(
      'accepted',
    );
  });

  it('a step it has invented since counts as not started', () => {
    expect(mapped({ details: { inProduction: 'Queued' } }).state).toBe('accepted');
  });

  it('adds its charges exactly, and none in a currency that we cannot count in', () => {
    const charge = (amount: string, currency = 'EUR') => ({ totalCost: { amount, currency } });
    const costOf = (...charges: object[]) => mapped({}, { charges }).cost;
    expect(costOf(charge('11.29'), charge('0.10'))).toEqual({ amountMinor: 1139, currency: 'EUR' });
    expect(costOf()).toBeNull();
    expect(costOf(charge('1000', 'JPY'))).toBeNull();
    expect(costOf(charge('1.00', 'EUR'), charge('1.00', 'GBP'))).toBeNull();
    expect(costOf(charge('1e9'))).toBeNull();
  });

  it('gives a tracking page only where it is a web address', () => {
    const shipment = (url: string) => ({
      id: 'shp_1',
      carrier: { name: 'DPD' },
      tracking: { number: 'X1', url },
    });
    const urlOf = (url: string) =>
      mapped({}, { shipments: [shipment(url)] }).shipments[0]?.trackingUrl;
    expect(urlOf('https://tracking.example/X1')).toBe('https://tracking.example/X1');
    expect(urlOf('javascript:alert(1)')).toBeNull();
  });
});
