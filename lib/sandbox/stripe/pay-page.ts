import { type Exchange, pageReply, type Reply, redirectReply } from '../exchange';
import { html } from '../page';
import { closeDispute, disputeOf, openDispute } from './disputes';
import { declineSession, type Payer, paySession } from './payments';
import { findSession } from './sessions';
import { type StoredSession, StripeRefusal, type World } from './world';

/** Stripe's test numbers: the first pays, the others are refused. */
const GOOD_CARD = '4242 4242 4242 4242';
const BAD_CARDS: Record<string, 'card_declined' | 'insufficient_funds'> = {
  '4000000000000002': 'card_declined',
  '4000000000009995': 'insufficient_funds',
};
/** Currencies without minor units would be shown wrong; we sell in none of them. */
const MINOR_DIGITS = 2;

/** GET /pay/:id shows the till, POST /pay/:id presses one of its buttons (`outcome` = pay, decline or back). */
export async function payReply(world: World, exchange: Exchange): Promise<Reply | null> {
  const [, id, isReceipt] =
    /^\/pay\/(cs_[A-Za-z0-9_]+)(\/receipt)?$/.exec(exchange.url.pathname) ?? [];
  if (!id) return null;
  const stored = lookUp(world, id);
  if (!stored) {
    return pageReply(404, 'No such payment', html`<h1>There is no such payment</h1>`);
  }
  if (exchange.method === 'GET') {
    return isReceipt ? receipt(world, stored) : till(world, stored, 200);
  }
  if (exchange.method !== 'POST' || isReceipt) return null;
  const reply = press(world, stored, new URLSearchParams(exchange.body));
  await world.file.save();
  return reply;
}

function lookUp(world: World, id: string): StoredSession | null {
  try {
    return findSession(world, id);
  } catch (error) {
    if (error instanceof StripeRefusal) return null;
    throw error;
  }
}

function press(world: World, stored: StoredSession, form: URLSearchParams): Reply {
  const { session } = stored;
  const outcome = form.get('outcome') ?? 'pay';
  if (outcome === 'back') {
    return session.cancel_url ? redirectReply(session.cancel_url) : till(world, stored, 200);
  }
  if (outcome.startsWith('dispute')) return pressDispute(world, stored, outcome);
  // Pressed twice, or the page was open in a second tab: paid once, and the customer goes on.
  if (session.status === 'complete') return redirectReply(successUrl(stored));
  if (session.status !== 'open') return till(world, stored, 410);
  const number = (form.get('card') ?? GOOD_CARD).replace(/\D/g, '');
  const payer: Payer = {
    name: (form.get('name') ?? '').slice(0, 200) || 'Test Customer',
    email: (form.get('email') ?? '').slice(0, 200) || session.customer_email,
  };
  const refusal = outcome === 'decline' ? 'card_declined' : BAD_CARDS[number];
  if (refusal) return till(world, stored, 402, declineSession(world, stored, payer, refusal));
  if (number !== GOOD_CARD.replaceAll(' ', '')) {
    return till(world, stored, 402, `Your card number is not a test card. Use ${GOOD_CARD}.`);
  }
  paySession(world, stored, payer);
  return redirectReply(successUrl(stored));
}

