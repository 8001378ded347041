import { type Exchange, pageReply, type Reply, redirectReply } from '../exchange';
import { SANDBOX_NOVA_POSHTA_KEY } from '../keys';
import { type Html, html } from '../page';
import { kyivTime, STATUS_WORDS, statusOf } from './tracking';
import type { Document, NovaPoshtaWorld } from './world';

/** What can be done with a parcel by hand, in the order in which it usually happens. */
const COURSES = [
  '1',
  '4',
  '5',
  '6',
  '101',
  '7',
  '8',
  '9',
  '104',
  '112',
  '111',
  '103',
  '102',
  '105',
];

const SHOWN_MAX = 200;

/** GET /nova-poshta: every waybill and where it is; POST /nova-poshta/<number>: puts it somewhere. */
export async function parcelsReply(
  world: NovaPoshtaWorld,
  exchange: Exchange,
): Promise<Reply | null> {
  const { method, url } = exchange;
  if (method === 'GET' && url.pathname === '/nova-poshta') return page(world);
  const number = /^\/nova-poshta\/(\d{14})$/.exec(url.pathname)?.[1];
  const document = world.file.value.documents.find((candidate) => candidate.number === number);
  if (method !== 'POST' || !document) return null;
  const code = new URLSearchParams(exchange.body).get('code') ?? '';
  if (!COURSES.includes(code)) return { status: 400, body: 'No such status.' };
  document.course = { code, atMs: Date.now() };
  await world.file.save();
  return redirectReply('/nova-poshta');
}

function page(world: NovaPoshtaWorld): Reply {
  const documents = [...world.file.value.documents].reverse().slice(0, SHOWN_MAX);
  const stepMs = world.faults.current.carrierStepMs;
  const body = html`<h1>Nova Poshta</h1>
<p class="soft">${stepMs === 0 ? 'Parcels move by hand only.' : `Parcels go one step further every ${Math.round(stepMs / 1000)} seconds, until they are moved by hand.`} Change it at <a href="/faults">Faults</a>.</p>
${documents.length === 0 ? html`<p class="sheet">No waybill was made yet.</p>` : html`<div class="sheet"><table class="list"><thead><tr><th>Waybill</th><th>To</th><th>Where it is</th></tr></thead><tbody>${documents.map((document) => row(world, document))}</tbody></table></div>`}`;
  return pageReply(200, 'Nova Poshta', body);
}

function row(world: NovaPoshtaWorld, document: Document): Html {
  const now = statusOf(world, document);
  const label = `/nova-poshta/orders/printMarking100x100/orders[]/${document.number}/type/pdf/apiKey/${SANDBOX_NOVA_POSHTA_KEY}/zebra`;
  return html`<tr><td><a href="${label}">${document.number}</a><br><span class="soft small">${document.clientNumber}<br>${kyivTime(document.createdAtMs)} · ${document.price} UAH</span></td>
<td>${document.recipient}<br><span class="soft small">${document.city}, ${document.address}</span></td>
<td>${now.code === '2' ? html`<span class="soft">${STATUS_WORDS['2'] ?? ''}</span>` : html`<form method="post" action="/nova-poshta/${document.number}"><label class="small" for="c${document.number}">Status</label><select id="c${document.number}" name="code">${COURSES.map((code) => (code === now.code ? html`<option value="${code}" selected>${code} ${STATUS_WORDS[code] ?? ''}</option>` : html`<option value="${code}">${code} ${STATUS_WORDS[code] ?? ''}</option>`))}</select><p><button class="quiet">Move it there</button></p></form>`}</td></tr>`;
}
