import { type Exchange, pageReply, type Reply, redirectReply } from '../exchange';
import { type Html, html } from '../page';
import { declineInvoice, findInvoice, isPayable, payInvoice } from './invoices';
import { changeKey } from './webhooks';
import { MonobankNo, type MonobankWorld, type StoredInvoice } from './world';

const GOOD_CARD = '4444 0311 1111 1902';
const POOR_CARD = '4444 0300 0000 0059';
const CURRENCIES: Record<number, string | undefined> = { 980: 'UAH', 978: 'EUR', 840: 'USD' };
const LISTED_MAX = 50;

/** GET /pay/:id shows the till, POST presses one of its buttons; GET / lists the invoices, POST /key changes the key. */
export async function monobankPage(
  world: MonobankWorld,
  exchange: Exchange,
  path: string,
): Promise<Reply | null> {
  const { method } = exchange;
  const id = /^\/pay\/([A-Za-z0-9_-]+)$/.exec(path)?.[1];
  if (id !== undefined) {
    const invoice = lookUp(world, id);
    if (!invoice) return pageReply(404, 'No such payment', html`<h1>There is no such payment</h1>`);
    if (method === 'GET') return till(invoice, 200);
    if (method !== 'POST') return null;
    const reply = press(world, invoice, new URLSearchParams(exchange.body));
    await world.file.save();
    return reply;
  }
  if (path === '/key' && method === 'POST') {
    changeKey(world);
    await world.file.save();
    return redirectReply('/monobank');
  }
  return path === '' && method === 'GET' ? list(world) : null;
}

function lookUp(world: MonobankWorld, id: string): StoredInvoice | null {
  try {
    return findInvoice(world, id);
  } catch (error) {
    if (error instanceof MonobankNo) return null;
    throw error;
  }
}

function press(world: MonobankWorld, invoice: StoredInvoice, form: URLSearchParams): Reply {
  const outcome = form.get('outcome') ?? 'pay';
  if (outcome === 'back') {
    return invoice.failUrl ? redirectReply(invoice.failUrl) : till(invoice, 200);
  }
  if (!isPayable(invoice)) {
    // Pressed twice, or the page was open in a second tab: paid once, and the payer goes on.
    const isDone = invoice.status !== 'expired' && invoice.successUrl !== undefined;
    return isDone ? redirectReply(invoice.successUrl ?? '') : till(invoice, 410);
  }
  const number = (form.get('card') ?? GOOD_CARD).replace(/\D/g, '');
  if (outcome === 'decline') {
    declineInvoice(world, invoice, 'card_declined');
    return till(invoice, 402);
  }
  if (number === POOR_CARD.replaceAll(' ', '')) {
    declineInvoice(world, invoice, 'insufficient_funds');
    return till(invoice, 402);
  }
  if (number !== GOOD_CARD.replaceAll(' ', '')) {
    return till(invoice, 402, `This is not a test card. Use ${GOOD_CARD}.`);
  }
  payInvoice(world, invoice);
  return invoice.successUrl ? redirectReply(invoice.successUrl) : till(invoice, 200);
}

const STYLE_OF_CARD =
  'background:#17130f;color:#fbf8f3;border-radius:16px;padding:1.25rem 1.4rem;margin:0 0 1.25rem;display:grid;gap:2.2rem;max-width:21rem';

function till(invoice: StoredInvoice, status: number, problem?: string): Reply {
  const total = amount(invoice.amount, invoice.ccy);
  const refusal = invoice.status === 'failure' ? refusalOf(invoice) : undefined;
  const notice = problem ?? refusal;
  const summary = html`<section class="sheet"><h2>You are paying for</h2>
<p class="soft">${invoice.destination ?? ''}</p>
<table><tbody>${invoice.basket.map(
    (line) =>
      html`<tr><td>${line.name}<br><span class="soft">${line.qty} × ${amount(line.sum, invoice.ccy)}</span></td><td class="num">${amount(line.sum * line.qty, invoice.ccy)}</td></tr>`,
  )}<tr><th scope="row">Total</th><td class="num"><strong>${total}</strong></td></tr></tbody></table></section>`;
  const body = html`<div style="${STYLE_OF_CARD}" aria-hidden="true"><div style="display:flex;justify-content:space-between;align-items:baseline"><strong style="font-size:1.15rem;letter-spacing:.01em">monobank</strong><span style="opacity:.75;font-size:.8125rem">sandbox</span></div><div style="letter-spacing:.14em;font-variant-numeric:tabular-nums">4444 03•• •••• 1902</div></div>
<h1>Pay ${total}</h1>
${notice ? html`<p class="notice bad" role="alert">${notice}</p>` : null}
<div class="two">${summary}${action(invoice, total)}</div>`;
  return pageReply(status, `Pay ${total} · monobank`, body);
}

