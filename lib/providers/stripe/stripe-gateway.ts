import Stripe from 'stripe';
import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import type {
  CheckoutRequest,
  PaymentGateway,
  ProviderPayment,
  ProviderRefund,
  VerifiedEvent,
} from '@/lib/providers/ports/payment-gateway';
import { checkoutParams } from './checkout-params';
import { toProviderPayment, toProviderRefund, toVerifiedEvent } from './stripe-mapping';

/** The version this code was written against; the webhook endpoint must be created with the same. */
export const STRIPE_API_VERSION = '2026-10-28.endive';

const TIMEOUT_MS = 15_000;
const NETWORK_RETRIES = 2;
/** Stripe's own advice (docs: webhooks, "replay attacks"). */
const SIGNATURE_AGE_MAX_SECONDS = 300;

export type StripeSettings = {
  secretKey: string;
  webhookSecret: string;
  /** Address of a stand-in such as the sandbox; left out for Stripe itself. */
  baseUrl?: string;
};

/** Stripe Checkout with its hosted page: card data never comes near us. */
export class StripeGateway implements PaymentGateway {
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
    );
    this.refuseOtherMode(session.livemode);
    assert(session.url, 'a hosted checkout has an address');
    return { externalId: session.id, redirectUrl: session.url };
  }

  async readCheckout(externalId: string): Promise<ProviderPayment> {
    const session = await this.ask(() =>
      // The session alone does not tell a delayed payment that failed from one that still runs.
      this.client.checkout.sessions.retrieve(externalId, { expand: ['payment_intent'] }),
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
    try {
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

  async readRefund(externalId: string): Promise<ProviderRefund> {
    return toProviderRefund(await this.ask(() => this.client.refunds.retrieve(externalId)));
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
