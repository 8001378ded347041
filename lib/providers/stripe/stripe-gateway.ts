import Stripe from 'stripe';
import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import type {
  CheckoutRequest,
  PaymentGateway,
  ProviderDispute,
  ProviderEntry,
  ProviderPayment,
  ProviderRefund,
  VerifiedEvent,
} from '@/lib/providers/ports/payment-gateway';
import { checkoutParams } from './checkout-params';
import {
  idOf,
  paymentEntry,
  refundEntry,
  SESSION_PARTS,
  toProviderDispute,
  toProviderPayment,
  toProviderRefund,
  toVerifiedEvent,
} from './stripe-mapping';

/** The version this code was written against; the webhook endpoint must be created with the same. */
export const STRIPE_API_VERSION = '2026-10-28.endive';

const TIMEOUT_MS = 15_000;
const NETWORK_RETRIES = 2;
const PAGE_SIZE = 100;
/** The longest that a session can be paid (checkout-params keeps within it). */
const SESSION_LIFE_SECONDS = 24 * 3600;
/** Types of balance transactions: "payment" and "payment_refund" are those of methods that are no cards. */
const TAKEN_TYPES = new Set<string>(['charge', 'payment']);
const RETURNED_TYPES = new Set<string>(['refund', 'payment_refund']);
/** Stripe's own advice (docs: webhooks, "replay attacks"). */
const SIGNATURE_AGE_MAX_SECONDS = 300;
/** Stripe forgets idempotency keys when they are at least a day old; less an hour for slow clocks. */
const KEY_LIFE_MS = 23 * 3600 * 1000;
/** Sums that no try will make good: Stripe takes no few cents and no millions. */
const NEVER_TAKEN = new Set(['amount_too_small', 'amount_too_large']);

export type StripeSettings = {
  secretKey: string;
  webhookSecret: string;
  /** Address of a stand-in such as the sandbox; left out for Stripe itself. */
  baseUrl?: string;
};

/** Stripe Checkout with its hosted page: card data never comes near us. */
export class StripeGateway implements PaymentGateway {
  readonly givesReceipts = true;
  private readonly client: Stripe;
  private readonly webhookSecret: string;
  private readonly isLive: boolean;

  constructor(settings: StripeSettings) {
    assert(settings.webhookSecret.trim().length > 0, 'the webhook secret is not empty');
    this.webhookSecret = settings.webhookSecret;
    this.isLive = /^(sk|rk)_live_/.test(settings.secretKey);
    this.client = new Stripe(settings.secretKey, {
      apiVersion: STRIPE_API_VERSION,
      timeout: TIMEOUT_MS,
      maxNetworkRetries: NETWORK_RETRIES,
      telemetry: false,
      ...(settings.baseUrl ? address(settings.baseUrl) : {}),
    });
  }

  async createCheckout(
    request: CheckoutRequest,
  ): Promise<{ externalId: string; redirectUrl: string }> {
    const session = await this.ask(() =>
      this.client.checkout.sessions.create(checkoutParams(request), {
        idempotencyKey: `checkout:${request.paymentId}`,
      }),
    ).catch((error: unknown) => {
      const isRefusal = error instanceof Stripe.errors.StripeInvalidRequestError;
      if (!isRefusal || !NEVER_TAKEN.has(error.code ?? '')) throw error;
      throw new DomainError('payment.not_payable', {}, { cause: error });
    });
    this.refuseOtherMode(session.livemode);
    assert(session.url, 'a hosted checkout has an address');
    return { externalId: session.id, redirectUrl: session.url };
  }

  async readCheckout(externalId: string): Promise<ProviderPayment> {
    const session = await this.ask(() =>
      this.client.checkout.sessions.retrieve(externalId, { expand: SESSION_PARTS }),
    );
    this.refuseOtherMode(session.livemode);
    return toProviderPayment(session);
  }

  async expireCheckout(externalId: string): Promise<ProviderPayment> {
    try {
      await this.ask(() => this.client.checkout.sessions.expire(externalId));
    } catch (error) {
      // Refused because it is paid, running or ended already; which of them, the read below tells.
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    }
    return this.readCheckout(externalId);
  }

  async refund(request: Parameters<PaymentGateway['refund']>[0]): Promise<ProviderRefund> {
    const { requestedAt = new Date() } = request;
    try {
      const known =
        Date.now() - requestedAt.getTime() > KEY_LIFE_MS ? await this.findRefund(request) : null;
      if (known) return toProviderRefund(known);
      const refund = await this.ask(() =>
        this.client.refunds.create(
          {
            payment_intent: request.externalPaymentId,
            amount: request.amount.amountMinor,
            reason: 'requested_by_customer',
            metadata: { refundId: request.refundId },
          },
          { idempotencyKey: request.idempotencyKey },
        ),
      );
      assert(
        refund.currency.toUpperCase() === request.amount.currency,
        'a refund is in the currency of its payment',
      );
      return toProviderRefund(refund);
    } catch (error) {
      if (error instanceof Stripe.errors.StripeInvalidRequestError) {
        throw new DomainError('refund.failed', {}, { cause: error });
      }
      throw error;
    }
  }

  /** One that we asked for before and lost the answer of. */
  private async findRefund(request: {
    externalPaymentId: string;
    refundId: string;
  }): Promise<Stripe.Refund | null> {
    const list = { payment_intent: request.externalPaymentId, limit: PAGE_SIZE };
    for await (const refund of this.pages(this.client.refunds.list(list))) {
      if (refund.metadata?.refundId === request.refundId) return refund;
    }
    return null;
  }

