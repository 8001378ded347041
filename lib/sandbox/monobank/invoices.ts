import { z } from 'zod';
import { announce } from './webhooks';
import {
  bankTime,
  type InvoiceStatus,
  type Later,
  MonobankNo,
  type MonobankWorld,
  newDigits,
  newInvoiceId,
  type StoredCancel,
  type StoredInvoice,
} from './world';

const CURRENCIES = [980, 840, 978];
const VALIDITY_DEFAULT_SECONDS = 24 * 60 * 60;

const text = (max: number) => z.string().min(1).max(max);
const minor = z.int().min(1).max(999_999_999);
const webAddress = z.url({ protocol: /^https?$/ }).max(2000);

/** The parameters that the real service takes and we use; any other is refused, so that none is ignored unseen. */
const CreateInvoice = z.strictObject({
  amount: minor,
  ccy: z
    .int()
    .refine((ccy) => CURRENCIES.includes(ccy))
    .default(980),
  merchantPaymInfo: z
    .strictObject({
      reference: text(200).optional(),
      destination: text(280).optional(),
      comment: text(280).optional(),
      customerEmails: z.array(z.email()).max(10).default([]),
      basketOrder: z
        .array(
          z.strictObject({
            name: text(128),
            qty: z.number().positive(),
            sum: z.int().min(0),
            total: z.int().min(0).optional(),
            code: text(100),
            unit: text(20).optional(),
          }),
        )
        .max(200)
        .default([]),
    })
    .optional(),
  redirectUrl: webAddress.optional(),
  successUrl: webAddress.optional(),
  failUrl: webAddress.optional(),
  webHookUrl: webAddress.optional(),
  validity: z.int().min(1).default(VALIDITY_DEFAULT_SECONDS),
  paymentType: z.literal('debit').default('debit'),
});

const CancelInvoice = z.strictObject({
  invoiceId: text(100),
  extRef: text(100).optional(),
  amount: minor.optional(),
});
const NamedInvoice = z.strictObject({ invoiceId: text(100) });

/** @throws MonobankNo 400 */
function parse<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = issue?.path.join('.') ?? '';
  const isInfo = place.startsWith('merchantPaymInfo');
  throw new MonobankNo(
    400,
    isInfo ? 'INVALID_MERCHANT_PAYM_INFO' : 'BAD_REQUEST',
    `invalid ${place || 'body'}: ${issue?.message ?? ''}`,
  );
}

export function createInvoice(world: MonobankWorld, body: unknown): object {
  const wish = parse(CreateInvoice, body);
  const info = wish.merchantPaymInfo;
  const basket = info?.basketOrder ?? [];
  const sum = basket.reduce((total, { qty, sum: unit }) => total + Math.round(qty * unit), 0);
  if (basket.length > 0 && sum !== wish.amount) {
    throw new MonobankNo(400, 'INVALID_MERCHANT_PAYM_INFO', 'basketOrder sum is not the amount');
  }
  const now = bankTime();
  const invoice: StoredInvoice = {
    invoiceId: newInvoiceId(),
    status: 'created',
    amount: wish.amount,
    ccy: wish.ccy,
    takenAmount: 0,
    createdDate: now,
    modifiedDate: now,
    expiresAtMs: Date.now() + wish.validity * 1000,
    basket: basket.map(({ name, qty, sum: unit }) => ({ name, qty, sum: unit })),
    customerEmails: info?.customerEmails ?? [],
    cancelList: [],
    ...given('reference', info?.reference),
    ...given('destination', info?.destination),
    ...given('successUrl', wish.successUrl ?? wish.redirectUrl),
    ...given('failUrl', wish.failUrl ?? wish.redirectUrl),
    ...given('webHookUrl', wish.webHookUrl),
  };
  world.file.value.invoices[invoice.invoiceId] = invoice;
  announce(world, invoice, [invoiceView(invoice)]);
  return { invoiceId: invoice.invoiceId, pageUrl: `${world.baseUrl}/pay/${invoice.invoiceId}` };
}

function given<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: string });
}

/** What the status call answers and the webhooks carry. */
export function invoiceView(invoice: StoredInvoice): object {
  const returned = invoice.cancelList
    .filter(({ status }) => status === 'success')
    .reduce((sum, { amount }) => sum + amount, 0);
  return {
    invoiceId: invoice.invoiceId,
    status: invoice.status,
    ...(invoice.failureReason === undefined ? {} : { failureReason: invoice.failureReason }),
    ...(invoice.errCode === undefined ? {} : { errCode: invoice.errCode }),
    amount: invoice.amount,
    ccy: invoice.ccy,
    ...(invoice.takenAmount > 0 ? { finalAmount: invoice.takenAmount - returned } : {}),
    createdDate: invoice.createdDate,
    modifiedDate: invoice.modifiedDate,
    reference: invoice.reference ?? '',
    destination: invoice.destination ?? '',
    ...(invoice.cancelList.length > 0 ? { cancelList: structuredClone(invoice.cancelList) } : {}),
    ...(invoice.paymentInfo
      ? {
          paymentInfo: {
            ...invoice.paymentInfo,
            tranId: invoice.paymentInfo.rrn,
            terminal: 'MI000000',
            bank: 'Універсал Банк',
            paymentSystem: 'visa',
            paymentMethod: 'pan',
            country: '804',
          },
        }
      : {}),
  };
}

