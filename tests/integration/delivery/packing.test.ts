import { describe, expect, it } from 'vitest';
import { askWaybill } from '@/lib/admin/delivery/ask-waybill';
import { changeShipment } from '@/lib/admin/delivery/change-shipment';
import { getSlips } from '@/lib/admin/delivery/get-slips';
import { listPacking } from '@/lib/admin/delivery/list-packing';
import { openLabels } from '@/lib/admin/delivery/open-labels';
import { requestWaybills } from '@/lib/admin/delivery/request-waybills';
import { PackingFilterSchema, type PackingState } from '@/lib/admin/delivery/schema';
import { sendParcel } from '@/lib/admin/delivery/send-parcel';
import { getSenderDesk, saveSender } from '@/lib/admin/delivery/sender-desk';
import { stopWaybill } from '@/lib/admin/delivery/stop-waybill';
import { getOrderParcels } from '@/lib/admin/get-order-parcels';
import { type Id, newId } from '@/lib/core/ids';
import type { PersonCtx } from '@/lib/db/context';
import { makeWaybill } from '@/lib/orders/delivery/make-waybill';
import { trackShipments } from '@/lib/orders/delivery/track-shipments';
import { SANDBOX_NOVA_POSHTA_SENDER } from '@/lib/sandbox/keys';
import { openDelivery, putParcel } from './parcels';

const { test, desk, system, person, aPoint, anOrder, orderOf, mailsAbout } = openDelivery();

async function printed(orderId: string, parcelId: string, kind: 'MANUAL' | 'PRODIGI' = 'MANUAL') {
  const slug = `house-${kind.toLowerCase()}`;
  const house = await test.db.printHouse.upsert({
    where: { slug },
    create: { id: newId('printHouse'), slug, kind, name: slug },
    update: {},
  });
  const id = newId('printJob');
  await test.db.printJob.create({
    data: {
      id,
      number: `P-${id.slice(-8)}`,
      orderId,
      parcelId,
      printHouseId: house.id,
      status: 'DONE',
      items: [],
      idempotencyKey: id,
    },
  });
  return id;
}

async function packing(staff: PersonCtx, state: PackingState, search: string) {
  const filter = PackingFilterSchema.parse({ state, search });
  const { parcels } = await listPacking(staff, { filter, locale: 'en' });
  return parcels.map(({ id }) => id);
}

