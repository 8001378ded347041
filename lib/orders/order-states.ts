import { DomainError } from '@/lib/core/errors';

export const ORDER_STATUSES = [
  'AWAITING_PAYMENT',
  'PAID',
  'IN_PRODUCTION',
  'SHIPPED',
  'DELIVERED',
  'CANCELLED',
  'EXPIRED',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** Who may make a move: the customer, staff, or the system (a payment, the clock). */
export type Mover = 'customer' | 'staff' | 'system';

type Move = { to: OrderStatus; by: readonly Mover[] };

/**
 * Every move an order can make. The database holds the same pairs in the trigger order_moves_by_table and refuses
 * all others; a test keeps the two equal. CANCELLED, EXPIRED and DELIVERED have no exit.
 */
export const ORDER_MOVES = {
  AWAITING_PAYMENT: [
    { to: 'PAID', by: ['system'] },
    { to: 'CANCELLED', by: ['customer', 'staff'] },
    { to: 'EXPIRED', by: ['system'] },
  ],
  PAID: [
    { to: 'IN_PRODUCTION', by: ['staff'] },
    { to: 'CANCELLED', by: ['customer', 'staff'] },
    // An order of files alone has nothing to print.
    { to: 'DELIVERED', by: ['system'] },
  ],
  IN_PRODUCTION: [
    { to: 'SHIPPED', by: ['staff', 'system'] },
    // What no print house can make.
    { to: 'CANCELLED', by: ['staff'] },
  ],
  SHIPPED: [{ to: 'DELIVERED', by: ['staff', 'system'] }],
  DELIVERED: [],
  CANCELLED: [],
  EXPIRED: [],
} as const satisfies Record<OrderStatus, readonly Move[]>;

/** States an order can go to from `from` at the hand of `mover`; the buttons of a page. */
export function movesOf(from: OrderStatus, mover: Mover): OrderStatus[] {
  const moves: readonly Move[] = ORDER_MOVES[from];
  return moves.filter((move) => move.by.includes(mover)).map((move) => move.to);
}

/** @throws DomainError "order.too_late_to_cancel" or "order.illegal_transition" with both states */
export function requireMove(from: OrderStatus, to: OrderStatus, mover: Mover): void {
  if (movesOf(from, mover).includes(to)) return;
  if (to === 'CANCELLED' && (from === 'IN_PRODUCTION' || from === 'SHIPPED')) {
    throw new DomainError('order.too_late_to_cancel');
  }
  throw new DomainError('order.illegal_transition', { from, to });
}