/** The invoice, ended first when its time is over: silently, as the bank does. @throws MonobankNo 404 */
export function findInvoice(world: MonobankWorld, invoiceId: string): StoredInvoice {
  const { invoices } = world.file.value;
  const invoice = Object.hasOwn(invoices, invoiceId) ? invoices[invoiceId] : undefined;
  if (!invoice) throw new MonobankNo(404, 'NOT_FOUND', 'invoice not found');
  if (isPayable(invoice) && invoice.expiresAtMs <= Date.now()) move(invoice, 'expired');
  return invoice;
}

export function isPayable({ status }: StoredInvoice): boolean {
  return status === 'created' || status === 'failure';
}

function move(invoice: StoredInvoice, status: InvoiceStatus): void {
  invoice.status = status;
  invoice.modifiedDate = bankTime();
}

export function removeInvoice(world: MonobankWorld, body: unknown): object {
  const invoice = findInvoice(world, parse(NamedInvoice, body).invoiceId);
  if (!isPayable(invoice) && invoice.status !== 'expired') {
    throw new MonobankNo(400, 'BAD_REQUEST', 'invoice cannot be removed');
  }
  if (invoice.status !== 'expired') move(invoice, 'expired');
  return {};
}

/** Gives money back, all that is left or a part. The same extRef is the same refund. @throws MonobankNo */
export function cancelInvoice(world: MonobankWorld, body: unknown): object {
  const wish = parse(CancelInvoice, body);
  const invoice = findInvoice(world, wish.invoiceId);
  const known = invoice.cancelList.find(({ extRef }) => extRef && extRef === wish.extRef);
  if (known) return cancelView(known);
  const promised = invoice.cancelList
    .filter(({ status }) => status !== 'failure')
    .reduce((sum, { amount }) => sum + amount, 0);
  const left = invoice.takenAmount - promised;
  if (invoice.status !== 'success' || left <= 0) {
    throw new MonobankNo(500, 'CANCEL_NOT_AVAILABLE', 'nothing to cancel');
  }
  const amount = wish.amount ?? left;
  if (amount > left) throw new MonobankNo(400, 'BAD_REQUEST', 'amount is more than what is left');
  const { refund: course, laterMs } = world.faults.current;
  const now = bankTime();
  const cancel: StoredCancel = {
    status: 'processing',
    amount,
    ccy: invoice.ccy,
    createdDate: now,
    modifiedDate: now,
    approvalCode: newDigits(6),
    rrn: newDigits(12),
    ...given('extRef', wish.extRef),
  };
  invoice.cancelList.push(cancel);
  invoice.modifiedDate = now;
  announce(world, invoice, [invoiceView(invoice)]);
  const later: Later = {
    kind: 'cancel',
    invoiceId: invoice.invoiceId,
    rrn: cancel.rrn,
    atMs: Date.now() + laterMs,
    succeeds: course !== 'fails-later',
  };
  if (course === 'at-once') finishCancel(world, later);
  else world.file.value.laters.push(later);
  return cancelView(cancel);
}

function cancelView({ status, createdDate, modifiedDate }: StoredCancel): object {
  return { status, createdDate, modifiedDate };
}

/** A refund comes to its end; a failed one leaves the money with us. */
export function finishCancel(world: MonobankWorld, later: Extract<Later, { kind: 'cancel' }>) {
  const invoice = world.file.value.invoices[later.invoiceId];
  const cancel = invoice?.cancelList.find(({ rrn }) => rrn === later.rrn);
  if (!invoice || !cancel) return;
  cancel.status = later.succeeds ? 'success' : 'failure';
  cancel.modifiedDate = bankTime();
  const returned = invoice.cancelList
    .filter(({ status }) => status === 'success')
    .reduce((sum, { amount }) => sum + amount, 0);
  move(invoice, returned === invoice.takenAmount ? 'reversed' : 'success');
  announce(world, invoice, [invoiceView(invoice)]);
}

const DECLINES = {
  card_declined: { errCode: '6', failureReason: 'Відмова банку-емітента' },
  insufficient_funds: { errCode: '59', failureReason: 'Недостатньо коштів' },
} as const;

