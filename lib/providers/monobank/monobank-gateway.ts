import { z } from 'zod';
import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import type {
  CheckoutRequest,
  PaymentGateway,
  ProviderEntry,
  ProviderPayment,
  ProviderRefund,
  VerifiedEvent,
} from '@/lib/providers/ports/payment-gateway';
import { invoiceParams } from './invoice-params';
import { askMonobank, type MonobankAccess, MonobankRefusal } from './monobank-http';
import {
  FiscalChecksSchema,
  type Invoice,
  InvoiceSchema,
  paymentEntry,
  readRefundName,
  receiptUrlOf,
  refundEntries,
  type StatementItem,
  StatementSchema,
  toProviderPayment,
  toProviderRefund,
  toVerifiedEvent,
} from './monobank-mapping';
import { SigningKey } from './signing-key';

const CreatedSchema = z.object({ invoiceId: z.string().min(1), pageUrl: z.url() });
const CancelledSchema = z.object({ status: z.string() });
const KeySchema = z.object({ key: z.string().min(1) });

/** The receipt is an extra: nobody waits long for it. */
const RECEIPT_TIMEOUT_MS = 4000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** The API's limit for one statement is 31 days. */
const STATEMENT_MS = 30 * DAY_MS;
/** A refund stands at its payment's date in the statement: so far back are payments looked through for refunds. */
const REFUND_REACH_MS = 3 * STATEMENT_MS;

export type MonobankSettings = MonobankAccess & {
  /** Where status changes go; each invoice carries it. Null asks for none. */
  webhookUrl: string | null;
};

/** Monobank's acquiring ("plata by mono") with its hosted page: card data never comes near us. */
export class MonobankGateway implements PaymentGateway {
  /** Fiscal receipts are made after the payment, and only for merchants who have that switched on. */
  readonly givesReceipts = true;
  private readonly access: MonobankAccess;
  private readonly webhookUrl: string | null;
  private readonly signingKey: SigningKey;

  constructor(settings: MonobankSettings) {
    assert(settings.token.trim().length > 0, 'the token is not empty');
    this.access = { token: settings.token, baseUrl: settings.baseUrl };
    this.webhookUrl = settings.webhookUrl;
    this.signingKey = new SigningKey(async () => {
      const { key } = await askMonobank(this.access, KeySchema, { path: '/api/merchant/pubkey' });
      return key;
    });
  }

  /** The API knows no idempotency: each call makes another invoice, and the unused ones end by themselves. */
  async createCheckout(
    request: CheckoutRequest,
  ): Promise<{ externalId: string; redirectUrl: string }> {
    const body = invoiceParams(request, this.webhookUrl, new Date());
    const path = '/api/merchant/invoice/create';
    try {
      const { invoiceId, pageUrl } = await askMonobank(this.access, CreatedSchema, { path, body });
      return { externalId: invoiceId, redirectUrl: pageUrl };
    } catch (error) {
      // Never of a well-made request to a healthy account: the customer takes another way, and staff hear of it.
      if (!(error instanceof MonobankRefusal)) throw error;
      throw new DomainError('payment.provider_unavailable', {}, { cause: error });
    }
  }

  async readCheckout(externalId: string): Promise<ProviderPayment> {
    const payment = toProviderPayment(await this.readInvoice(externalId), new Date());
    if (payment.state !== 'paid') return payment;
    return { ...payment, receiptUrl: await this.findReceipt(externalId) };
  }

  async expireCheckout(externalId: string): Promise<ProviderPayment> {
    let isRemoved = true;
    try {
      const path = '/api/merchant/invoice/remove';
      await askMonobank(this.access, z.unknown(), { path, body: { invoiceId: externalId } });
    } catch (error) {
      // Refused because it is paid, running or ended already; which of them, the read below tells.
      if (!(error instanceof MonobankRefusal)) throw error;
      isRemoved = false;
    }
    const payment = await this.readCheckout(externalId).catch((error: unknown) => {
      if (isRemoved && isForgotten(error)) return expiredWithoutTrace(externalId);
      throw error;
    });
    // Which status a removed invoice shows is not documented; that it cannot be paid any more is.
    return isRemoved && payment.state === 'open' ? { ...payment, state: 'expired' } : payment;
  }

