import type { Money } from '@/lib/core/money';

export type CheckoutRequest = {
  /** Our payment's id; comes back in every event and read. */
  paymentId: string;
  /** What people quote when they ask about this payment: an order's number. */
  reference: string;
  lines: { name: string; unit: Money; quantity: number }[];
  customerEmail: string;
  /** Where the customer returns; "{CHECKOUT_SESSION_ID}" is replaced by the provider. */
  successUrl: string;
  cancelUrl: string;
  locale: string;
  expiresAt: Date;
};

export type ProviderPayment = {
  externalId: string;
  /** Our payment's id as the provider stored it; null when it is not ours. */
  paymentId: string | null;
  state: 'open' | 'processing' | 'paid' | 'failed' | 'expired';
  amount: { amountMinor: number; currency: string };
  externalPaymentId: string | null;
};

export type ProviderRefund = {
  externalId: string;
  state: 'pending' | 'succeeded' | 'failed';
  amountMinor: number;
  failureCode: string | null;
};

export type VerifiedEvent = {
  externalId: string;
  type: string;
  /** The checkout this event is about; null where it is about something else. */
  checkoutId: string | null;
  refundId: string | null;
  externalPaymentId: string | null;
};

/** A till with a hosted page: the customer is sent there, and only the provider's word makes an order paid. */
export interface PaymentGateway {
  /** Same paymentId, same checkout: safe to repeat. @throws DomainError "payment.provider_unavailable" */
  createCheckout(request: CheckoutRequest): Promise<{ externalId: string; redirectUrl: string }>;
  /** The truth about a checkout, read from the provider. */
  readCheckout(externalId: string): Promise<ProviderPayment>;
  /** Ends an open checkout so that it can no longer be paid; one that is paid or ended stays as it is. */
  expireCheckout(externalId: string): Promise<ProviderPayment>;
  /** @throws DomainError "refund.failed" when the provider refuses for good, "payment.provider_unavailable" when it cannot say */
  refund(request: {
    externalPaymentId: string;
    amount: Money;
    idempotencyKey: string;
    refundId: string;
  }): Promise<ProviderRefund>;
  readRefund(externalId: string): Promise<ProviderRefund>;
  /** Checks the signature over the raw bytes. @throws DomainError "webhook.bad_signature" */
  verifyEvent(rawBody: string, signatureHeader: string | null): VerifiedEvent;
}
