import { expect, it } from 'vitest';
import { readCarrierPrices } from '@/lib/admin/products/carrier-prices';
import { openDelivery } from './parcels';

const { desk, person, test } = openDelivery();

it('shows what Nova Poshta asks for each way, more for farther and to the door', async () => {
  const staff = await person('STAFF');
  const prices = await readCarrierPrices(staff);
  expect(prices?.from).toMatch(/./);
  expect(prices?.to).not.toBe(prices?.from);
  expect(prices?.prices.map(({ method }) => method)).toEqual([
    'np-branch',
    'np-locker',
    'np-courier',
  ]);
  for (const { near, far } of prices?.prices ?? []) {
    expect(near.amountMinor).toBeGreaterThan(0);
    expect(far.amountMinor).toBeGreaterThan(near.amountMinor);
    expect(far.currency).toBe('UAH');
  }
});

it('shows nothing while the carrier is away or is not connected, and nothing to customers', async () => {
  const staff = await person('STAFF');
  desk.sandbox.faults.change({ carrierErrorCount: 50 });
  expect(await readCarrierPrices(staff)).toBeNull();
  desk.sandbox.faults.reset();
  const without = test.ctx(staff.actor, { providers: { carriers: {} } });
  expect(await readCarrierPrices(without)).toBeNull();
  await expect(readCarrierPrices(await person('CUSTOMER'))).rejects.toThrow('account.not_allowed');
});