function successUrl({ session }: StoredSession): string {
  return (session.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}

function till(world: World, stored: StoredSession, status: number, problem?: string): Reply {
  const total = totalOf(stored);
  const notice = problem ? html`<p class="notice bad" role="alert">${problem}</p>` : null;
  const body = html`<h1>Pay ${total}</h1>${notice}<div class="two">${summaryOf(stored)}${action(world, stored, total)}</div>`;
  return pageReply(status, `Pay ${total}`, body);
}

function totalOf({ session }: StoredSession): string {
  return amount(session.amount_total ?? 0, session.currency ?? '');
}

function summaryOf(stored: StoredSession) {
  const { session, lineItems } = stored;
  const total = totalOf(stored);
  return html`<section class="sheet"><h2>You are paying for</h2>
<p class="soft">${session.metadata?.reference ?? ''}</p>
<table><tbody>${lineItems.map(
    (line) =>
      html`<tr><td>${line.description}<br><span class="soft">${line.quantity} × ${amount(line.price?.unit_amount ?? 0, line.currency)}</span></td><td class="num">${amount(line.amount_total, line.currency)}</td></tr>`,
  )}<tr><th scope="row">Total</th><td class="num"><strong>${total}</strong></td></tr></tbody></table></section>`;
}

/** What the real service shows under the charge's receipt_url. */
function receipt(world: World, stored: StoredSession): Reply {
  const charge = chargeOf(world, stored);
  if (!charge?.paid) return pageReply(404, 'No receipt', html`<h1>Nothing was paid here</h1>`);
  const date = new Date(charge.created * 1000).toISOString().slice(0, 10);
  const body = html`<h1>Receipt</h1><p class="soft">${date} · ${charge.receipt_email ?? ''} · ${charge.id}</p>${summaryOf(stored)}`;
  return pageReply(200, 'Receipt', body);
}

function chargeOf(world: World, { session }: StoredSession) {
  const { intents, charges } = world.file.value;
  return charges[String(intents[String(session.payment_intent)]?.latest_charge)];
}

function pressDispute(world: World, stored: StoredSession, outcome: string): Reply {
  const charge = chargeOf(world, stored);
  if (!charge?.paid) return till(world, stored, 409);
  if (outcome === 'dispute') openDispute(world, charge);
  else closeDispute(world, charge, outcome === 'dispute-won' ? 'won' : 'lost');
  return redirectReply(`${world.baseUrl}/pay/${stored.session.id}`);
}

/** What the payer's bank may do with a payment that is done. */
function disputeForm(world: World, stored: StoredSession) {
  const charge = chargeOf(world, stored);
  if (!charge?.paid) return null;
  const dispute = disputeOf(world, charge.id);
  if (!dispute) {
    return html`<form method="post"><p><button class="wide quiet" name="outcome" value="dispute">Dispute this payment at the bank</button></p></form>`;
  }
  if (dispute.status !== 'needs_response') {
    return html`<p class="notice">The dispute was ${dispute.status} by the shop.</p>`;
  }
  return html`<form method="post"><p class="notice bad">The payer disputes this payment.</p>
<p><button class="wide quiet" name="outcome" value="dispute-won">Decide for the shop</button></p>
<p><button class="wide quiet" name="outcome" value="dispute-lost">Decide for the payer</button></p></form>`;
}

function action(world: World, stored: StoredSession, total: string) {
  const { session } = stored;
  if (session.status === 'complete') {
    return html`<section class="sheet"><p class="notice good">This payment is done.</p><p><a class="button" href="${successUrl(stored)}">Back to the shop</a></p>${disputeForm(world, stored)}</section>`;
  }
  const back = session.cancel_url
    ? html`<p><a href="${session.cancel_url}">Back to the shop</a></p>`
    : null;
  if (session.status !== 'open') {
    return html`<section class="sheet"><p class="notice">This payment page has expired. Nothing was paid.</p>${back}</section>`;
  }
  return html`<section class="sheet"><h2>Test card</h2>
<form method="post">
<div class="field"><label for="email">E-mail</label><input id="email" name="email" type="email" value="${session.customer_email}" autocomplete="off"></div>
<div class="field"><label for="card">Card number</label><input id="card" name="card" inputmode="numeric" value="${GOOD_CARD}" autocomplete="off" aria-describedby="cards"></div>
<p id="cards" class="soft">4000 0000 0000 0002 is declined, 4000 0000 0000 9995 has no money. No real card is accepted.</p>
<div class="row"><div class="field"><label for="expiry">Expires</label><input id="expiry" name="expiry" value="12 / 34" autocomplete="off"></div><div class="field"><label for="cvc">CVC</label><input id="cvc" name="cvc" value="123" inputmode="numeric" autocomplete="off"></div></div>
<div class="field"><label for="name">Name on the card</label><input id="name" name="name" value="Test Customer" autocomplete="off"></div>
<p><button class="wide" name="outcome" value="pay">Pay ${total}</button></p>
<p><button class="wide quiet" name="outcome" value="decline">Decline the card</button></p>
<p><button class="wide quiet" name="outcome" value="back" formnovalidate>Cancel and go back</button></p>
</form></section>`;
}

function amount(minor: number, currency: string): string {
  const format = { style: 'currency', currency: currency.toUpperCase() } as const;
  return new Intl.NumberFormat('en', format).format(minor / 10 ** MINOR_DIGITS);
}