describe('the packing desk', () => {
  it('shows a parcel to pack once it is printed, to hand over once it has a waybill, and then no more', async () => {
    const staff = await person('STAFF');
    const point = await aPoint('np-branch');
    const { orderId, parcelIds } = await anOrder([
      { method: 'np-branch', pickupPoint: point },
      { method: 'post' },
    ]);
    const [first, second] = parcelIds as [Id<'parcel'>, Id<'parcel'>];
    const { number } = await orderOf(orderId);
    const jobId = await printed(orderId, first);
    // A house that sends by itself has nothing for our table.
    await printed(orderId, second, 'PRODIGI');
    expect(await packing(staff, 'ready', number)).toEqual([first]);
    const [answer, refused] = await requestWaybills(staff, { parcelIds: [first, second] });
    expect(refused).toMatchObject({ shipmentId: null, problem: 'delivery.method_unavailable' });
    const shipmentId = answer?.shipmentId as Id<'shipment'>;
    expect(await packing(staff, 'ready', number)).toEqual([]);
    expect(await packing(staff, 'labelled', number)).toEqual([first]);
    await makeWaybill(system(), { shipmentId });
    const labels = await openLabels(staff, { shipmentIds: [shipmentId] });
    expect(labels.subarray(0, 5).toString()).toBe('%PDF-');
    const row = await test.db.shipment.findUniqueOrThrow({ where: { id: shipmentId } });
    expect(row.printJobId).toBe(jobId);
    await putParcel(desk.sandbox, row.trackingNumber, '105');
    await trackShipments(system());
    expect(await packing(staff, 'labelled', number)).toEqual([]);
    expect(await packing(staff, 'problem', row.trackingNumber)).toEqual([first]);
  });

  it('lets a parcel go by hand with any carrier, whoever calls it twice', async () => {
    const staff = await person('STAFF');
    const { orderId, parcelIds } = await anOrder([{ method: 'post' }]);
    const [parcelId] = parcelIds as [Id<'parcel'>];
    const send = (trackingNumber: string) =>
      sendParcel(staff, { parcelId, carrier: 'dhl', trackingNumber });
    await expect(send('<b>')).rejects.toThrow('order.tracking_required');
    const sent = await Promise.allSettled([send('JD014600001'), send('JD014600001')]);
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [parcel] = await getOrderParcels(staff, { orderId, locale: 'uk' });
    expect(parcel?.shipments).toHaveLength(1);
    expect(parcel?.shipments[0]).toMatchObject({ carrier: 'DHL', status: 'IN_TRANSIT' });
    expect(parcel?.shipments[0]?.trackingUrl).toContain('JD014600001');
    const shipmentId = parcel?.shipments[0]?.id as Id<'shipment'>;
    const move = (to: 'PROBLEM' | 'DELIVERED' | 'CANCELLED', reason = '') =>
      changeShipment(staff, { shipmentId, to, reason });
    await expect(move('PROBLEM')).rejects.toThrow('request.invalid');
    await expect(move('CANCELLED', 'typing')).rejects.toThrow('shipment.illegal_transition');
    await move('PROBLEM', 'the box is torn');
    await move('DELIVERED');
    expect((await orderOf(orderId)).status).toBe('DELIVERED');
    expect((await mailsAbout(orderId)).map(({ template }) => template)).toEqual([
      'order-shipped',
      'order-delivered',
    ]);
    const audit = await test.db.auditEvent.findMany({ where: { actorId: staff.actor.userId } });
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['parcel.sent', 'shipment.moved']),
    );
  });

  it('does not send by hand what a waybill waits for, until that is called off', async () => {
    const staff = await person('STAFF');
    const { parcelIds } = await anOrder();
    const [parcelId] = parcelIds as [Id<'parcel'>];
    const shipmentId = await askWaybill(staff, { parcelId });
    const send = () => sendParcel(staff, { parcelId, carrier: 'ups', trackingNumber: '1Z12345' });
    await expect(send()).rejects.toThrow('shipment.already_sent');
    await stopWaybill(staff, { shipmentId, reason: '' });
    // The job that was on its way asks for nothing any more.
    await makeWaybill(system(), { shipmentId });
    await send();
    expect(
      (await test.db.shipment.findMany({ where: { parcelId } })).map(({ status }) => status).sort(),
    ).toEqual(['CANCELLED', 'IN_TRANSIT']);
  });

  it('prints a list for each parcel, in the order asked for, without any price', async () => {
    const staff = await person('STAFF');
    const { parcelIds } = await anOrder([{}, {}]);
    const ids = parcelIds.toReversed();
    const slips = await getSlips(staff, { parcelIds: ids, locale: 'en' });
    expect(slips.map(({ id }) => id)).toEqual(ids);
    expect(slips[0]?.items[0]).toMatchObject({ quantity: 1 });
    await expect(getSlips(staff, { parcelIds: [newId('parcel')], locale: 'en' })).rejects.toThrow(
      'shipment.not_found',
    );
  });

  it('is closed to customers, everywhere', async () => {
    const customer = await person();
    const { orderId, parcelIds } = await anOrder();
    const [parcelId] = parcelIds as [Id<'parcel'>];
    const shipmentId = newId('shipment');
    const filter = PackingFilterSchema.parse({});
    const calls = [
      () => listPacking(customer, { filter, locale: 'en' }),
      () => getOrderParcels(customer, { orderId, locale: 'en' }),
      () => getSlips(customer, { parcelIds, locale: 'en' }),
      () => askWaybill(customer, { parcelId }),
      () => requestWaybills(customer, { parcelIds }),
      () => sendParcel(customer, { parcelId, carrier: 'ups', trackingNumber: '1Z12345' }),
      () => stopWaybill(customer, { shipmentId, reason: '' }),
      () => changeShipment(customer, { shipmentId, to: 'DELIVERED', reason: '' }),
      () => openLabels(customer, { shipmentIds: [shipmentId] }),
      () => getSenderDesk(customer),
      () => saveSender(customer, SANDBOX_NOVA_POSHTA_SENDER),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow('account.not_allowed');
  });
});

describe('the sender', () => {
  it('is the sandbox’s until admins set one, whose branch must exist', async () => {
    const admin = await person('ADMIN');
    expect((await getSenderDesk(admin)).sender).toEqual(SANDBOX_NOVA_POSHTA_SENDER);
    const point = await aPoint('np-branch');
    const lviv = {
      ...SANDBOX_NOVA_POSHTA_SENDER,
      phone: '+380501112233',
      cityRef: point.cityRef,
      cityName: point.cityName,
      pointRef: point.ref,
      pointName: point.name,
    };
    const elsewhere = { ...lviv, cityRef: SANDBOX_NOVA_POSHTA_SENDER.cityRef };
    await expect(saveSender(admin, elsewhere)).rejects.toThrow('delivery.point_not_found');
    await saveSender(admin, lviv);
    await saveSender(admin, lviv);
    expect((await getSenderDesk(admin)).sender).toEqual(lviv);
    const { parcelIds } = await anOrder();
    const shipmentId = await askWaybill(admin, { parcelId: parcelIds[0] as Id<'parcel'> });
    await makeWaybill(system(), { shipmentId });
    const row = await test.db.shipment.findUniqueOrThrow({ where: { id: shipmentId } });
    expect(row.trackingNumber).toMatch(/^\d{14}$/);
  });
});
