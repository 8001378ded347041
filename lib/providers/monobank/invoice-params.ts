import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import type { CheckoutRequest } from '@/lib/providers/ports/payment-gateway';

/** ISO 4217 numbers of the currencies that Monobank's acquiring takes. */
const CURRENCY_NUMBERS: Record<string, number | undefined> = { UAH: 980, EUR: 978, USD: 840 };

const VALIDITY_MIN_SECONDS = 60;
/** Monobank's own default; a page is never asked to stay open longer. */
export const VALIDITY_MAX_SECONDS = 24 * 60 * 60;
/** Names on fiscal receipts are cut there. */
const NAME_LENGTH_MAX = 128;
/** The port's placeholder for the provider's id, which Monobank does not fill in. */
const CHECKOUT_PLACEHOLDER = '{CHECKOUT_SESSION_ID}';

/** "UAH" of 980; the number itself where it is none that we know, so that it never equals a currency of ours. */
export function currencyOfNumber(ccy: number): string {
  const found = Object.entries(CURRENCY_NUMBERS).find(([, number]) => number === ccy);
  return found?.[0] ?? String(ccy);
}

/**
 * Our request in Monobank's words.
 * @param webhookUrl where status changes go; null asks for none
 * @throws DomainError "payment.till_unavailable" in a currency that Monobank does not take
 */
export function invoiceParams(
  request: CheckoutRequest,
  webhookUrl: string | null,
  now: Date,
): object {
  const currency = request.lines[0]?.unit.currency;
  assert(currency, 'a checkout has lines');
  assert(
    request.lines.every(({ unit }) => unit.currency === currency && unit.amountMinor >= 0),
    'all lines of a checkout are in one currency and none is negative',
  );
  const ccy = CURRENCY_NUMBERS[currency];
  if (ccy === undefined) throw new DomainError('payment.till_unavailable');
  const codes = new Set<string>();
  const basketOrder = request.lines
    .map((line, index) => ({
      name: shortened(line.name),
      qty: line.quantity,
      sum: line.unit.amountMinor,
      total: line.unit.amountMinor * line.quantity,
      code: line.code ?? `line-${index + 1}`,
      unit: 'шт.',
    }))
    // A receipt names each line once: the same product at two prices is two lines.
    .map((line, index) => {
      const code = codes.has(line.code) ? `${line.code}-${index + 1}` : line.code;
      codes.add(code);
      return { ...line, code };
    })
    // A receipt has no line without a price.
    .filter(({ total }) => total > 0);
  const secondsLeft = Math.floor((request.expiresAt.getTime() - now.getTime()) / 1000);
  const successUrl = withoutPlaceholder(request.successUrl);
  return {
    amount: basketOrder.reduce((sum, { total }) => sum + total, 0),
    ccy,
    merchantPaymInfo: {
      reference: request.paymentId,
      destination: `Twelvefold, ${request.reference}`,
      customerEmails: [request.customerEmail],
      basketOrder,
    },
    redirectUrl: successUrl,
    successUrl,
    failUrl: withoutPlaceholder(request.cancelUrl),
    ...(webhookUrl === null ? {} : { webHookUrl: webhookUrl }),
    validity: Math.min(VALIDITY_MAX_SECONDS, Math.max(VALIDITY_MIN_SECONDS, secondsLeft)),
    paymentType: 'debit',
  };
}

/** Never ends in half a character. */
function shortened(name: string): string {
  return name.slice(0, NAME_LENGTH_MAX).replace(/[\uD800-\uDBFF]$/, '');
}

/** Leaves the parameter out that only another provider could fill. */
function withoutPlaceholder(address: string): string {
  if (!address.includes(CHECKOUT_PLACEHOLDER)) return address;
  const url = new URL(address);
  const unfilled = [...url.searchParams].filter(([, value]) =>
    value.includes(CHECKOUT_PLACEHOLDER),
  );
  for (const [name] of unfilled) url.searchParams.delete(name);
  return url.href;
}
