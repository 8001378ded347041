import { describe, expect, it } from 'vitest';
import { moveOrder } from '@/lib/admin/move-order';
import type { Id } from '@/lib/core/ids';
import { inTransaction } from '@/lib/db/context';
import { openClaim } from '@/lib/orders/claims/open-claim';
import { addShipment } from '@/lib/orders/delivery/add-shipment';
import { cancelWaybill } from '@/lib/orders/delivery/cancel-waybill';
import { makeWaybill, referenceOf } from '@/lib/orders/delivery/make-waybill';
import { printLabels } from '@/lib/orders/delivery/print-labels';
import { requestWaybill } from '@/lib/orders/delivery/request-waybill';
import { SHIPMENT_MOVES, SHIPMENT_STATUSES } from '@/lib/orders/delivery/shipment-states';
import { trackShipments } from '@/lib/orders/delivery/track-shipments';
import { nextKey } from '../orders/shop';
import { openDelivery, putParcel } from './parcels';

const shop = openDelivery();
const { test, desk, system, person, aPoint, anOrder, orderOf, mailsAbout } = shop;

const ask = (parcelId: string) => inTransaction(system(), (tx) => requestWaybill(tx, parcelId));
const shipmentOf = (id: string) => test.db.shipment.findUniqueOrThrow({ where: { id } });

/** Waybills that the carrier has for one of ours, called off ones not counted. */
async function waybillsAtCarrier(shipmentId: string): Promise<number> {
  const page = await (await fetch(`${desk.sandbox.url}/nova-poshta`)).text();
  const { orderId } = await shipmentOf(shipmentId);
  const order = await orderOf(orderId);
  return page.split(referenceOf(order.number, shipmentId)).length - 1;
}

async function aWaybill(parcelId: string): Promise<{ shipmentId: Id<'shipment'>; number: string }> {
  const shipmentId = await ask(parcelId);
  await makeWaybill(system(), { shipmentId });
  return { shipmentId, number: (await shipmentOf(shipmentId)).trackingNumber };
}

describe('states', () => {
  it('moves shipments in the database along the very table of the code', async () => {
    const { orderId, parcelIds } = await anOrder();
    for (const from of SHIPMENT_STATUSES) {
      for (const to of SHIPMENT_STATUSES) {
        if (from === to) continue;
        const id = `shp_${from}_${to}`;
        await test.db.shipment.create({
          data: { id, orderId, carrier: 'x', status: from, trackingNumber: id },
        });
        const move = test.db.shipment.update({ where: { id }, data: { status: to } });
        if (SHIPMENT_MOVES[from].includes(to)) await move;
        else await expect(move, `${from} to ${to}`).rejects.toThrow('may not move');
      }
    }
    expect(parcelIds).toHaveLength(1);
  });

  it('keeps the history: nothing of it is changed or removed', async () => {
    const { parcelIds } = await anOrder();
    const shipmentId = await ask(parcelIds[0] ?? '');
    await expect(test.db.shipmentEvent.deleteMany({ where: { shipmentId } })).rejects.toThrow();
    await expect(
      test.db.shipmentEvent.updateMany({ where: { shipmentId }, data: { reason: 'other' } }),
    ).rejects.toThrow();
  });
});