  async refund(request: Parameters<PaymentGateway['refund']>[0]): Promise<ProviderRefund> {
    const { externalPaymentId: invoiceId, refundId: extRef } = request;
    const { amountMinor } = request.amount;
    // An answer may have been lost: money must not go back twice, whatever the bank makes of a repeated extRef.
    const known = findCancel(await this.readInvoice(invoiceId), extRef);
    if (known) return toProviderRefund(invoiceId, extRef, known);
    try {
      const { status } = await askMonobank(this.access, CancelledSchema, {
        path: '/api/merchant/invoice/cancel',
        body: { invoiceId, extRef, amount: amountMinor },
      });
      return toProviderRefund(invoiceId, extRef, { status, amount: amountMinor });
    } catch (error) {
      if (!(error instanceof MonobankRefusal)) throw error;
      // Refused because it is under way or done already, by a call at the same time or one whose trace came late?
      const made = findCancel(await this.readInvoice(invoiceId), extRef);
      if (made) return toProviderRefund(invoiceId, extRef, made);
      const reason = error.errCode || 'refused';
      throw new DomainError('refund.failed', { reason }, { cause: error });
    }
  }

  async readRefund(externalId: string): Promise<ProviderRefund> {
    const { invoiceId, extRef } = readRefundName(externalId);
    const cancel = findCancel(await this.readInvoice(invoiceId), extRef);
    // Taken on, but not in the list yet.
    if (!cancel) return { externalId, state: 'pending', amountMinor: 0, failureCode: null };
    return toProviderRefund(invoiceId, extRef, cancel);
  }

  async *listEntries(range: { from: Date; to: Date }): AsyncIterable<ProviderEntry> {
    const isInside = ({ at }: ProviderEntry) => at >= range.from && at < range.to;
    let to = range.to.getTime();
    const start = range.from.getTime() - REFUND_REACH_MS;
    const seen = new Set<string>();
    while (to > start) {
      const from = Math.max(start, to - STATEMENT_MS);
      for (const item of await this.readStatement(from, to)) {
        if (seen.has(item.invoiceId)) continue;
        seen.add(item.invoiceId);
        const payment = paymentEntry(item);
        if (payment && isInside(payment)) yield payment;
        if (!mayHaveRefunds(item, range)) continue;
        // The statement does not say our name of a refund; the invoice does.
        const refunds = refundEntries(await this.readInvoice(item.invoiceId));
        yield* refunds.filter(isInside);
      }
      to = from;
    }
  }

  async verifyEvent(rawBody: string, signatureHeader: string | null): Promise<VerifiedEvent> {
    if (!signatureHeader || !(await this.signingKey.hasSigned(rawBody, signatureHeader))) {
      throw new DomainError('webhook.bad_signature');
    }
    return toVerifiedEvent(rawBody);
  }

  /** @throws MonobankRefusal for one that the bank does not know */
  private readInvoice(invoiceId: string): Promise<Invoice> {
    const query = new URLSearchParams({ invoiceId });
    const path = `/api/merchant/invoice/status?${query}`;
    return askMonobank(this.access, InvoiceSchema, { path });
  }

  private async readStatement(fromMs: number, toMs: number): Promise<StatementItem[]> {
    const query = new URLSearchParams({
      from: String(Math.floor(fromMs / 1000)),
      to: String(Math.ceil(toMs / 1000)),
    });
    const path = `/api/merchant/statement?${query}`;
    return (await askMonobank(this.access, StatementSchema, { path })).list;
  }

  /** Null where the merchant makes no fiscal receipts, where it is not made yet, and where nobody answers. */
  private async findReceipt(invoiceId: string): Promise<string | null> {
    const query = new URLSearchParams({ invoiceId });
    const path = `/api/merchant/invoice/fiscal-checks?${query}`;
    const timeoutMs = RECEIPT_TIMEOUT_MS;
    return askMonobank(this.access, FiscalChecksSchema, { path, timeoutMs }).then(
      receiptUrlOf,
      () => null,
    );
  }
}

/** The bank says that there is no such invoice. */
function isForgotten(error: unknown): boolean {
  return error instanceof MonobankRefusal && error.status === 404;
}

function expiredWithoutTrace(externalId: string): ProviderPayment {
  const amount = { amountMinor: 0, currency: '' };
  return { externalId, paymentId: null, state: 'expired', amount, externalPaymentId: null };
}

function findCancel(invoice: Invoice, extRef: string) {
  return invoice.cancelList.find((cancel) => cancel.extRef === extRef);
}

/** The statement's own times of refunds are taken as hints only. */
function mayHaveRefunds({ cancelList }: StatementItem, range: { from: Date; to: Date }): boolean {
  return cancelList.some(
    ({ date }) =>
      !date ||
      (date.getTime() >= range.from.getTime() - DAY_MS &&
        date.getTime() < range.to.getTime() + DAY_MS),
  );
}