function refusalOf({ errCode }: StoredInvoice): string {
  const why = errCode === '59' ? 'There is not enough money on the card' : 'The bank said no';
  return `${why}. Nothing was taken: try again, or take another card.`;
}

function action(invoice: StoredInvoice, total: string): Html {
  const back = invoice.failUrl
    ? html`<p><a href="${invoice.failUrl}">Back to the shop</a></p>`
    : null;
  if (invoice.status === 'expired') {
    return html`<section class="sheet"><p class="notice">This payment page has expired. Nothing was paid.</p>${back}</section>`;
  }
  if (!isPayable(invoice)) {
    const sentence =
      invoice.status === 'processing'
        ? 'The bank is working on this payment.'
        : 'This payment is done.';
    return html`<section class="sheet"><p class="notice good">${sentence}</p>${invoice.successUrl ? html`<p><a class="button" href="${invoice.successUrl}">Back to the shop</a></p>` : null}</section>`;
  }
  return html`<section class="sheet"><h2>Test card</h2>
<form method="post">
<div class="field"><label for="card">Card number</label><input id="card" name="card" inputmode="numeric" value="${GOOD_CARD}" autocomplete="off" aria-describedby="cards"></div>
<p id="cards" class="soft">${POOR_CARD} has no money. No real card is accepted.</p>
<div class="row"><div class="field"><label for="expiry">Expires</label><input id="expiry" name="expiry" value="12 / 34" autocomplete="off"></div><div class="field"><label for="cvc">CVV2</label><input id="cvc" name="cvc" value="123" inputmode="numeric" autocomplete="off"></div></div>
<p><button class="wide" name="outcome" value="pay">Pay ${total}</button></p>
<p><button class="wide quiet" name="outcome" value="decline">Decline the card</button></p>
<p><button class="wide quiet" name="outcome" value="back" formnovalidate>Leave without paying</button></p>
</form></section>`;
}

function list(world: MonobankWorld): Reply {
  const { invoices, deliveries } = world.file.value;
  const newest = Object.keys(invoices).toReversed().slice(0, LISTED_MAX);
  const rows = newest.flatMap((id) => lookUp(world, id) ?? []);
  const body = html`<h1>Monobank</h1>
<p class="soft">Invoices of the stand-in, newest first. Webhooks on their way: ${deliveries.length}.</p>
<form method="post" action="/monobank/key"><p><button class="quiet">Change the signing key</button></p></form>
${
  rows.length === 0
    ? html`<p class="sheet">No invoice yet. Order a calendar and pay with Monobank.</p>`
    : html`<div class="sheet"><table class="list"><thead><tr><th>Invoice</th><th>For</th><th>Status</th><th class="num">Amount</th><th class="num">Given back</th></tr></thead><tbody>${rows.map(row)}</tbody></table></div>`
}`;
  return pageReply(200, 'Monobank', body);
}

function row(invoice: StoredInvoice): Html {
  const returned = invoice.cancelList
    .filter(({ status }) => status === 'success')
    .reduce((sum, cancel) => sum + cancel.amount, 0);
  return html`<tr><td class="break"><a href="/monobank/pay/${invoice.invoiceId}">${invoice.invoiceId}</a></td><td>${invoice.destination ?? ''}</td><td>${invoice.status}</td><td class="num">${amount(invoice.amount, invoice.ccy)}</td><td class="num">${returned > 0 ? amount(returned, invoice.ccy) : '–'}</td></tr>`;
}

function amount(minor: number, ccy: number): string {
  const format = { style: 'currency', currency: CURRENCIES[ccy] ?? 'UAH' } as const;
  return new Intl.NumberFormat('en', format).format(minor / 100);
}
