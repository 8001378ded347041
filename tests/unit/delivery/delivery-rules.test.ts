import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMethodOf, METHOD_IDS, METHODS } from '@/lib/orders/delivery/methods';
import { nextSending } from '@/lib/orders/delivery/next-sending';
import { parcelMeasures } from '@/lib/orders/delivery/parcel-measures';
import {
  canMove,
  isLive,
  isUnderWay,
  SHIPMENT_MOVES,
  SHIPMENT_STATUSES,
} from '@/lib/orders/delivery/shipment-states';
import {
  instantOf,
  nameParts,
  parcelFields,
  statusOf,
  streetParts,
} from '@/lib/providers/nova-poshta/nova-poshta-mapping';

describe('methods', () => {
  it('offers Nova Poshta in Ukraine only, and asks for a point exactly where one is fetched', () => {
    for (const id of METHOD_IDS) expect(isMethodOf(id, 'DE')).toBe(id === 'post');
    expect(METHOD_IDS.filter((id) => METHODS[id].needsPoint)).toEqual(['np-branch', 'np-locker']);
  });
});

describe('shipment states', () => {
  it('has no way out of an end, and no way back to a parcel that has not left', () => {
    for (const end of ['DELIVERED', 'RETURNED', 'CANCELLED'] as const) {
      expect(SHIPMENT_MOVES[end]).toEqual([]);
    }
    for (const from of SHIPMENT_STATUSES) expect(canMove(from, 'LABELLED')).toBe(false);
    expect(SHIPMENT_STATUSES.filter(isUnderWay).every(isLive)).toBe(true);
  });
});

describe('what waits to be sent', () => {
  const job = (id: string, claimId: string | null = null, status = 'DONE') => ({
    id,
    status,
    claimId,
  });
  it('is the order, then each reprint, and again what came back', () => {
    const printJobs = [job('one'), job('again', 'claim')];
    const sent = (printJobId: string | null, status: 'IN_TRANSIT' | 'RETURNED' = 'IN_TRANSIT') => ({
      printJobId,
      status,
    });
    expect(nextSending({ shipments: [], printJobs })?.job?.id).toBe('one');
    expect(nextSending({ shipments: [sent('one')], printJobs })?.job?.id).toBe('again');
    // A number written in by hand stands for the order itself.
    expect(nextSending({ shipments: [sent(null)], printJobs })?.job?.id).toBe('again');
    expect(nextSending({ shipments: [sent('one'), sent('again')], printJobs })).toBeNull();
    expect(nextSending({ shipments: [sent('one', 'RETURNED')], printJobs })?.job?.id).toBe('one');
    expect(nextSending({ shipments: [], printJobs: [] })).toEqual({ job: null });
    expect(nextSending({ shipments: [sent(null)], printJobs: [] })).toBeNull();
    expect(nextSending({ shipments: [], printJobs: [job('x', null, 'FAILED')] })).toEqual({
      job: null,
    });
  });
});

describe('measures of a parcel', () => {
  const item = { formatId: 'wall-a3-portrait', quantity: 2, product: { weightG: 400 } };
  it('holds the largest calendar and weighs all copies with their wrapping', () => {
    const measures = parcelMeasures(
      [{ ...item, totalMinor: 900_00, discountMinor: 100_00 }],
      'UAH',
    );
    expect(measures).toEqual({
      weightG: 950,
      lengthMm: 450,
      widthMm: 327,
      heightMm: 25,
      valueMinor: 800_00,
    });
  });
  it('never declares nothing', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom('UAH', 'EUR'), (paid, currency) => {
        const rows = [{ ...item, totalMinor: paid, discountMinor: 0 }];
        expect(parcelMeasures(rows, currency).valueMinor).toBeGreaterThan(0);
      }),
    );
  });
});

describe('Nova Poshta’s forms', () => {
  it('declares no more than a locker takes, and the whole value elsewhere', () => {
    const parcel = { weightG: 130, lengthMm: 1, widthMm: 1, heightMm: 1, valueMinor: 25_000_00 };
    expect(parcelFields(parcel, 'locker').Cost).toBe('10000');
    expect(parcelFields(parcel, 'branch')).toMatchObject({ Cost: '25000', Weight: '0.2' });
    expect(parcelFields({ ...parcel, valueMinor: 1 }, 'courier').Cost).toBe('1');
  });

  it.each([
    ['вул. Хрещатик, 1', { street: 'вул. Хрещатик', house: '1', flat: '' }],
    ['вул. Хрещатик 22, кв. 5', { street: 'вул. Хрещатик', house: '22', flat: '5' }],
    [
      'вулиця Героїв УПА, буд. 73Б, кв 12',
      { street: 'вулиця Героїв УПА', house: '73Б', flat: '12' },
    ],
    ['вул. 8 Березня, 14/2', { street: 'вул. 8 Березня', house: '14/2', flat: '' }],
    ['просп. Миру, 5 корп. 2, оф. 301', { street: 'просп. Миру', house: '5 корп. 2', flat: '301' }],
    [
      'вул. Григорія Сковороди, 10-А',
      { street: 'вул. Григорія Сковороди', house: '10-А', flat: '' },
    ],
    ['біля школи', null],
    ['15', null],
    ['', null],
  ])('takes the street "%s" apart', (text, parts) => {
    expect(streetParts(text)).toEqual(parts);
  });

  it('takes names apart as they are written on addresses', () => {
    expect(nameParts('Олена Коваль')).toEqual({ first: 'Олена', middle: '', last: 'Коваль' });
    expect(nameParts(' Олена  Петрівна Коваль ')).toEqual({
      first: 'Олена',
      middle: 'Петрівна',
      last: 'Коваль',
    });
    expect(nameParts('Олена')).toEqual({ first: 'Олена', middle: '', last: '' });
  });

  it('reads Kyiv’s clocks in summer and winter, in both orders', () => {
    expect(instantOf('2026-12-01 14:05:09')?.toISOString()).toBe('2026-12-01T12:05:09.000Z');
    expect(instantOf('2026-07-01 14:05:09')?.toISOString()).toBe('2026-07-01T11:05:09.000Z');
    expect(instantOf('01-12-2026 00:30:00')?.toISOString()).toBe('2026-11-30T22:30:00.000Z');
    for (const text of ['', '0001-01-01 00:00:00', 'yesterday']) expect(instantOf(text)).toBeNull();
  });

  it('knows every status of the reference, and says of others that it does not', () => {
    for (const code of '1 2 3 4 41 5 6 7 8 9 10 11 12 15 101 102 103 104 105 106 107 111 112'.split(
      ' ',
    )) {
      expect(statusOf(code).isUnknown).toBe(false);
    }
    expect(statusOf('9999')).toEqual({ status: null, isUnknown: true });
    expect(statusOf('constructor')).toEqual({ status: null, isUnknown: true });
  });
});
