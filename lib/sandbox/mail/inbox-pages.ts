import { type Exchange, jsonReply, pageReply, type Reply } from '../exchange';
import { html } from '../page';
import type { CaughtMail, MailCatcher } from './catcher';

/** Looks for newer mail while nobody types, and shows it. */
const REFRESH = `
const shown = document.querySelector('[data-newest]').dataset.newest;
setInterval(async () => {
  if (document.activeElement?.id === 'to' || document.hidden) return;
  const list = await fetch('/mail.json' + location.search).then((r) => r.json()).catch(() => null);
  if (list && (list[0]?.id ?? '') !== shown) location.reload();
}, 3000);`;

/** GET /mail, /mail.json (both with ?to=), /mail/:id, /mail/:id/html and /mail/:id/raw. */
export function mailReply(exchange: Exchange, catcher: MailCatcher): Reply | null {
  const { method, url } = exchange;
  if (method !== 'GET') return null;
  const to = url.searchParams.get('to') ?? '';
  if (url.pathname === '/mail.json') {
    return jsonReply(200, catcher.list(to).map(withoutRaw));
  }
  if (url.pathname === '/mail') return inbox(catcher.list(to), to);
  const match = /^\/mail\/([0-9a-f-]{36})(\/html|\/raw)?$/.exec(url.pathname);
  if (!match?.[1]) return null;
  const mail = catcher.find(match[1]);
  if (!mail) return pageReply(404, 'No such mail', html`<h1>There is no such mail</h1>`);
  if (match[2] === '/html') return htmlBody(mail);
  if (match[2] === '/raw') return rawBody(mail);
  return letter(mail);
}

function withoutRaw({ raw: _raw, ...mail }: CaughtMail): Omit<CaughtMail, 'raw'> {
  return mail;
}

function inbox(mails: CaughtMail[], to: string): Reply {
  const rows = mails.map(
    (mail) =>
      html`<tr><td><a href="/mail/${mail.id}">${mail.subject || '(no subject)'}</a></td><td class="break">${mail.to.join(', ')}</td><td class="num">${timeOf(mail)}</td></tr>`,
  );
  const list =
    mails.length === 0
      ? html`<p class="soft">${to ? 'No mail for this receiver.' : 'No mail yet. Everything that the app sends appears here by itself.'}</p>`
      : html`<table class="list"><thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col" class="num">Received (UTC)</th></tr></thead><tbody>${rows}</tbody></table>`;
  const body = html`<div data-newest="${mails[0]?.id}"><h1>Mail</h1>
<form method="get" class="sheet row" role="search"><div><label for="to">Receiver contains</label><input id="to" name="to" value="${to}" autocomplete="off"></div><div style="flex:0 0 auto;align-self:end"><button>Search</button></div></form>
<div class="sheet">${list}</div></div>`;
  return pageReply(200, 'Mail', body, REFRESH);
}

function letter(mail: CaughtMail): Reply {
  const shown = mail.html
    ? html`<iframe title="The letter as a mail program shows it" src="/mail/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
    : html`<p class="soft">This mail has no HTML part.</p>`;
  const body = html`<p><a href="/mail">All mail</a></p><h1>${mail.subject || '(no subject)'}</h1>
<table><tbody><tr><th scope="row">From</th><td class="break">${mail.from}</td></tr><tr><th scope="row">To</th><td class="break">${mail.to.join(', ')}</td></tr><tr><th scope="row">Received</th><td>${timeOf(mail)} UTC</td></tr></tbody></table>
<h2 style="margin-top:1.5rem">Letter</h2>${shown}
<h2 style="margin-top:1.5rem">Text</h2><pre>${mail.text}</pre>
<p><a href="/mail/${mail.id}/raw">Raw message</a></p>`;
  return pageReply(200, mail.subject, body);
}

/** Somebody's HTML: no scripts, no forms, nothing loaded, and links leave the frame. */
function htmlBody(mail: CaughtMail): Reply {
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
    },
    body: `<base target="_blank">${mail.html ?? ''}`,
  };
}

function rawBody(mail: CaughtMail): Reply {
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
    body: mail.raw,
  };
}

function timeOf(mail: CaughtMail): string {
  return mail.receivedAt.slice(0, 19).replace('T', ' ');
}