  async readRefund(externalId: string): Promise<ProviderRefund> {
    return toProviderRefund(await this.ask(() => this.client.refunds.retrieve(externalId)));
  }

  async readDispute(externalId: string): Promise<ProviderDispute> {
    const dispute = await this.ask(() => this.client.disputes.retrieve(externalId));
    this.refuseOtherMode(dispute.livemode);
    return toProviderDispute(dispute);
  }

  async *listDisputes({ from, to }: { from: Date; to: Date }): AsyncIterable<ProviderDispute> {
    const list = { created: { gte: seconds(from), lt: seconds(to) }, limit: PAGE_SIZE };
    for await (const dispute of this.pages(this.client.disputes.list(list))) {
      this.refuseOtherMode(dispute.livemode);
      yield toProviderDispute(dispute);
    }
  }

  /** By the account's balance: dated when the money moved, not when a page was opened or a delayed payment begun. */
  async *listEntries({ from, to }: { from: Date; to: Date }): AsyncIterable<ProviderEntry> {
    const checkouts = await this.checkoutsByIntent(from, to);
    const created = { gte: seconds(from), lt: seconds(to) };
    const list = { created, limit: PAGE_SIZE, expand: ['data.source'] };
    for await (const line of this.pages(this.client.balanceTransactions.list(list))) {
      const { source } = line;
      if (typeof source !== 'object' || source === null) continue;
      if (source.object === 'charge' && TAKEN_TYPES.has(line.type)) {
        const intentId = idOf(source.payment_intent);
        const checkoutId =
          intentId && (checkouts.get(intentId) ?? (await this.findCheckout(intentId)));
        yield paymentEntry(source, checkoutId, line.created);
      } else if (source.object === 'refund' && RETURNED_TYPES.has(line.type)) {
        // A refund that failed has another line that brings its money back.
        if (toProviderRefund(source).state !== 'failed') yield refundEntry(source, line.created);
      }
    }
  }

  /** Most payments of a day belong to pages opened on it or on the day before; others are looked up one by one. */
  private async checkoutsByIntent(from: Date, to: Date): Promise<Map<string, string>> {
    const created = { gte: seconds(from) - SESSION_LIFE_SECONDS, lt: seconds(to) };
    const found = new Map<string, string>();
    const list = this.client.checkout.sessions.list({ created, limit: PAGE_SIZE });
    for await (const session of this.pages(list)) {
      const intentId = idOf(session.payment_intent);
      if (intentId) found.set(intentId, session.id);
    }
    return found;
  }

  private async findCheckout(intentId: string): Promise<string | null> {
    const list = { payment_intent: intentId, limit: 1 };
    const found = await this.ask(() => this.client.checkout.sessions.list(list));
    return found.data[0]?.id ?? null;
  }

  private async *pages<T>(list: AsyncIterable<T>): AsyncIterable<T> {
    const iterator = list[Symbol.asyncIterator]();
    for (;;) {
      const step = await this.ask(() => iterator.next());
      if (step.done) return;
      yield step.value;
    }
  }

  verifyEvent(rawBody: string, signatureHeader: string | null): VerifiedEvent {
    try {
      refuseFuture(signatureHeader ?? '');
      const event = this.client.webhooks.constructEvent(
        rawBody,
        signatureHeader ?? '',
        this.webhookSecret,
        SIGNATURE_AGE_MAX_SECONDS,
      );
      this.refuseOtherMode(event.livemode);
      return toVerifiedEvent(event);
    } catch (error) {
      throw new DomainError('webhook.bad_signature', {}, { cause: error });
    }
  }

  /** Runs one call; what Stripe cannot answer now becomes one code, what it refuses stays its own error. */
  private async ask<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (
        error instanceof Stripe.errors.StripeConnectionError ||
        error instanceof Stripe.errors.StripeAPIError ||
        error instanceof Stripe.errors.StripeRateLimitError ||
        error instanceof Stripe.errors.StripeAuthenticationError ||
        error instanceof Stripe.errors.StripePermissionError ||
        isStillRunning(error)
      ) {
        throw new DomainError('payment.provider_unavailable', {}, { cause: error });
      }
      throw error;
    }
  }

  /** A test payment must never fulfil a real order, nor a real one a test. */
  private refuseOtherMode(livemode: boolean): void {
    if (livemode !== this.isLive) throw new Error(`Stripe answered with livemode ${livemode}`);
  }
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}

/** 409: the same idempotency key is being worked on; the outcome is not known yet. */
function isStillRunning(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && error.statusCode === 409;
}

/** The library accepts any time in the future (api-contracts 2.5), which would let a signature live for ever. */
function refuseFuture(header: string): void {
  const seconds = Number(/(?:^|,)t=(\d+)/.exec(header)?.[1]);
  if (!(seconds <= Date.now() / 1000 + SIGNATURE_AGE_MAX_SECONDS)) {
    throw new Error('the signature has no time, or one in the future');
  }
}

function address(baseUrl: string): { host: string; port: number; protocol: 'http' | 'https' } {
  const url = new URL(baseUrl);
  const protocol = url.protocol === 'http:' ? 'http' : 'https';
  const port = url.port ? Number(url.port) : protocol === 'http' ? 80 : 443;
  return { host: url.hostname, port, protocol };
}
