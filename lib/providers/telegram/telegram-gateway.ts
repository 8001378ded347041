import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import { checkoutParts, surplusCheckout } from '@/lib/core/surplus-checkout';
import type {
  CheckoutRequest,
  PaymentGateway,
  ProviderEntry,
  ProviderPayment,
  ProviderRefund,
  VerifiedEvent,
} from '@/lib/providers/ports/payment-gateway';
import { BotApi } from './bot-api';
import { chargeOf, readUpdate } from './read-update';
import { type StarTransaction, starTransactions } from './star-transactions';

const CURRENCY = 'XTR';
/** Limits of createInvoiceLink, in characters. */
const TITLE_MAX = 32;
const TEXT_MAX = 255;
const HOUR_MS = 60 * 60_000;
/** Pay pages of star packs live for an hour, so a link is never paid earlier than this before its end. */
const BEFORE_END_MS = 2 * HOUR_MS;
const REFUND_LOOK_BACK_MS = 90 * 24 * HOUR_MS;

export type GatewayOptions = {
  token: string;
  webhookSecret: string;
  apiUrl?: string;
  now?: () => Date;
};

/**
 * Telegram Stars as a till, for digital things only: Telegram forbids selling what is shipped. The checkout is an
 * invoice link whose payload is "<payment id>:<end, in Unix seconds>"; Telegram cannot say how one link stands, so the
 * bot's list of star transactions is searched for that payload. A link never ends by itself: after its end our
 * pre-checkout answer refuses it.
 */
export class TelegramGateway implements PaymentGateway {
  private readonly api: BotApi;
  private readonly webhookSecret: string;
  private readonly now: () => Date;

  constructor(options: GatewayOptions) {
    this.api = new BotApi(options);
    this.webhookSecret = options.webhookSecret;
    this.now = options.now ?? (() => new Date());
  }

  async createCheckout(request: CheckoutRequest) {
    const [line] = request.lines;
    assert(request.lines.length === 1 && line?.quantity === 1, 'an invoice in stars has one line');
    assert(line.unit.currency === CURRENCY, 'Telegram takes stars only');
    const externalId = payloadOf(request.paymentId, request.expiresAt);
    const link = await this.ask('createInvoiceLink', {
      title: line.name.slice(0, TITLE_MAX),
      description: `${line.name} · ${request.reference}`.slice(0, TEXT_MAX),
      payload: externalId,
      provider_token: '',
      currency: CURRENCY,
      prices: [{ label: line.name.slice(0, TITLE_MAX), amount: line.unit.amountMinor }],
    });
    assert(typeof link === 'string', 'an invoice link is an address');
    return { externalId, redirectUrl: link };
  }

  async readCheckout(externalId: string): Promise<ProviderPayment> {
    const { paymentId, endsAt, payload, surplus } = partsOf(externalId);
    const base = { externalId, paymentId, amount: { amountMinor: 0, currency: CURRENCY } };
    const from = new Date(endsAt.getTime() - BEFORE_END_MS);
    for await (const transaction of this.transactions(from)) {
      if (transaction.kind !== 'payment' || transaction.payload !== payload) continue;
      const charge = chargeOf(transaction.userId, transaction.id);
      // One link paid twice: the first charge is the payment, each other one is asked for by name.
      if (surplus !== null && charge !== surplus) continue;
      return {
        ...base,
        state: 'paid',
        amount: { amountMinor: transaction.amount, currency: CURRENCY },
        externalPaymentId: charge,
        stateAt: transaction.at,
      };
    }
    const state = endsAt <= this.now() ? 'expired' : 'open';
    return { ...base, state, externalPaymentId: null };
  }

  /** There is nothing to close at Telegram: whoever pays is asked for our yes before, and does not get it. */
  async expireCheckout(externalId: string): Promise<ProviderPayment> {
    const truth = await this.readCheckout(externalId);
    return truth.state === 'open' ? { ...truth, state: 'expired' } : truth;
  }

