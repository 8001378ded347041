import { expect, it } from 'vitest';
import { checkPickupPoint } from '@/lib/orders/delivery/check-pickup-point';
import { openDelivery } from './parcels';

const { desk, system, aPoint } = openDelivery();

it('keeps the carrier’s own words of a chosen branch, whatever the browser said of it', async () => {
  const point = await aPoint('np-branch');
  const method = 'np-branch' as const;
  const renamed = { ...point, name: 'My garage', number: '999' };
  expect(await checkPickupPoint(system(), { method, pickupPoint: renamed })).toEqual(point);
});

it('refuses a branch that is missing, unknown or of another city, and asks for none at the door', async () => {
  const point = await aPoint('np-locker');
  const method = 'np-locker' as const;
  const check = (pickupPoint: typeof point | null) =>
    checkPickupPoint(system(), { method, pickupPoint });
  await expect(check(null)).rejects.toThrow('delivery.point_required');
  await expect(check({ ...point, ref: crypto.randomUUID() })).rejects.toThrow(
    'delivery.point_not_found',
  );
  await expect(check({ ...point, cityRef: crypto.randomUUID() })).rejects.toThrow(
    'delivery.point_not_found',
  );
  expect(await checkPickupPoint(system(), { method: 'np-courier', pickupPoint: point })).toBeNull();
});

it('stops no order when the carrier is away: the point is kept as it was chosen', async () => {
  const point = await aPoint('np-branch');
  desk.sandbox.faults.change({ carrierErrorCount: 1 });
  expect(await checkPickupPoint(system(), { method: 'np-branch', pickupPoint: point })).toEqual(
    point,
  );
});
