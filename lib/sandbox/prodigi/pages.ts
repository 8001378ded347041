import { type Exchange, jsonReply, pageReply, type Reply, redirectReply } from '../exchange';
import { type Html, html } from '../page';
import { prodigiApiReply } from './api';
import { advance, changed, isBroken, refuse } from './progress';
import type { ProdigiOrder, ProdigiWorld } from './world';

/** Everything below /prodigi: the interface itself, the house's desk, and its list for tests. */
export async function prodigiReply(world: ProdigiWorld, exchange: Exchange): Promise<Reply | null> {
  const { method, url } = exchange;
  if (url.pathname.startsWith('/prodigi/v4.0/')) return prodigiApiReply(world, exchange);
  const orders = Object.values(world.file.value.orders).map(({ order }) => order);
  if (method === 'GET' && url.pathname === '/prodigi.json') {
    return jsonReply(200, { submits: world.submits, orders });
  }
  if (method === 'GET' && url.pathname === '/prodigi') return desk(orders.reverse());
  const id = /^\/prodigi\/orders\/(ord_\d+)$/.exec(url.pathname)?.[1];
  const order = id ? world.file.value.orders[id]?.order : undefined;
  if (method !== 'POST' || !order) return null;
  await press(world, order, new URLSearchParams(exchange.body).get('press') ?? '');
  return redirectReply('/prodigi');
}

async function press(world: ProdigiWorld, order: ProdigiOrder, button: string): Promise<void> {
  if (order.status.stage !== 'InProgress') return;
  if (button === 'next' && !isBroken(order)) return advance(world, order.id);
  if (button === 'refuse') refuse(order, 'A page of the print file is not readable.');
  else if (button === 'cancel') order.status.stage = 'Cancelled';
  else return;
  await changed(world, order);
}

function desk(orders: readonly ProdigiOrder[]): Reply {
  const list =
    orders.length === 0
      ? html`<p class="sheet soft">Nothing was ordered yet.</p>`
      : html`${orders.map(sheetOf)}`;
  const body = html`<h1>Print house</h1><p>Prodigi’s Print API, version 4. Orders go on by themselves after a while; the buttons do it at once.</p>${list}`;
  return pageReply(200, 'Print house', body);
}

function sheetOf(order: ProdigiOrder): Html {
  const { stage, issues, details } = order.status;
  const steps = Object.entries(details)
    .map(([name, state]) => `${name} ${state}`)
    .join(' · ');
  return html`<section class="sheet"><h2>${order.id} · ${order.merchantReference ?? ''}</h2>
<p><strong>${stage}</strong> <span class="soft">${steps}</span></p>
${issues.map(({ description }) => html`<p class="notice bad">${description}</p>`)}
<ul>${order.items.map(({ sku, copies, assets }) => html`<li>${copies} × ${sku}, ${assets[0]?.pageCount ?? '?'} pages, <a href="${assets[0]?.url}">print file</a></li>`)}</ul>
${order.shipments.map(({ carrier, tracking }) => html`<p>${carrier.name} <a href="${tracking.url}">${tracking.number}</a></p>`)}
${stage === 'InProgress' ? buttons(order) : null}</section>`;
}

function buttons(order: ProdigiOrder): Html {
  const next = isBroken(order) ? null : html`<button name="press" value="next">Next step</button> `;
  return html`<form method="post" action="/prodigi/orders/${order.id}"><p>${next}<button class="quiet" name="press" value="refuse">Refuse the files</button> <button class="quiet" name="press" value="cancel">Cancel</button></p></form>`;
}
