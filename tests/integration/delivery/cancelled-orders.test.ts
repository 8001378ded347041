import { describe, expect, it } from 'vitest';
import { findWaiting } from '@/lib/admin/dashboard/find-waiting';
import { listPacking } from '@/lib/admin/delivery/list-packing';
import { PackingFilterSchema } from '@/lib/admin/delivery/schema';
import { moveOrder } from '@/lib/admin/move-order';
import type { Id } from '@/lib/core/ids';
import { inTransaction } from '@/lib/db/context';
import { callOffWaybill } from '@/lib/orders/delivery/call-off-waybill';
import { makeWaybill, referenceOf } from '@/lib/orders/delivery/make-waybill';
import { requestWaybill } from '@/lib/orders/delivery/request-waybill';
import { openDelivery, putParcel } from './parcels';

const { test, desk, system, person, anOrder, orderOf } = openDelivery();

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

describe('cancelling an order calls its waybills off', () => {
  const cancel = async (orderId: string) =>
    moveOrder(await person('STAFF'), {
      orderId: orderId as Id<'order'>,
      move: { to: 'CANCELLED', reason: 'x' },
    });
  const callOff = (shipmentId: Id<'shipment'>) => callOffWaybill(system(), { shipmentId });
  const jobsFor = async (name: string, shipmentId: string) => {
    const rows = await test.db.$queryRaw<{ count: bigint }[]>`
      select count(*) from pgboss.job where name = ${name} and data->>'shipmentId' = ${shipmentId}`;
    return Number(rows[0]?.count);
  };

  it('at the carrier and here, again after the carrier was away, and once', async () => {
    const { orderId, parcelIds } = await anOrder([{}, {}]);
    const first = await aWaybill(parcelIds[0] ?? '');
    const second = await aWaybill(parcelIds[1] ?? '');
    await cancel(orderId);
    for (const { shipmentId, number } of [first, second]) {
      expect(await jobsFor('waybill.cancel', shipmentId)).toBe(1);
      desk.sandbox.faults.change({ carrierErrorCount: 1 });
      await expect(callOff(shipmentId)).rejects.toThrow('carrier.unavailable');
      expect((await shipmentOf(shipmentId)).status).toBe('LABELLED');
      await Promise.all(
        [callOff(shipmentId), callOff(shipmentId)].map((run) => run.catch(() => 0)),
      );
      await callOff(shipmentId);
      expect((await shipmentOf(shipmentId)).status).toBe('CANCELLED');
      expect((await desk.carrier.track([number]))[0]?.status).toBe('CANCELLED');
    }
    const { events } = await orderOf(orderId);
    expect(events.filter(({ kind }) => kind === 'waybill_kept')).toEqual([]);
  });

  it('before the carrier was asked for it: nothing is made any more', async () => {
    const { orderId, parcelIds } = await anOrder();
    const shipmentId = await ask(parcelIds[0] ?? '');
    await cancel(orderId);
    await makeWaybill(system(), { shipmentId });
    await callOff(shipmentId);
    expect((await shipmentOf(shipmentId)).status).toBe('CANCELLED');
    expect(await waybillsAtCarrier(shipmentId)).toBe(0);
  });

  it('while its answer is lost: it is found, kept and then called off', async () => {
    const { orderId, parcelIds } = await anOrder();
    const shipmentId = await ask(parcelIds[0] ?? '');
    desk.sandbox.faults.change({ carrierDropCount: 1 });
    await makeWaybill(system(), { shipmentId });
    await cancel(orderId);
    await callOff(shipmentId);
    expect((await shipmentOf(shipmentId)).status).toBe('LABELLED');
    expect(await jobsFor('waybill.cancel', shipmentId)).toBe(2);
    await makeWaybill(system(), { shipmentId });
    await callOff(shipmentId);
    const { status, trackingNumber } = await shipmentOf(shipmentId);
    expect(status).toBe('CANCELLED');
    expect((await desk.carrier.track([trackingNumber]))[0]?.status).toBe('CANCELLED');
  });

  it('at the same moment as the carrier is asked, and leaves no waybill that nobody knows', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { orderId, parcelIds } = await anOrder();
      const shipmentId = await ask(parcelIds[0] ?? '');
      await cancel(orderId);
      await Promise.all([callOff(shipmentId), makeWaybill(system(), { shipmentId })]);
      await makeWaybill(system(), { shipmentId });
      await callOff(shipmentId);
      const { status, trackingNumber } = await shipmentOf(shipmentId);
      expect(status).toBe('CANCELLED');
      if (trackingNumber === '') expect(await waybillsAtCarrier(shipmentId)).toBe(0);
    }
  });

  it('or tells staff that the carrier keeps it, because the parcel has left', async () => {
    const { orderId, parcelIds } = await anOrder();
    const { shipmentId, number } = await aWaybill(parcelIds[0] ?? '');
    await putParcel(desk.sandbox, number, '4');
    await cancel(orderId);
    await callOff(shipmentId);
    const { events } = await orderOf(orderId);
    const kept = events.filter(({ kind }) => kind === 'waybill_kept');
    expect(kept).toHaveLength(1);
    expect(kept[0]?.isInternal).toBe(true);
    const admin = await person('ADMIN');
    const packed = async (state: 'labelled' | 'problem') =>
      (await listPacking(admin, { filter: PackingFilterSchema.parse({ state }), locale: 'en' }))
        .parcels.length;
    expect([await packed('labelled'), await packed('problem')]).toEqual([0, 1]);
    const waiting = await inTransaction(await person('ADMIN'), (tx) => findWaiting(tx));
    expect(waiting.filter(({ kind }) => kind === 'shipment')).toMatchObject([
      { id: shipmentId, order: { id: orderId } },
    ]);
  });
});
