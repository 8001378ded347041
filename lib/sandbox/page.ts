import { escapeHtml } from '@/lib/core/escape-html';

/** Markup that is safe to send: made by `html` only, which escapes everything put into it. */
export type Html = { readonly markup: string };

type Piece = Html | readonly Html[] | string | number | null | undefined | false;

/** Tagged template: text is escaped, nested `html` is not escaped twice, null and false show nothing. */
export function html(strings: TemplateStringsArray, ...values: Piece[]): Html {
  const parts = strings.map((text, index) => text + pieceMarkup(values[index]));
  return { markup: parts.join('') };
}

function pieceMarkup(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escapeHtml(String(piece));
  if ('markup' in piece) return piece.markup;
  return piece.map((part) => part.markup).join('');
}

const STYLE = `
:root{color-scheme:light;--paper:#fbf8f3;--sheet:#fff;--linen:#f2ece2;--line:#ddd3c4;--ink:#221d18;--soft:#5a5147;--accent:#a63d22;--good:#2c6b45;--bad:#a3241f}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 ui-sans-serif,system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}
h1,h2{font-family:Georgia,'Times New Roman',serif;font-weight:500;line-height:1.15;margin:0 0 .6em}
h1{font-size:2rem}h2{font-size:1.25rem}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.ribbon{background:#221d18;color:#fbf8f3;padding:.5rem 1rem;font-size:.875rem;display:flex;gap:1rem;flex-wrap:wrap;align-items:baseline}
.ribbon a{color:#f8e6df}.ribbon strong{letter-spacing:.08em;text-transform:uppercase;font-size:.75rem}
main{max-width:60rem;margin:0 auto;padding:2rem 1rem 4rem}
.sheet{background:var(--sheet);border:1px solid var(--line);border-radius:14px;padding:1.5rem;margin:0 0 1.25rem}
.soft{color:var(--soft)}.num{font-variant-numeric:tabular-nums;white-space:nowrap;text-align:right;padding-right:0}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.6rem .75rem .6rem 0;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:600;font-size:.875rem;color:var(--soft)}
label{display:block;font-weight:600;font-size:.9375rem;margin:0 0 .3rem}
input,select{font:inherit;width:100%;padding:.6rem .7rem;border:1px solid #8f8372;border-radius:8px;background:#fff;color:inherit;min-height:44px}
input[type=checkbox]{width:auto;min-height:0}
.field{margin:0 0 1rem}.row{display:flex;gap:1rem;flex-wrap:wrap}.row>*{flex:1 1 8rem}
button,.button{font:inherit;font-weight:600;line-height:1.2;display:inline-block;padding:.8rem 1.4rem;border-radius:8px;border:1px solid var(--accent);background:var(--accent);color:#fff;cursor:pointer;text-decoration:none;min-height:44px}
.quiet{background:transparent;color:var(--ink);border-color:#8f8372}
.wide{width:100%;text-align:center}
.notice{border-radius:8px;padding:.75rem 1rem;margin:0 0 1rem;background:#fbeecb}.notice.bad{background:#fbe3e0;color:#7c1a16}.notice.good{background:#e2f0e7;color:#1f5134}
.two{display:grid;gap:1.25rem;grid-template-columns:1fr;align-items:start}@media(min-width:48rem){.two{grid-template-columns:1fr 1fr}}
.fields{align-items:end}.fields .field{margin:0}.sheet h2:not(:first-child){margin-top:2rem}
.pair{display:grid;gap:1.25rem}@media(min-width:40rem){.pair{grid-template-columns:1fr 15rem}}.pair img{display:block;width:100%;height:auto;border-radius:8px;margin:0 0 .5rem}.pair p{margin:.5rem 0}.small{font-size:.875rem}
@media(max-width:36rem){.list thead{display:none}.list tr{display:block;padding:.6rem 0;border-bottom:1px solid var(--line)}.list td{display:block;padding:.1rem 0;border:0;text-align:left}}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--linen);padding:1rem;border-radius:8px;font-size:.875rem}
iframe{width:100%;height:46rem;border:1px solid var(--line);border-radius:8px;background:#fff}
.break{overflow-wrap:anywhere}
`;

/** A whole page of the sandbox, marked as such at its top. */
export function pageMarkup(
  title: string,
  body: Html,
  script?: { nonce: string; code: string },
): string {
  const page = html`<div class="ribbon" role="note"><strong>Sandbox</strong><span>Nothing here is real: no money moves, no mail leaves this computer.</span><a href="/">Services</a><a href="/fal">Pictures</a><a href="/prodigi">Print house</a><a href="/nova-poshta">Parcels</a><a href="/telegram">Telegram</a><a href="/mail">Mail</a><a href="/faults">Faults</a></div><main>${body}</main>`;
  const code = script ? `<script nonce="${script.nonce}">${script.code}</script>` : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)} · Sandbox</title><style>${STYLE}</style></head><body>${page.markup}${code}</body></html>`;
}