/** The bank of the payer said no: the page may be tried again, and the status may still become success. */
export function declineInvoice(
  world: MonobankWorld,
  invoice: StoredInvoice,
  reason: keyof typeof DECLINES,
): void {
  Object.assign(invoice, DECLINES[reason]);
  move(invoice, 'failure');
  announce(world, invoice, [invoiceView(invoice)]);
}

/** The payer pressed "Pay" on a page that can be paid. Pays, or begins to, as the faults say. */
export function payInvoice(world: MonobankWorld, invoice: StoredInvoice): void {
  const { payment, laterMs } = world.faults.current;
  delete invoice.failureReason;
  delete invoice.errCode;
  move(invoice, 'processing');
  const begun = invoiceView(invoice);
  if (payment === 'at-once') {
    takeMoney(world, invoice);
    announce(world, invoice, [begun, invoiceView(invoice)]);
    return;
  }
  world.file.value.laters.push({
    kind: 'payment',
    invoiceId: invoice.invoiceId,
    atMs: Date.now() + laterMs,
    succeeds: payment === 'later',
  });
  announce(world, invoice, [begun]);
}

/** A delayed payment comes to its end. */
export function finishPayment(world: MonobankWorld, later: Extract<Later, { kind: 'payment' }>) {
  const invoice = world.file.value.invoices[later.invoiceId];
  if (invoice?.status !== 'processing') return;
  if (!later.succeeds) return declineInvoice(world, invoice, 'card_declined');
  takeMoney(world, invoice);
  announce(world, invoice, [invoiceView(invoice)]);
}

function takeMoney(world: MonobankWorld, invoice: StoredInvoice): void {
  invoice.takenAmount = invoice.amount + world.faults.current.amountOffsetMinor;
  invoice.paymentInfo = {
    maskedPan: '444403******1902',
    approvalCode: newDigits(6),
    rrn: newDigits(12),
    // The usual price of internet acquiring, 1.3 %.
    fee: Math.round(invoice.takenAmount * 0.013),
  };
  move(invoice, 'success');
  invoice.paidDate = invoice.modifiedDate;
}

const STATEMENT_MAX_SECONDS = 31 * 24 * 60 * 60;

/** GET /api/merchant/statement: what was taken in a time, newest first. @throws MonobankNo 400 */
export function listStatement(world: MonobankWorld, query: URLSearchParams): object {
  const from = Number(query.get('from') ?? Number.NaN);
  const to = Number(query.get('to') ?? Math.floor(Date.now() / 1000));
  if (!Number.isInteger(from) || !Number.isInteger(to) || to - from > STATEMENT_MAX_SECONDS) {
    throw new MonobankNo(400, 'BAD_REQUEST', 'from and to are unix times at most 31 days apart');
  }
  const list = Object.values(world.file.value.invoices)
    .filter(({ paidDate }) => {
      const at = paidDate ? Date.parse(paidDate) / 1000 : Number.NaN;
      return at >= from && at <= to;
    })
    .toReversed()
    .map((invoice) => ({
      invoiceId: invoice.invoiceId,
      status: 'success',
      maskedPan: invoice.paymentInfo?.maskedPan,
      date: invoice.paidDate,
      paymentScheme: 'full',
      amount: invoice.takenAmount,
      profitAmount: invoice.takenAmount - (invoice.paymentInfo?.fee ?? 0),
      ccy: invoice.ccy,
      approvalCode: invoice.paymentInfo?.approvalCode,
      rrn: invoice.paymentInfo?.rrn,
      reference: invoice.reference ?? '',
      destination: invoice.destination ?? '',
      shortQrId: null,
      cancelList: invoice.cancelList
        .filter(({ status }) => status === 'success')
        .map(({ amount, ccy, modifiedDate, approvalCode, rrn }) => ({
          amount,
          ccy,
          date: modifiedDate,
          approvalCode,
          rrn,
          maskedPan: invoice.paymentInfo?.maskedPan,
        })),
    }));
  return { list };
}

/** GET /api/merchant/invoice/fiscal-checks: one for a sale, one for each refund. */
export function listFiscalChecks(invoice: StoredInvoice): object {
  if (!invoice.paidDate) return { checks: [] };
  const check = (id: string, type: 'sale' | 'return') => ({
    id,
    type,
    status: 'done',
    statusDescription: '',
    taxUrl: `https://cabinet.tax.gov.ua/cashregs/check?id=${id}`,
    fiscalizationSource: 'monopay',
  });
  const returns = invoice.cancelList.filter(({ status }) => status === 'success');
  return {
    checks: [
      check(`sale-${invoice.invoiceId}`, 'sale'),
      ...returns.map(({ rrn }) => check(`return-${rrn}`, 'return')),
    ],
  };
}
