import { type Exchange, jsonReply, pageReply, type Reply, redirectReply } from '../exchange';
import { type Html, html } from '../page';
import { linesOf, payInvoice, pressButton, say, setStopped } from './actions';
import { launchData } from './launch';
import {
  type ChatLine,
  nowSeconds,
  PEOPLE,
  type Person,
  personById,
  type TelegramWorld,
} from './world';

const COMMANDS = ['/start', '/stars', '/balance', '/paysupport', '/terms', '/help'];
const TEXT_MAX = 4096;

/** Loads the chat anew when something was said in it. */
const FOLLOW = `
const shown=document.querySelectorAll('[data-line]').length;
addEventListener('load',()=>scrollTo(0,document.body.scrollHeight));
setInterval(async()=>{try{const a=await fetch(location.pathname+'.json');const{count}=await a.json();
if(count!==shown&&document.activeElement?.value!==undefined&&document.activeElement.tagName==='INPUT'&&document.activeElement.value)return;
if(count!==shown)location.reload()}catch{}},800);`;

/** Pages below /telegram: chats of the demo people with the bot, and invoices. */
export async function telegramPageReply(
  world: TelegramWorld,
  exchange: Exchange,
): Promise<Reply | null> {
  const { pathname, searchParams } = exchange.url;
  const isPost = exchange.method === 'POST';
  if (pathname === '/telegram' && !isPost) return people('Chats with the bot', null);
  if (pathname === '/telegram/open' && !isPost) {
    return people('Who opens the chat?', searchParams.get('start') ?? '');
  }
  const invoice = /^\/telegram\/invoice\/([A-Za-z0-9]+)$/.exec(pathname)?.[1];
  if (invoice) return invoiceReply(world, exchange, invoice);
  const parts = /^\/telegram\/chat\/(\d+)(\.json|\/[a-z]+)?$/.exec(pathname);
  const person = parts ? personById(Number(parts[1])) : null;
  if (!person) return null;
  if (!isPost) {
    return parts?.[2] === '.json'
      ? jsonReply(200, { count: linesOf(world, person).length, lines: linesOf(world, person) })
      : chat(world, person);
  }
  const form = new URLSearchParams(exchange.body);
  if (parts?.[2] === '/say') say(world, person, (form.get('text') ?? '').slice(0, TEXT_MAX));
  else if (parts?.[2] === '/press') pressButton(world, person, form.get('data') ?? '');
  else if (parts?.[2] === '/stop') setStopped(world, person, form.get('stopped') === 'true');
  else return null;
  await world.file.save();
  return redirectReply(`/telegram/chat/${person.id}`);
}

function nameOf(person: Person): string {
  return [person.first_name, person.last_name].filter(Boolean).join(' ');
}

function people(title: string, start: string | null): Reply {
  const rows = PEOPLE.map((person) => {
    const open =
      start === null
        ? html`<a class="button quiet" href="/telegram/chat/${person.id}">Open</a>`
        : html`<form method="post" action="/telegram/chat/${person.id}/say"><input type="hidden" name="text" value="${`/start ${start}`.trim()}"><button aria-label="${`Start as ${nameOf(person)}`}">Start</button></form>`;
    return html`<tr><td><strong>${nameOf(person)}</strong><br><span class="soft">@${person.username} · ${person.language_code}</span></td><td class="num">${open}</td></tr>`;
  });
  const body = html`<h1>${title}</h1><p class="soft">These people exist only here. Their stars cost nothing.</p>
<section class="sheet"><table><tbody>${rows}</tbody></table></section>`;
  return pageReply(200, title, body);
}

