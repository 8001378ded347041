import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { NovaPoshta } from '@/lib/providers/nova-poshta/nova-poshta';
import type { WaybillRequest } from '@/lib/providers/ports/carrier';
import { SANDBOX_NOVA_POSHTA_SENDER } from '@/lib/sandbox/keys';
import type { Sandbox } from '@/lib/sandbox/server';
import { carrierOf, openCarrier, putParcel } from './parcels';

describe('Nova Poshta over HTTP', () => {
  let sandbox: Sandbox;
  let carrier: NovaPoshta;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nova-poshta-'));
    ({ sandbox, carrier } = await openCarrier(folder));
  });
  afterEach(() => sandbox.faults.reset());
  afterAll(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });

  const parcel = { weightG: 700, lengthMm: 450, widthMm: 320, heightMm: 20, valueMinor: 80_000 };
  const branchOf = async (name: string, service: 'branch' | 'locker' = 'branch') => {
    const [city] = await carrier.searchCities(name);
    if (!city) throw new Error(`${name} is a city`);
    const [point] = await carrier.listPoints({ cityRef: city.ref, service, query: '' });
    if (!point) throw new Error(`${name} has points`);
    return point;
  };
  async function aRequest(parts: Partial<WaybillRequest> = {}): Promise<WaybillRequest> {
    const point = await branchOf('Полтава');
    return {
      reference: `T-26-${crypto.randomUUID().slice(0, 12)}`,
      sender: SANDBOX_NOVA_POSHTA_SENDER,
      recipient: { name: 'Олена Коваль', phone: '+380671234567' },
      destination: { service: 'branch', cityRef: point.cityRef, pointRef: point.ref },
      parcel,
      description: 'Календар',
      ...parts,
    };
  }
  const made = async (request: WaybillRequest) => {
    const result = await carrier.createShipment(request);
    if (result.outcome !== 'made') throw new Error(`${result.outcome}: ${result.detail}`);
    return result.waybill;
  };

  it('finds places by their first letters and tells places of one name apart', async () => {
    const cities = await carrier.searchCities('микол');
    expect(cities.map(({ name, area }) => `${name}, ${area}`)).toEqual([
      'Миколаїв, Миколаївська',
      'Миколаїв, Львівська',
    ]);
    expect(await carrier.searchCities('Атлантида')).toEqual([]);
  });

  it('lists branches and lockers apart, by number or street, and knows one by its ref', async () => {
    const branch = await branchOf('Суми');
    const locker = await branchOf('Суми', 'locker');
    expect(branch.name).toContain('Відділення');
    expect(locker.name).toContain('Поштомат');
    const { cityRef } = branch;
    const byNumber = await carrier.listPoints({ cityRef, service: 'branch', query: '12' });
    expect(byNumber[0]?.number).toBe('12');
    expect(await carrier.findPoint({ cityRef, pointRef: branch.ref })).toEqual(branch);
    const elsewhere = await branchOf('Рівне');
    expect(await carrier.findPoint({ cityRef, pointRef: elsewhere.ref })).toBeNull();
  });

  it('makes a waybill for a branch, a locker and a door, with a price and a label', async () => {
    const locker = await branchOf('Львів', 'locker');
    const waybills = [
      await made(await aRequest()),
      await made(
        await aRequest({
          destination: { service: 'locker', cityRef: locker.cityRef, pointRef: locker.ref },
          // More than a locker insures: the declared value is cut to what it takes.
          parcel: { ...parcel, valueMinor: 12_000_00 },
        }),
      ),
      await made(
        await aRequest({
          destination: {
            service: 'courier',
            city: 'Київ',
            street: 'вул. Хрещатик, 1',
            note: 'кв. 5',
          },
        }),
      ),
    ];
    for (const { number, costMinor, currency } of waybills) {
      expect(number).toMatch(/^\d{14}$/);
      expect(costMinor).toBeGreaterThan(50_00);
      expect(currency).toBe('UAH');
    }
    const labels = await carrier.labels(waybills.map(({ number }) => number));
    expect(labels.subarray(0, 5).toString()).toBe('%PDF-');
    expect(labels.toString('latin1').match(/\/Type \/Page /g)).toHaveLength(3);
    await expect(carrier.labels(['20459999999999'])).rejects.toThrow('carrier.unavailable');
  });

  it('asks what a parcel costs in whole kopiykas', async () => {
    const [from, to] = [await branchOf('Київ'), await branchOf('Одеса')];
    const ask = (service: 'branch' | 'courier') =>
      carrier.quote({ fromCityRef: from.cityRef, toCityRef: to.cityRef, service, parcel });
    const [branch, door] = [await ask('branch'), await ask('courier')];
    expect(Number.isInteger(branch.costMinor)).toBe(true);
    expect(door.costMinor).toBeGreaterThan(branch.costMinor);
  });

  it('says in the carrier’s words why a waybill is refused, and that none was made', async () => {
    const cases: Partial<WaybillRequest>[] = [
      { recipient: { name: 'Olena Koval', phone: '+380671234567' } },
      { recipient: { name: 'Олена Коваль', phone: '+4915112345678' } },
      { destination: { service: 'branch', cityRef: 'nowhere', pointRef: 'nowhere' } },
      { destination: { service: 'courier', city: 'Київ', street: 'біля школи', note: '' } },
    ];
    for (const parts of cases) {
      const request = await aRequest(parts);
      const result = await carrier.createShipment(request);
      expect(result.outcome).toBe('refused');
      expect('detail' in result && result.detail.length).toBeGreaterThan(5);
      const { reference } = request;
      expect(await carrier.findShipment({ reference, since: new Date() })).toBeNull();
    }
  });

  it('tells a lost answer from a service that is away, and finds the waybill that was lost', async () => {
    const request = await aRequest();
    sandbox.faults.change({ carrierDropCount: 1 });
    expect((await carrier.createShipment(request)).outcome).toBe('unknown');
    const found = await carrier.findShipment({ reference: request.reference, since: new Date() });
    expect(found?.number).toMatch(/^\d{14}$/);
    const next = await aRequest();
    sandbox.faults.change({ carrierErrorCount: 1 });
    // The recipient comes first: nothing was handed over yet.
    expect((await carrier.createShipment(next)).outcome).toBe('busy');
    const nobody = new (carrierOf(sandbox).constructor as typeof NovaPoshta)({
      apiKey: 'x',
      apiUrl: 'http://127.0.0.1:9/',
      printUrl: 'http://127.0.0.1:9',
      defaultSender: null,
    });
    const courier = {
      service: 'courier',
      city: 'Київ',
      street: 'вул. Садова, 2',
      note: '',
    } as const;
    const away = await nobody.createShipment({ ...request, destination: courier });
    expect(away.outcome).toBe('busy');
    await expect(nobody.searchCities('Київ')).rejects.toThrow('carrier.unavailable');
    await expect(carrierOf(sandbox, 'wrong').searchCities('Київ')).rejects.toThrow(
      'carrier.unavailable',
    );
  });

  it('finds a waybill by our reference among hundreds', async () => {
    const first = await aRequest();
    const { number } = await made(first);
    const courier = {
      service: 'courier',
      city: 'Київ',
      street: 'вул. Садова, 2',
      note: '',
    } as const;
    for (let index = 0; index < 120; index += 1)
      await made(await aRequest({ destination: courier }));
    const last = await aRequest();
    const newest = await made(last);
    const since = new Date();
    expect((await carrier.findShipment({ reference: first.reference, since }))?.number).toBe(
      number,
    );
    expect(await carrier.findShipment({ reference: last.reference, since })).toMatchObject({
      number: newest.number,
      externalRef: newest.externalRef,
      costMinor: newest.costMinor,
    });
  });

  it('reports where parcels are in our words, with the carrier’s own beside them', async () => {
    const [one, two] = [await made(await aRequest()), await made(await aRequest())];
    await putParcel(sandbox, one.number, '7');
    await putParcel(sandbox, two.number, '103');
    const tracked = await carrier.track([one.number, two.number, '20450000099999']);
    expect(tracked.map(({ status, code }) => [status, code])).toEqual([
      ['READY_FOR_PICKUP', '7'],
      ['PROBLEM', '103'],
      [null, '3'],
    ]);
    expect(tracked[0]?.words).toContain('Прибув');
    const age = Date.now() - (tracked[0]?.at?.getTime() ?? 0);
    expect(Math.abs(age)).toBeLessThan(10_000);
    expect(await carrier.track([])).toEqual([]);
  });

  it('moves on by itself when it may', async () => {
    const waybill = await made(await aRequest());
    sandbox.faults.change({ carrierStepMs: 1 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const [tracked] = await carrier.track([waybill.number]);
    expect(tracked?.status).toBe('DELIVERED');
  });

  it('calls a waybill off once, and not after the parcel has left', async () => {
    const [waiting, gone] = [await made(await aRequest()), await made(await aRequest())];
    await carrier.cancelShipment(waiting.externalRef);
    await carrier.cancelShipment(waiting.externalRef);
    expect((await carrier.track([waiting.number]))[0]?.status).toBe('CANCELLED');
    await putParcel(sandbox, gone.number, '5');
    await expect(carrier.cancelShipment(gone.externalRef)).rejects.toThrow('shipment.refused');
  });

  it('names the companies that the account may send as', async () => {
    const [sender] = await carrier.listSenders();
    expect(sender?.counterpartyRef).toBe(SANDBOX_NOVA_POSHTA_SENDER.counterpartyRef);
    expect(sender?.contacts[0]).toMatchObject({
      ref: SANDBOX_NOVA_POSHTA_SENDER.contactRef,
      phone: SANDBOX_NOVA_POSHTA_SENDER.phone,
    });
  });
});
