import { LARGEST_CHARGE } from '@/lib/core/money';
import type { CarrierParcel, TrackedStatus } from '../ports/carrier';

/** Kopiykas. "Cost <= 10000" for lockers: novaposhta.ua, rules of postomats. */
const LOCKER_VALUE_MAX_MINOR = 10_000_00;

/**
 * StatusCode of TrackingDocument.getStatusDocuments in our words (developers.novaposhta.ua, "Statuses"). Null says
 * nothing that moves a parcel: 3, "not found", is normal for minutes after a waybill was made.
 */
const STATUSES: Readonly<Record<string, TrackedStatus | null>> = {
  '1': 'LABELLED',
  '2': 'CANCELLED',
  '3': null,
  '4': 'IN_TRANSIT',
  '41': 'IN_TRANSIT',
  '5': 'IN_TRANSIT',
  '6': 'IN_TRANSIT',
  '7': 'READY_FOR_PICKUP',
  '8': 'READY_FOR_PICKUP',
  '9': 'DELIVERED',
  '10': 'DELIVERED',
  '11': 'DELIVERED',
  '12': 'IN_TRANSIT',
  '15': 'IN_TRANSIT',
  '101': 'IN_TRANSIT',
  '102': 'PROBLEM',
  '103': 'PROBLEM',
  '104': 'IN_TRANSIT',
  '105': 'PROBLEM',
  '106': 'DELIVERED',
  '107': 'IN_TRANSIT',
  '111': 'PROBLEM',
  '112': 'IN_TRANSIT',
};

/** The code comes as a string, from some methods as a number. */
export function statusOf(code: string): { status: TrackedStatus | null; isUnknown: boolean } {
  const isUnknown = !Object.hasOwn(STATUSES, code);
  return { status: isUnknown ? null : (STATUSES[code] ?? null), isUnknown };
}

/** "2026-12-01 14:05:09" or "01-12-2026 14:05:09" of Kyiv's clocks as an instant; null for what is no time. */
export function instantOf(text: string): Date | null {
  const isoFirst = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text);
  const dayFirst = /^(\d\d)[-.](\d\d)[-.](\d{4}) (\d\d):(\d\d):(\d\d)$/.exec(text);
  const match = isoFirst ?? dayFirst;
  if (!match) return null;
  const [first = '', month = '', last = '', hour = '', minute = '', second = ''] = match.slice(1);
  const [year, day] = isoFirst ? [first, last] : [last, first];
  const asUtc = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(asUtc) || Number(year) < 2000) return null;
  return new Date(asUtc - kyivOffsetMs(asUtc - kyivOffsetMs(asUtc)));
}

function kyivOffsetMs(instantMs: number): number {
  const name = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Kyiv',
    timeZoneName: 'longOffset',
  })
    .formatToParts(instantMs)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '+', hours = '0', minutes = '0'] =
    /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The day in Kyiv as the list of waybills wants it: "01.12.2026". */
export function kyivDay(instant: Date): string {
  return new Intl.DateTimeFormat('uk', {
    timeZone: 'Europe/Kyiv',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(instant);
}

/** Hryvnias as the service writes them, "86.50" or 86, in kopiykas; 0 for what is no price of a parcel. */
export function minorOf(hryvnias: unknown): number {
  const amount = Math.round(Number(hryvnias) * 100);
  return Number.isSafeInteger(amount) && amount > 0 && amount <= LARGEST_CHARGE ? amount : 0;
}

export function phoneOf(international: string): string {
  return international.replace(/\D/g, '');
}

/** Last word the family name, as names are written on our addresses: "Олена Петрівна Коваль". */
export function nameParts(name: string): { first: string; middle: string; last: string } {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? (words.pop() ?? '') : '';
  const [first = '', ...middle] = words;
  return { first, middle: middle.join(' '), last };
}

/**
 * A street as people write it, taken apart: "вул. Хрещатик, 1А, кв. 5". The house is what begins with a digit after
 * the street; null where there is none.
 */
export function streetParts(text: string): { street: string; house: string; flat: string } | null {
  const flatMatch =
    /[,\s]+(?:кв\.?|квартира|flat|apt\.?|apartment|оф\.?|офіс)\s*№?\s*([\p{L}\d/-]+)\s*$/iu.exec(
      text,
    );
  const withoutFlat = flatMatch ? text.slice(0, flatMatch.index) : text;
  const houseMatch =
    /^(.*?\p{L}.*?)[,\s]+(?:(?:буд\.?|будинок)\s*)?№?\s*(\d+-?\p{L}?(?:\/\d+\p{L}?)?(?:,?\s*(?:корп\.?|к\.)\s*\d+)?)\s*$/iu.exec(
      withoutFlat,
    );
  const street = houseMatch?.[1]?.trim();
  const house = houseMatch?.[2]?.trim();
  if (!street || !house) return null;
  return { street, house, flat: flatMatch?.[1] ?? '' };
}

/** What every waybill and every price says of the parcel itself. Weights in kilograms, lengths in centimetres. */
export function parcelFields(
  parcel: CarrierParcel,
  service: 'branch' | 'locker' | 'courier',
): Record<string, unknown> {
  const weight = String(Math.max(0.1, Math.ceil(parcel.weightG / 100) / 10));
  const cm = (mm: number) => Math.max(1, Math.ceil(mm / 10));
  const [length, width, height] = [cm(parcel.lengthMm), cm(parcel.widthMm), cm(parcel.heightMm)];
  const value =
    service === 'locker' ? Math.min(parcel.valueMinor, LOCKER_VALUE_MAX_MINOR) : parcel.valueMinor;
  return {
    CargoType: 'Parcel',
    Weight: weight,
    SeatsAmount: '1',
    Cost: String(Math.max(1, Math.floor(value / 100))),
    ServiceType: SERVICE_TYPES[service],
    OptionsSeat: [
      {
        weight,
        volumetricLength: String(length),
        volumetricWidth: String(width),
        volumetricHeight: String(height),
        volumetricVolume: String((length * width * height) / 1_000_000),
      },
    ],
  };
}

/** Parcels are handed in at a branch. */
const SERVICE_TYPES = {
  branch: 'WarehouseWarehouse',
  locker: 'WarehousePostomat',
  courier: 'WarehouseDoors',
} as const;
