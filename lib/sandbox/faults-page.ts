import { ZodError } from 'zod';
import { type Exchange, jsonReply, pageReply, type Reply, redirectReply } from './exchange';
import { type FaultBox, type Faults, FaultsSchema } from './faults';
import { type Html, html } from './page';

const LABELS: Record<keyof Faults, string> = {
  latencyMs: 'Wait before each answer (ms)',
  errorRate: 'Part of calls answered with 500 (0 to 1)',
  errorCount: 'Answer the next calls with 500 (how many)',
  hangCount: 'Do the next calls but never answer (how many)',
  dropCount: 'Do the next calls, cut the line (how many)',
  payment: 'Payments end',
  refund: 'Refunds end',
  laterMs: 'How long “later” is (ms)',
  amountOffsetMinor: 'Report another amount: add (minor units)',
  webhookCopies: 'Send each so often',
  webhookReorder: 'Last first',
  webhookLossRate: 'Part that is lost (0 to 1)',
  webhookDelayMs: 'Send late by (ms)',
  webhookForged: 'Send a forged one before each',
  monobankSpeed: 'Repeats come after 60 s and 600 s, times',
  monobankBusyCount: 'Answer the next calls with 429 (how many)',
  monobankKeyChangeCount: 'Change the key before the next webhooks (how many)',
  telegramBusyCount: 'Tell the bot to wait (429, how many calls)',
  mail: 'Mail server',
  falSpeed: 'Pace (1 usual, 0 without waiting)',
  falPictures: 'Pictures are',
  falSubmitErrorCount: 'Refuse the next requests (how many)',
  falSubmitErrorStatus: '… with this status',
  falSubmitDropCount: 'Take the next, cut the line (how many)',
  falSubmitHangCount: 'Take the next, never answer (how many)',
  falSubmitLateCount: 'Answer the next after their webhook (how many)',
  falReadErrorCount: 'Answer the next questions with 500 (how many)',
  falInvalidCount: 'The next inputs are unusable (422, how many)',
  falInvalidType: '… because',
  falBlockedCount: 'The policy refuses the next (422, how many)',
  falUnsafeCount: 'The next are flagged and black (how many)',
  falBlackCount: 'The next are black, not flagged (how many)',
  falBreakCount: 'The next requests break down (500, how many)',
  falTrainingBreakCount: 'The next trainings break half-way (how many)',
  falPartial: 'Every second picture breaks down',
  falStuckCount: 'The next requests run for ever (how many)',
  falResultGoneCount: 'The next results are gone (404, how many)',
  falFileErrorCount: 'The next file downloads fail (500, how many)',
  prodigiStepMs: 'Each step takes (ms, 0 by hand)',
  prodigiErrorCount: 'Answer the next calls with 500 (how many)',
  prodigiDropCount: 'Take the next orders, cut the line (how many)',
  prodigiRejectCount: 'Refuse the files of the next orders (how many)',
  falLocked: 'The key is locked (403, no balance)',
  carrierStepMs: 'Each step takes (ms, 0 by hand)',
  carrierErrorCount: 'Answer the next calls with 500 (how many)',
  carrierDropCount: 'Make the next waybills, cut the line (how many)',
  carrierHangCount: 'Make the next waybills, never answer (how many)',
  carrierRefuseCount: 'Refuse the next waybills (how many)',
};

const GROUPS: { title: string; has: (name: keyof Faults) => boolean }[] = [
  {
    title: 'Payments',
    has: (name) => !/^(webhook|mail|monobank|telegram|fal|prodigi|carrier)/.test(name),
  },
  { title: 'Webhooks', has: (name) => name.startsWith('webhook') },
  { title: 'Monobank', has: (name) => name.startsWith('monobank') },
  { title: 'Telegram', has: (name) => name.startsWith('telegram') },
  { title: 'Picture models', has: (name) => name.startsWith('fal') },
  { title: 'Print house', has: (name) => name.startsWith('prodigi') },
  { title: 'Nova Poshta', has: (name) => name.startsWith('carrier') },
  { title: 'Mail', has: (name) => name.startsWith('mail') },
];

const CHOICES: Partial<Record<keyof Faults, Record<string, string>>> = {
  payment: { 'at-once': 'at once', later: 'later, well', 'fails-later': 'later, refused' },
  refund: { 'at-once': 'at once', later: 'later, well', 'fails-later': 'later, refused' },
  webhookReorder: { false: 'no', true: 'yes' },
  webhookForged: { false: 'no', true: 'yes' },
  falPictures: { painted: 'painted', plain: 'plain and quick' },
  falSubmitErrorStatus: Object.fromEntries(
    [400, 404, 422, 429, 500, 502, 503, 504].map((status) => [status, String(status)]),
  ),
  falPartial: { false: 'no', true: 'yes' },
  falLocked: { false: 'no', true: 'yes' },
  falInvalidType: {
    value_error: 'a value is wrong',
    image_too_small: 'the image is too small',
    image_load_error: 'the image cannot be read',
    file_download_error: 'the file cannot be fetched',
    invalid_archive: 'the archive cannot be read',
    face_detection_error: 'no face was found',
    no_media_generated: 'nothing came out',
  },
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
${GROUPS.map(
  ({ title, has }) =>
    html`<h2>${title}</h2><div class="two fields">${names.filter(has).map((name) => field(name, String(current[name])))}</div>`,
)}
<p style="margin-top:2rem"><button>Save</button> <button class="quiet" formaction="/faults/reset">A good day again</button></p>
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