describe('waybills', () => {
  it('gets a number, its cost and a label for branch, locker and door', async () => {
    const { parcelIds } = await anOrder([
      { method: 'np-branch', pickupPoint: await aPoint('np-branch') },
      { method: 'np-locker', pickupPoint: await aPoint('np-locker') },
      { method: 'np-courier' },
    ]);
    const ids: Id<'shipment'>[] = [];
    for (const parcelId of parcelIds) {
      const { shipmentId } = await aWaybill(parcelId);
      const row = await shipmentOf(shipmentId);
      expect(row).toMatchObject({ status: 'LABELLED', costCurrency: 'UAH', parcelId });
      expect(row.trackingNumber).toMatch(/^\d{14}$/);
      expect(row.costMinor).toBeGreaterThan(0);
      ids.push(shipmentId);
    }
    const labels = await printLabels(system(), { shipmentIds: ids });
    expect(labels.toString('latin1').match(/\/Type \/Page /g)).toHaveLength(3);
  });

  it('is one waybill when asked for twice, at once or later', async () => {
    const { parcelIds } = await anOrder();
    const [parcelId = ''] = parcelIds;
    const [one, two] = await Promise.all([ask(parcelId), ask(parcelId)]);
    expect(one).toBe(two);
    await Promise.all([
      makeWaybill(system(), { shipmentId: one }),
      makeWaybill(system(), { shipmentId: one }),
      makeWaybill(system(), { shipmentId: one }),
    ]);
    await makeWaybill(system(), { shipmentId: one });
    expect(await ask(parcelId)).toBe(one);
    expect(await waybillsAtCarrier(one)).toBe(1);
  });

  it('does not ask again when the answer was lost: it finds what was made', async () => {
    const { parcelIds } = await anOrder();
    const shipmentId = await ask(parcelIds[0] ?? '');
    desk.sandbox.faults.change({ carrierDropCount: 1 });
    await makeWaybill(system(), { shipmentId });
    expect((await shipmentOf(shipmentId)).trackingNumber).toBe('');
    // The carrier is away when it is looked for, then back.
    desk.sandbox.faults.change({ carrierErrorCount: 1 });
    await makeWaybill(system(), { shipmentId });
    await makeWaybill(system(), { shipmentId });
    const row = await shipmentOf(shipmentId);
    expect(row.trackingNumber).toMatch(/^\d{14}$/);
    expect(row.costMinor).toBeGreaterThan(0);
    expect(await waybillsAtCarrier(shipmentId)).toBe(1);
  });

  it('ends a call that nobody answered and that made nothing, and lets staff ask anew', async () => {
    const { parcelIds } = await anOrder();
    const [parcelId = ''] = parcelIds;
    const shipmentId = await ask(parcelId);
    // A worker that died after it announced the call and before it sent it.
    await test.db.shipment.update({ where: { id: shipmentId }, data: { checkedAt: new Date() } });
    await makeWaybill(system(), { shipmentId });
    expect((await shipmentOf(shipmentId)).status).toBe('LABELLED');
    desk.offsetMs = 11 * 60 * 1000;
    await makeWaybill(system(), { shipmentId });
    expect((await shipmentOf(shipmentId)).status).toBe('CANCELLED');
    const { number } = await aWaybill(parcelId);
    expect(number).toMatch(/^\d{14}$/);
  });

  it('keeps one waybill for each parcel through random faults, repeats and dying workers', async () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    const { parcelIds } = await anOrder(Array.from({ length: 10 }, () => ({})));
    const ids: Id<'shipment'>[] = [];
    for (const parcelId of parcelIds) {
      const shipmentId = await ask(parcelId);
      ids.push(shipmentId);
      for (let step = 0; step < 8; step += 1) {
        const dice = random();
        if (dice < 0.2) desk.sandbox.faults.change({ carrierDropCount: 1 });
        else if (dice < 0.4) desk.sandbox.faults.change({ carrierErrorCount: 1 });
        const workers = dice > 0.7 ? 3 : 1;
        await Promise.all(
          Array.from({ length: workers }, () => makeWaybill(system(), { shipmentId })),
        );
      }
      desk.sandbox.faults.reset();
      await makeWaybill(system(), { shipmentId });
    }
    // What broke down before it made anything counts as lost in the end.
    desk.offsetMs = 11 * 60 * 1000;
    const ends = { made: 0, lost: 0 };
    for (const shipmentId of ids) {
      await makeWaybill(system(), { shipmentId });
      const { status, trackingNumber } = await shipmentOf(shipmentId);
      const isMade = /^\d{14}$/.test(trackingNumber);
      expect(status).toBe(isMade ? 'LABELLED' : 'CANCELLED');
      expect(await waybillsAtCarrier(shipmentId)).toBe(isMade ? 1 : 0);
      ends[isMade ? 'made' : 'lost'] += 1;
    }
    expect(ends.made).toBeGreaterThan(0);
  });

  it('keeps the carrier’s reason when it refuses, and can be asked for again', async () => {
    const { parcelIds, orderId } = await anOrder([{ line1: 'біля школи' }]);
    const { shipmentId } = await aWaybill(parcelIds[0] ?? '');
    const { shipments } = await orderOf(orderId);
    expect(shipments.map(({ status }) => status)).toEqual(['CANCELLED']);
    expect(shipments[0]?.events.map(({ reason }) => reason)).toContain(
      'no house number in "біля школи"',
    );
    expect(await ask(parcelIds[0] ?? '')).not.toBe(shipmentId);
  });

  it('refuses what cannot be sent: unpaid, by post, sent already', async () => {
    const unpaid = await anOrder([{}], 'PAID');
    await expect(ask(unpaid.parcelIds[0] ?? '')).rejects.toThrow('order.illegal_transition');
    const byPost = await anOrder([{ method: 'post' }]);
    await expect(ask(byPost.parcelIds[0] ?? '')).rejects.toThrow('delivery.method_unavailable');
    await expect(ask('pcl_nothing')).rejects.toThrow('shipment.not_found');
    const { parcelIds } = await anOrder();
    const { number } = await aWaybill(parcelIds[0] ?? '');
    await putParcel(desk.sandbox, number, '5');
    await trackShipments(system());
    await expect(ask(parcelIds[0] ?? '')).rejects.toThrow('shipment.already_sent');
  });

  it('is called off at the carrier and here, but not once the parcel has left', async () => {
    const staff = await person('STAFF');
    const { parcelIds } = await anOrder([{}, {}]);
    const waiting = await aWaybill(parcelIds[0] ?? '');
    await cancelWaybill(staff, { shipmentId: waiting.shipmentId, reason: 'wrong box' });
    expect((await shipmentOf(waiting.shipmentId)).status).toBe('CANCELLED');
    expect((await desk.carrier.track([waiting.number]))[0]?.status).toBe('CANCELLED');
    const gone = await aWaybill(parcelIds[1] ?? '');
    await putParcel(desk.sandbox, gone.number, '4');
    const cancel = () => cancelWaybill(staff, { shipmentId: gone.shipmentId, reason: 'late' });
    await expect(cancel()).rejects.toThrow('shipment.refused');
    await trackShipments(system());
    await expect(cancel()).rejects.toThrow('shipment.illegal_transition');
  });
});

