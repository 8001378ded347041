/** What a till takes: the smallest unit of an ISO currency in capitals, or whole Telegram Stars as "XTR". */
export type TillAmount = { readonly amountMinor: number; readonly currency: string };

/** `phone`, `line2`, `city`, `postalCode` and `region` may be empty. */
export type ShipTo = {
  name: string;
  phone: string;
  line1: string;
  line2: string;
  city: string;
  postalCode: string;
  region: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
};

export type CheckoutRequest = {
  /** Our payment's id; comes back in every event and read. */
  paymentId: string;
  /** What people quote when they ask about this payment: an order's number. */
  reference: string;
  /** `unit` contains its tax. `nature` is what the tax authorities call it by; left out where it is no supply (a voucher). */
  lines: {
    name: string;
    unit: TillAmount;
    quantity: number;
    code?: string;
    nature?: 'goods' | 'file' | 'delivery';
  }[];
  /** Where the goods go, if that is one place: tills that judge the risk of fraud ask for it. */
  shipTo?: ShipTo | null;
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
  /** What was asked for and, once paid, taken. Money given back since does not lessen it. */
  amount: TillAmount;
  /** What a refund names: null while nothing was taken. */
  externalPaymentId: string | null;
  /** Why the last try was declined while the page can still be paid. */
  declineReason?: string | null;
  /** The provider's own time of this state, where it tells. An older one never replaces a newer one. */
  stateAt?: Date | null;
  receiptUrl?: string | null;
  /** What the provider keeps for itself, in the same currency. */
  feeMinor?: number | null;
};

export type ProviderRefund = {
  /** Opaque; enough to read the refund again. */
  externalId: string;
  state: 'pending' | 'succeeded' | 'failed';
  amountMinor: number;
  failureCode: string | null;
};

export type ProviderDispute = {
  externalId: string;
  /** The charge it is about, as ProviderPayment.externalPaymentId. */
  externalPaymentId: string | null;
  state: 'open' | 'won' | 'lost';
  providerStatus: string;
  reason: string;
  amount: TillAmount;
  evidenceDueAt: Date | null;
  openedAt: Date;
};

/** One line of the provider's own books. */
export type ProviderEntry = {
  kind: 'payment' | 'refund';
  /** Of the checkout for a payment (ProviderPayment.externalId), of the refund for a refund. */
  externalId: string;
  /** Our payment's id where the provider carries it. */
  paymentId: string | null;
  /** Our refund's id where the provider carries it. */
  refundId: string | null;
  amount: TillAmount;
  at: Date;
};

export type VerifiedEvent = {
  externalId: string;
  type: string;
  /** The checkout this event is about; null where it is about something else. */
  checkoutId: string | null;
  refundId: string | null;
  externalPaymentId: string | null;
  disputeId?: string | null;
};

/** A till with a page of its own: the customer is sent there, and only the provider's word makes an order paid. */
export interface PaymentGateway {
  /** Whether `readCheckout` tells of a receipt, perhaps only some time after the payment. */
  readonly givesReceipts?: boolean;
  /**
   * Same paymentId, same checkout where the provider knows idempotency; else the orphan of a lost answer is found by
   * its paymentId when it is paid.
   * @throws DomainError "payment.provider_unavailable", "payment.not_payable" for sums that the provider never takes
   */
  createCheckout(request: CheckoutRequest): Promise<{ externalId: string; redirectUrl: string }>;
  /** The truth about a checkout, read from the provider. */
  readCheckout(externalId: string): Promise<ProviderPayment>;
  /** Ends an open checkout so that it can no longer be paid; one that is paid or ended stays as it is. */
  expireCheckout(externalId: string): Promise<ProviderPayment>;
  /** @throws DomainError "refund.failed" when the provider refuses for good, "payment.provider_unavailable" when it cannot say */
  refund(request: {
    externalPaymentId: string;
    amount: TillAmount;
    idempotencyKey: string;
    refundId: string;
    /** When we first asked for it: providers forget their idempotency keys after a while. Now, when left out. */
    requestedAt?: Date;
  }): Promise<ProviderRefund>;
  readRefund(externalId: string): Promise<ProviderRefund>;
  /** Absent where the provider has no disputes. */
  readDispute?(externalId: string): Promise<ProviderDispute>;
  /** Those opened from `from` (inclusive) to `to` (exclusive), as they stand now. Absent like `readDispute`. */
  listDisputes?(range: { from: Date; to: Date }): AsyncIterable<ProviderDispute>;
  /** Everything taken and given back from `from` (inclusive) to `to` (exclusive), from the provider's own books. */
  listEntries(range: { from: Date; to: Date }): AsyncIterable<ProviderEntry>;
  /** Checks the signature over the raw bytes. @throws DomainError "webhook.bad_signature" */
  verifyEvent(
    rawBody: string,
    signatureHeader: string | null,
  ): VerifiedEvent | Promise<VerifiedEvent>;
}

/** Tills by the provider that a payment names. One without a key is absent: its payments are never offered. */
export type Tills = Partial<Record<'STRIPE' | 'MONOBANK' | 'TELEGRAM', PaymentGateway>>;
