import { z } from 'zod';
import type { CarrierId } from '../carriers';

/** One way for a parcel to reach its recipient. */
export type MethodSpec = {
  /** Who carries it; null where staff choose when they send it. */
  carrier: CarrierId | null;
  /** The customer picks a branch or a locker; the street is not asked for. */
  needsPoint: boolean;
  /** Where it exists; null is every country with a delivery rate for it. */
  countries: readonly string[] | null;
};

/** Every method of delivery. A delivery rate says where, in which currency and for how much it is offered. */
export const METHODS = {
  post: { carrier: null, needsPoint: false, countries: null },
  'np-branch': { carrier: 'nova-poshta', needsPoint: true, countries: ['UA'] },
  'np-locker': { carrier: 'nova-poshta', needsPoint: true, countries: ['UA'] },
  'np-courier': { carrier: 'nova-poshta', needsPoint: false, countries: ['UA'] },
} as const satisfies Record<string, MethodSpec>;

export type DeliveryMethod = keyof typeof METHODS;
export const METHOD_IDS = Object.keys(METHODS) as [DeliveryMethod, ...DeliveryMethod[]];

export const DeliveryMethodSchema = z.enum(METHOD_IDS);

/** A method by its stored name; null for one that no longer exists. */
export function deliveryMethod(name: string): DeliveryMethod | null {
  return METHOD_IDS.find((id) => id === name) ?? null;
}

/** Whether a method exists in a country at all; the rates decide whether it is offered. */
export function isMethodOf(method: DeliveryMethod, country: string): boolean {
  const spec: MethodSpec = METHODS[method];
  return spec.countries === null || spec.countries.includes(country);
}

/** The carrier's own name of a place or branch: a UUID with Nova Poshta. */
const RefSchema = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'bad_ref');
const name = (max: number) => z.string().trim().min(1).max(max);

/** A branch or locker as the customer chose it; kept with the parcel. */
export const PickupPointSchema = z.strictObject({
  ref: RefSchema,
  /** "12"; lockers have long ones: "26450". */
  number: name(12),
  /** "Branch 12: Khreshchatyk St 22". */
  name: name(200),
  cityRef: RefSchema,
  cityName: name(100),
});
export type PickupPoint = z.output<typeof PickupPointSchema>;

/** A place where a carrier delivers. */
const CitySchema = z.strictObject({
  ref: RefSchema,
  name: name(100),
  /** Oblast, to tell places of one name apart. */
  area: z.string().max(100),
});
export type DeliveryCity = z.output<typeof CitySchema>;

export const CityQuerySchema = z.object({ query: name(60) });
export const PointQuerySchema = z.object({
  cityRef: RefSchema,
  method: z.enum(['np-branch', 'np-locker']),
  query: z.string().trim().max(60).default(''),
});
export type PointQuery = z.output<typeof PointQuerySchema>;