  async refund(request: Parameters<PaymentGateway['refund']>[0]): Promise<ProviderRefund> {
    const { userId, chargeId } = chargeParts(request.externalPaymentId);
    const done: ProviderRefund = {
      externalId: request.externalPaymentId,
      state: 'succeeded',
      amountMinor: request.amount.amountMinor,
      failureCode: null,
    };
    try {
      await this.ask('refundStarPayment', {
        user_id: Number(userId),
        telegram_payment_charge_id: chargeId,
      });
      return done;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'telegram.refused') throw error;
      const reason = String(error.params.reason ?? '');
      if (reason.includes('CHARGE_ALREADY_REFUNDED')) return done;
      throw new DomainError('refund.failed', { reason }, { cause: error });
    }
  }

  async readRefund(externalId: string): Promise<ProviderRefund> {
    const { userId, chargeId } = chargeParts(externalId);
    const from = new Date(this.now().getTime() - REFUND_LOOK_BACK_MS);
    for await (const transaction of this.transactions(from)) {
      if (transaction.kind !== 'refund' || transaction.id !== chargeId) continue;
      if (transaction.userId !== userId) continue;
      const { amount: amountMinor } = transaction;
      return { externalId, state: 'succeeded', amountMinor, failureCode: null };
    }
    return { externalId, state: 'pending', amountMinor: 0, failureCode: null };
  }

  async *listEntries({ from, to }: { from: Date; to: Date }): AsyncIterable<ProviderEntry> {
    const paid = new Set<string>();
    // Begun earlier, so that a second charge for a link is known for one.
    for await (const transaction of this.transactions(new Date(from.getTime() - BEFORE_END_MS))) {
      if (transaction.at >= to) return;
      const { kind, payload, amount, at, userId, id } = transaction;
      const charge = chargeOf(userId, id);
      const isSurplus = kind === 'payment' && payload !== null && paid.has(payload);
      if (kind === 'payment' && payload !== null) paid.add(payload);
      if (at < from) continue;
      yield {
        kind,
        externalId:
          kind === 'refund' || payload === null
            ? charge
            : isSurplus
              ? surplusCheckout(payload, charge)
              : payload,
        paymentId: kind === 'payment' && payload !== null ? paymentIdOf(payload) : null,
        refundId: null,
        amount: { amountMinor: amount, currency: CURRENCY },
        at,
      };
    }
  }

  verifyEvent(rawBody: string, signatureHeader: string | null): VerifiedEvent {
    const update = readUpdate(rawBody, signatureHeader, this.webhookSecret);
    const event = { externalId: update.updateId, type: update.kind, refundId: null };
    if (update.kind === 'paid') {
      return { ...event, checkoutId: update.payload, externalPaymentId: update.chargeOf };
    }
    if (update.kind === 'refunded') {
      return { ...event, checkoutId: null, externalPaymentId: update.chargeOf };
    }
    return { ...event, checkoutId: null, externalPaymentId: null };
  }

  private transactions(from: Date): AsyncIterable<StarTransaction> {
    return starTransactions((offset, limit) => {
      return this.ask('getStarTransactions', { offset, limit });
    }, from);
  }

  private async ask(method: string, parameters: Record<string, unknown>): Promise<unknown> {
    try {
      return await this.api.call(method, parameters);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'telegram.unavailable') throw error;
      throw new DomainError('payment.provider_unavailable', {}, { cause: error });
    }
  }
}

function payloadOf(paymentId: string, endsAt: Date): string {
  return `${paymentId}:${Math.floor(endsAt.getTime() / 1000)}`;
}

/** Null where the payload is not one of ours. */
function paymentIdOf(payload: string): string | null {
  return /^(pay_[0-9a-z]+):\d+$/.exec(payload)?.[1] ?? null;
}

function partsOf(externalId: string) {
  const { payload, surplus } = checkoutParts(externalId);
  const seconds = Number(/:(\d{1,11})$/.exec(payload)?.[1] ?? 0);
  return { payload, surplus, paymentId: paymentIdOf(payload), endsAt: new Date(seconds * 1000) };
}

function chargeParts(externalPaymentId: string): { userId: string; chargeId: string } {
  const split = externalPaymentId.indexOf(':');
  assert(split > 0, 'a charge at Telegram names its payer');
  return {
    userId: externalPaymentId.slice(0, split),
    chargeId: externalPaymentId.slice(split + 1),
  };
}