describe('an order follows its parcels', () => {
  it('is shipped when each parcel is under way and delivered when each has arrived; each parcel is told of once, when it leaves', async () => {
    const { orderId, parcelIds } = await anOrder([{}, {}]);
    const numbers: string[] = [];
    for (const parcelId of parcelIds) numbers.push((await aWaybill(parcelId)).number);
    const [first = '', second = ''] = numbers;
    const step = async (number: string, code: string) => {
      await putParcel(desk.sandbox, number, code);
      await trackShipments(system());
      // Asked again, it tells nobody again.
      await trackShipments(system());
      return (await orderOf(orderId)).status;
    };
    expect(await step(first, '5')).toBe('IN_PRODUCTION');
    expect(await step(second, '4')).toBe('SHIPPED');
    expect(await step(first, '9')).toBe('SHIPPED');
    expect(await step(second, '7')).toBe('SHIPPED');
    expect(await step(second, '9')).toBe('DELIVERED');
    const mails = await mailsAbout(orderId);
    expect(mails.map(({ template }) => template)).toEqual([
      'order-shipped',
      'order-shipped',
      'order-delivered',
    ]);
    const recipient = 'Олена Коваль';
    expect(mails[0]?.data).toMatchObject({ parcels: [{ trackingNumber: first, recipient }] });
    expect(mails[1]?.data).toMatchObject({ parcels: [{ trackingNumber: second, recipient }] });
  });

  it('takes a report about the parcel that has arrived while the other is still in print', async () => {
    const { owner, orderId, parcelIds } = await anOrder([{}, {}]);
    const item = await test.db.orderItem.findFirstOrThrow({ where: { orderId } });
    const report = () =>
      openClaim(owner, {
        orderId,
        requestKey: nextKey(),
        kind: 'DAMAGED',
        text: 'The wire is bent.',
        items: [{ orderItemId: item.id as Id<'orderItem'>, quantity: 1 }],
        pictureIds: [],
      });
    const { number } = await aWaybill(parcelIds[0] ?? '');
    await expect(report()).rejects.toThrow('claim.too_late');
    await putParcel(desk.sandbox, number, '9');
    await trackShipments(system());
    expect((await orderOf(orderId)).status).toBe('IN_PRODUCTION');
    await report();
  });

  it('goes all the way when the first news of its parcel is that it arrived', async () => {
    const { orderId, parcelIds } = await anOrder();
    const { number } = await aWaybill(parcelIds[0] ?? '');
    await putParcel(desk.sandbox, number, '9');
    await trackShipments(system());
    const order = await orderOf(orderId);
    expect(order.status).toBe('DELIVERED');
    expect(order.events.map(({ toStatus }) => toStatus).sort()).toEqual(['DELIVERED', 'SHIPPED']);
    expect(order.shipments[0]?.deliveredAt).not.toBeNull();
  });

  it('shows a problem and recovers from it; a status without a meaning moves nothing', async () => {
    const { orderId, parcelIds } = await anOrder();
    const { shipmentId, number } = await aWaybill(parcelIds[0] ?? '');
    for (const [code, status] of [
      ['5', 'IN_TRANSIT'],
      ['105', 'PROBLEM'],
      ['7', 'READY_FOR_PICKUP'],
      ['104', 'IN_TRANSIT'],
      ['103', 'PROBLEM'],
    ] as const) {
      await putParcel(desk.sandbox, number, code);
      await trackShipments(system());
      expect((await shipmentOf(shipmentId)).status).toBe(status);
    }
    expect((await shipmentOf(shipmentId)).carrierStatus).toContain('103 Відмова');
    const { shipments } = await orderOf(orderId);
    expect(shipments[0]?.events.map(({ toStatus }) => toStatus)).toEqual([
      'LABELLED',
      'LABELLED',
      'IN_TRANSIT',
      'PROBLEM',
      'READY_FOR_PICKUP',
      'IN_TRANSIT',
      'PROBLEM',
    ]);
  });

  it('takes the same number for the same parcel once, whoever reports it and however often', async () => {
    const { orderId, parcelIds } = await anOrder();
    const add = () =>
      inTransaction(system(), (tx) =>
        addShipment(tx, {
          orderId,
          parcelId: parcelIds[0] ?? '',
          printJobId: null,
          carrier: 'UPS Standard',
          trackingNumber: '1Z999',
          trackingUrl: 'https://ups.example/1Z999',
          by: 'system',
        }),
      );
    expect(await add()).toBe(await add());
    const order = await orderOf(orderId);
    expect(order.status).toBe('SHIPPED');
    expect(order.shipments).toHaveLength(1);
    expect(order.shipments[0]).toMatchObject({ carrier: 'UPS Standard', status: 'IN_TRANSIT' });
  });

  it('asks about hundreds of parcels, a hundred at a time, and about none that has ended', async () => {
    const { orderId, parcelIds } = await anOrder();
    const [parcelId = ''] = parcelIds;
    const rows = Array.from({ length: 230 }, (_, index) => ({
      id: `shp_many${String(index).padStart(4, '0')}`,
      orderId,
      parcelId,
      carrier: 'Nova Poshta',
      status: index % 2 === 0 ? ('IN_TRANSIT' as const) : ('DELIVERED' as const),
      trackingNumber: `2045${String(900_000 + index).padStart(10, '0')}`,
    }));
    await test.db.shipment.createMany({ data: rows });
    const asked: number[] = [];
    const counting = {
      track(numbers: readonly string[]) {
        asked.push(numbers.length);
        return desk.carrier.track(numbers);
      },
    };
    const carrier = Object.assign(Object.create(desk.carrier), counting);
    await trackShipments(
      test.ctx(undefined, { providers: { carriers: { 'nova-poshta': carrier } } }),
    );
    expect(Math.max(...asked)).toBeLessThanOrEqual(100);
    expect(asked.length).toBeGreaterThanOrEqual(2);
    const checked = await test.db.shipment.findMany({ where: { id: { startsWith: 'shp_many' } } });
    expect(
      checked.every(({ status, checkedAt }) => (status === 'IN_TRANSIT') === (checkedAt !== null)),
    ).toBe(true);
  });
});

it('an order of which a parcel was sent is not cancelled as a whole: its money would all go back', async () => {
  const { orderId, parcelIds } = await anOrder([{}, {}]);
  const [parcelId = ''] = parcelIds;
  const sent = { parcelId, carrier: 'other', trackingNumber: 'RR123456785UA' };
  await inTransaction(system(), (tx) =>
    addShipment(tx, { ...sent, orderId, printJobId: null, by: 'staff' }),
  );
  const cancel = {
    orderId: orderId as Id<'order'>,
    move: { to: 'CANCELLED', reason: 'x' },
  } as const;
  await expect(moveOrder(await person('STAFF'), cancel)).rejects.toThrow(
    'order.too_late_to_cancel',
  );
  expect((await orderOf(orderId)).status).toBe('IN_PRODUCTION');
});
