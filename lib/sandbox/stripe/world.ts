import { randomBytes } from 'node:crypto';
import type Stripe from 'stripe';
import type { FaultBox } from '../faults';
import type { StateFile } from '../state-file';

/** What a session needs besides what Stripe shows of it. */
export type StoredSession = {
  session: Stripe.Checkout.Session;
  lineItems: Stripe.LineItem[];
  intentMetadata: Record<string, string>;
  intentDescription: string | null;
  /** Absent in sessions of older state files. */
  receiptEmail?: string | null;
  shipping?: Stripe.PaymentIntent['shipping'];
};

/** One sending of one event, until it is answered with 2xx or given up. */
export type Delivery = {
  eventId: string;
  atMs: number;
  attempt: number;
  isForged: boolean;
};

/** Something that ends by itself after a while. */
export type Later =
  | { kind: 'payment'; sessionId: string; atMs: number; succeeds: boolean }
  | { kind: 'refund'; refundId: string; atMs: number; succeeds: boolean };

export type StripeState = {
  version: 1;
  sessions: Record<string, StoredSession>;
  intents: Record<string, Stripe.PaymentIntent>;
  charges: Record<string, Stripe.Charge>;
  refunds: Record<string, Stripe.Refund>;
  disputes: Record<string, Stripe.Dispute>;
  /** The account's books. */
  balance: Record<string, Stripe.BalanceTransaction>;
  /** Oldest first. */
  events: { event: Stripe.Event; isDelivered: boolean }[];
  deliveries: Delivery[];
  laters: Later[];
  /** Replies by idempotency key. */
  replies: Record<string, { fingerprint: string; status: number; body: string; atMs: number }>;
};

export const EMPTY_STRIPE_STATE: StripeState = {
  version: 1,
  sessions: {},
  intents: {},
  charges: {},
  refunds: {},
  disputes: {},
  balance: {},
  events: [],
  deliveries: [],
  laters: [],
  replies: {},
};

/** What every part of the Stripe stand-in works with. */
export type World = {
  file: StateFile<StripeState>;
  faults: FaultBox;
  /** Where the pay pages are. */
  baseUrl: string;
  /** Where events go; null sends none. */
  webhookUrl: string | null;
  /** Aborted when the sandbox stops: an event under way is sent again at the next start. */
  stopping: AbortSignal;
};

export const API_VERSION = '2026-10-28.endive';

export function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** "cs_test_a1B2…": letters and digits after the prefix, as Stripe's are. */
export function stripeId(prefix: string, length = 24): string {
  let id = '';
  for (const byte of randomBytes(length)) id += LETTERS[byte % LETTERS.length];
  return `${prefix}_${id}`;
}

/** A refusal in Stripe's words. */
export class StripeRefusal extends Error {
  readonly status: number;
  readonly error: { type: string; code?: string; message: string; param?: string };

  constructor(status: number, error: StripeRefusal['error']) {
    super(error.message);
    this.status = status;
    this.error = error;
  }
}

export function invalid(
  message: string,
  more: { code?: string; param?: string } = {},
): StripeRefusal {
  return new StripeRefusal(400, { type: 'invalid_request_error', message, ...more });
}

export function notFound(kind: string, id: string): StripeRefusal {
  const message = `No such ${kind}: '${id}'`;
  const error = { type: 'invalid_request_error', code: 'resource_missing', message, param: 'id' };
  return new StripeRefusal(404, error);
}
