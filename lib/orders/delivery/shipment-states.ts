import { DomainError } from '@/lib/core/errors';

export const SHIPMENT_STATUSES = [
  'LABELLED',
  'IN_TRANSIT',
  'READY_FOR_PICKUP',
  'DELIVERED',
  'PROBLEM',
  'RETURNED',
  'CANCELLED',
] as const;
export type ShipmentStatus = (typeof SHIPMENT_STATUSES)[number];

/**
 * Every move a shipment can make, whoever reports it. The database holds the same pairs in the trigger
 * shipment_moves_by_table and refuses all others; a test keeps the two equal.
 */
export const SHIPMENT_MOVES: Record<ShipmentStatus, readonly ShipmentStatus[]> = {
  LABELLED: ['IN_TRANSIT', 'READY_FOR_PICKUP', 'DELIVERED', 'PROBLEM', 'CANCELLED'],
  IN_TRANSIT: ['READY_FOR_PICKUP', 'DELIVERED', 'PROBLEM', 'RETURNED'],
  READY_FOR_PICKUP: ['IN_TRANSIT', 'DELIVERED', 'PROBLEM', 'RETURNED'],
  PROBLEM: ['IN_TRANSIT', 'READY_FOR_PICKUP', 'DELIVERED', 'RETURNED'],
  DELIVERED: [],
  RETURNED: [],
  CANCELLED: [],
};

/** The carrier is still asked about these. */
export const OPEN_SHIPMENTS = [
  'LABELLED',
  'IN_TRANSIT',
  'READY_FOR_PICKUP',
  'PROBLEM',
] as const satisfies readonly ShipmentStatus[];

/** The parcel has left us, and not in vain. */
const UNDER_WAY_SHIPMENTS = [
  'IN_TRANSIT',
  'READY_FOR_PICKUP',
  'DELIVERED',
  'PROBLEM',
] as const satisfies readonly ShipmentStatus[];

export const isUnderWay = (status: ShipmentStatus): boolean =>
  UNDER_WAY_SHIPMENTS.some((other) => other === status);

/** Neither called off nor come back: the parcel is sent or about to be. */
export const isLive = (status: ShipmentStatus): boolean =>
  status !== 'CANCELLED' && status !== 'RETURNED';

export function canMove(from: ShipmentStatus, to: ShipmentStatus): boolean {
  return SHIPMENT_MOVES[from].includes(to);
}

/** Moves that staff make by hand: a waybill is called off at the carrier and not by a word. */
export function movesByHand(from: ShipmentStatus): ShipmentStatus[] {
  return SHIPMENT_MOVES[from].filter((to) => to !== 'CANCELLED');
}

/** @throws DomainError "shipment.illegal_transition" with both states */
export function requireShipmentMove(from: ShipmentStatus, to: ShipmentStatus): void {
  if (!canMove(from, to)) throw new DomainError('shipment.illegal_transition', { from, to });
}