function chat(world: TelegramWorld, person: Person): Reply {
  const isStopped = world.file.value.stopped.includes(person.id);
  const path = `/telegram/chat/${person.id}`;
  const quick = COMMANDS.map(
    (command) =>
      html`<form method="post" action="${path}/say"><button class="quiet small" name="text" value="${command}">${command}</button></form>`,
  );
  const lines = linesOf(world, person);
  const body = html`<p><a href="/telegram">All chats</a></p><h1>Twelvefold bot</h1>
<p class="soft">${nameOf(person)} (@${person.username}) writes from here.</p>
<section class="sheet" aria-label="Messages">${
    lines.length === 0 ? html`<p class="soft">Nothing yet. Press /start.</p>` : null
  }${lines.map((line) => bubble(person, line))}</section>
<div class="row" style="gap:.5rem;margin:0 0 1rem">${quick}</div>
<form method="post" action="${path}/say" class="row fields"><div class="field" style="flex:4 1 12rem"><label for="text">Message</label><input id="text" name="text" required autocomplete="off" autofocus></div><div><button class="wide">Send</button></div></form>
<form method="post" action="${path}/stop" style="margin-top:1.5rem"><input type="hidden" name="stopped" value="${isStopped ? 'false' : 'true'}"><button class="quiet">${isStopped ? 'Start the bot again' : 'Stop the bot'}</button></form>`;
  return pageReply(200, `Chat of ${nameOf(person)}`, body, FOLLOW);
}

function bubble(person: Person, line: ChatLine): Html {
  const side = line.isBot
    ? 'background:var(--linen);margin:0 20% .75rem 0'
    : 'background:#e2f0e7;margin:0 0 .75rem 20%';
  const buttons = line.buttons.map((button) => {
    if (button.url) {
      return html`<p style="margin:.5rem 0 0"><a class="button quiet wide" href="${button.url}">${button.text}</a></p>`;
    }
    if (button.web_app) {
      const url = `${button.web_app.url}#tgWebAppData=${encodeURIComponent(launchData(person, nowSeconds()))}&tgWebAppVersion=9.0&tgWebAppPlatform=sandbox`;
      return html`<p style="margin:.5rem 0 0"><a class="button wide" href="${url}">${button.text}</a></p>`;
    }
    return html`<form method="post" action="/telegram/chat/${person.id}/press" style="margin:.5rem 0 0"><button class="quiet wide" name="data" value="${button.callback_data}">${button.text}</button></form>`;
  });
  return html`<div data-line style="${`${side};border-radius:14px;padding:.75rem 1rem;white-space:pre-wrap;overflow-wrap:anywhere`}">${line.text}${buttons}</div>`;
}

async function invoiceReply(
  world: TelegramWorld,
  exchange: Exchange,
  slug: string,
): Promise<Reply | null> {
  const { invoices } = world.file.value;
  const invoice = Object.hasOwn(invoices, slug) ? invoices[slug] : undefined;
  if (!invoice) return null;
  const chosen = new URLSearchParams(exchange.body).get('person');
  const payer = personById(Number(chosen)) ?? PEOPLE[0];
  let notice: Html | null = null;
  if (exchange.method === 'POST' && payer) {
    const refusal = await payInvoice(world, invoice, payer);
    notice =
      refusal === null
        ? html`<p class="notice good" role="status">Paid: ${invoice.amount} ★. <a href="/telegram/chat/${payer.id}">Open the chat</a>, or <a href="${`${world.appUrl}/account/stars`}">go back to the shop</a>.</p>`
        : html`<p class="notice bad" role="alert">${refusal}</p>`;
  }
  const options = PEOPLE.map((person) =>
    person.id === payer?.id
      ? html`<option value="${person.id}" selected>${nameOf(person)}</option>`
      : html`<option value="${person.id}">${nameOf(person)}</option>`,
  );
  const body = html`<h1>${invoice.title}</h1>${notice}<section class="sheet"><p>${invoice.description}</p>
<form method="post"><div class="field"><label for="person">Who pays</label><select id="person" name="person">${options}</select></div>
<p><button class="wide">Pay ${invoice.amount} ★</button></p></form></section>`;
  return pageReply(200, `Invoice: ${invoice.title}`, body);
}
