import { ZodError } from 'zod';
import { type Exchange, jsonReply, pageReply, type Reply, redirectReply } from './exchange';
import { type FaultBox, type Faults, FaultsSchema } from './faults';
import { type Html, html } from './page';

const LABELS: Record<keyof Faults, string> = {
  latencyMs: 'Stripe: wait before each answer (ms)',
  errorRate: 'Stripe: part of calls answered with 500 (0 to 1)',
  errorCount: 'Stripe: answer the next calls with 500 (how many)',
  hangCount: 'Stripe: do the next calls but never answer (how many)',
  dropCount: 'Stripe: do the next calls but cut the connection (how many)',
  payment: 'Payments end',
  refund: 'Refunds end',
  laterMs: 'How long “later” is (ms)',
  amountOffsetMinor: 'Report another amount: add (minor units)',
  webhookCopies: 'Webhooks: send each so often',
  webhookReorder: 'Webhooks: last first',
  webhookLossRate: 'Webhooks: part that is lost (0 to 1)',
  webhookDelayMs: 'Webhooks: send late by (ms)',
  webhookForged: 'Webhooks: send a forged one before each',
  mail: 'Mail server',
};

const CHOICES: Partial<Record<keyof Faults, Record<string, string>>> = {
  payment: { 'at-once': 'at once', later: 'later, well', 'fails-later': 'later, refused' },
  refund: { 'at-once': 'at once', later: 'later, well', 'fails-later': 'later, refused' },
  webhookReorder: { false: 'no', true: 'yes' },
  webhookForged: { false: 'no', true: 'yes' },
  mail: { accepts: 'accepts', busy: 'says “try later” (451)', refuses: 'refuses (550)' },
};

/** GET /faults and /faults.json, POST /faults (form or JSON, changes what is named), POST /faults/reset. */
export function faultsReply(exchange: Exchange, faults: FaultBox): Reply | null {
  const { method, url } = exchange;
  const isJson = (exchange.headers['content-type'] ?? '').startsWith('application/json');
  if (method === 'GET' && url.pathname === '/faults.json') return jsonReply(200, faults.current);
  if (method === 'GET' && url.pathname === '/faults') return page(200, faults.current);
  if (method !== 'POST') return null;
  if (url.pathname === '/faults/reset') {
    faults.reset();
    return isJson ? jsonReply(200, faults.current) : redirectReply('/faults');
  }
  if (url.pathname !== '/faults') return null;
  try {
    faults.change(
      isJson ? JSON.parse(exchange.body) : Object.fromEntries(new URLSearchParams(exchange.body)),
    );
  } catch (error) {
    if (!(error instanceof ZodError || error instanceof SyntaxError)) throw error;
    return isJson
      ? jsonReply(400, { error: error.message })
      : page(400, faults.current, 'One of the values cannot be used. Nothing was changed.');
  }
  return isJson ? jsonReply(200, faults.current) : redirectReply('/faults');
}

function page(status: number, current: Faults, problem?: string): Reply {
  const names = Object.keys(FaultsSchema.shape) as (keyof Faults)[];
  const body = html`<h1>Faults</h1>
<p class="soft">What the services do wrong from now on. A restart forgets all of it.</p>
${problem ? html`<p class="notice bad" role="alert">${problem}</p>` : null}
<form method="post" action="/faults" class="sheet">
<div class="two">${names.map((name) => field(name, String(current[name])))}</div>
<p><button>Save</button> <button class="quiet" formaction="/faults/reset">A good day again</button></p>
</form>`;
  return pageReply(status, 'Faults', body);
}

function field(name: keyof Faults, value: string): Html {
  const choices = CHOICES[name];
  const control = choices
    ? html`<select id="${name}" name="${name}">${Object.entries(choices).map(([key, label]) =>
        key === value
          ? html`<option value="${key}" selected>${label}</option>`
          : html`<option value="${key}">${label}</option>`,
      )}</select>`
    : html`<input id="${name}" name="${name}" value="${value}" inputmode="decimal" required>`;
  return html`<div class="field"><label for="${name}">${LABELS[name]}</label>${control}</div>`;
}
