import { escapeHtml } from '@/lib/core/escape-html';
import type { MailBlock, MailContent, MailCopy } from './mail-content';

/** Widest that desktop mail programs show without scrolling. */
const WIDTH_PX = 600;

const INK = '#221d18';
const INK_SOFT = '#5a5147';
const PAPER = '#fbf8f3';
const SHEET = '#ffffff';
const LINEN = '#f2ece2';
const LINE = '#ddd3c4';
const ACCENT = '#a63d22';

const SERIF = "Georgia, 'Times New Roman', serif";
const SANS = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

// Inline styles are all that every mail program reads; the sheet below only adds the dark look for those that can.
const DARK = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .tf-paper { background: #1c1814 !important; }
  .tf-sheet { background: #26211b !important; border-color: #41392f !important; }
  .tf-ink { color: #f4ede2 !important; }
  .tf-soft { color: #c5b9a8 !important; }
  .tf-linen { background: #332c24 !important; }
  .tf-line { border-color: #41392f !important; }
  .tf-link { color: #f0a58d !important; }
}`;

/** The letter in HTML: tables and inline styles, because mail programs know little else. Escapes everything it is given. */
export function frameHtml(
  content: MailContent,
  copy: MailCopy,
  unsubscribeUrl: string | null,
): string {
  const blocks = content.blocks.map((block) => blockHtml(block, copy)).join('\n');
  return `<!doctype html>
<html lang="${copy.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(content.subject)}</title>
<style>${DARK}</style>
</head>
<body class="tf-paper" style="margin:0;padding:0;background:${PAPER}">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(content.preview)}</div>
<table role="presentation" class="tf-paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${PAPER}">
<tr><td align="center" style="padding:32px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:${WIDTH_PX}px">
<tr><td class="tf-ink" style="padding:0 8px 20px;font:500 22px/1.2 ${SERIF};color:${INK}">Twelvefold</td></tr>
<tr><td class="tf-sheet" style="background:${SHEET};border:1px solid ${LINE};border-radius:14px;padding:36px 32px">
<h1 class="tf-ink" style="margin:0 0 20px;font:500 28px/1.2 ${SERIF};color:${INK}">${escapeHtml(content.heading)}</h1>
${blocks}
</td></tr>
<tr><td class="tf-soft" style="padding:20px 8px 0;font:13px/1.5 ${SANS};color:${INK_SOFT}">
${escapeHtml(copy.t('frame.footer'))}<br>${escapeHtml(copy.t('frame.why'))}${leaveHtml(copy, unsubscribeUrl)}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function leaveHtml(copy: MailCopy, url: string | null): string {
  if (url === null) return '';
  const label = escapeHtml(copy.t('frame.unsubscribe'));
  return `<br><a class="tf-soft" href="${escapeHtml(url)}" style="color:${INK_SOFT}">${label}</a>`;
}

function blockHtml(block: MailBlock, copy: MailCopy): string {
  switch (block.kind) {
    case 'text':
      return `<p class="tf-ink" style="margin:0 0 20px;font:16px/1.55 ${SANS};color:${INK}">${lines(block.text)}</p>`;
    case 'note':
      return `<p class="tf-soft" style="margin:0 0 16px;font:14px/1.55 ${SANS};color:${INK_SOFT}">${lines(block.text)}</p>`;
    case 'code':
      return `<p class="tf-linen tf-ink" style="margin:0 0 24px;padding:18px;background:${LINEN};border-radius:8px;text-align:center;font:600 ${block.code.length > 8 ? '18px/1.4' : '32px/1'} 'SF Mono',Consolas,monospace;letter-spacing:${block.code.length > 8 ? 1 : 8}px;color:${INK}">${escapeHtml(block.code)}</p>`;
    case 'button':
      return buttonHtml(block.label, block.url, copy);
    case 'facts':
      return factsHtml(block.rows);
    case 'items':
      return itemsHtml(block);
  }
}

function buttonHtml(label: string, url: string, copy: MailCopy): string {
  const href = escapeHtml(url);
  return `<p style="margin:0 0 12px"><a href="${href}" style="display:inline-block;padding:14px 26px;background:${ACCENT};border-radius:8px;font:600 16px/1 ${SANS};color:#ffffff;text-decoration:none">${escapeHtml(label)}</a></p>
<p class="tf-soft" style="margin:0 0 24px;font:13px/1.5 ${SANS};color:${INK_SOFT}">${escapeHtml(copy.t('frame.linkHint'))}<br><a class="tf-link" href="${href}" style="color:${ACCENT};word-break:break-all">${href}</a></p>`;
}

function factsHtml(rows: Extract<MailBlock, { kind: 'facts' }>['rows']): string {
  const cells = rows.map(({ label, value, url }) => {
    const shown = url
      ? `<a class="tf-link" href="${escapeHtml(url)}" style="color:${ACCENT};word-break:break-all">${lines(value)}</a>`
      : lines(value);
    return `<tr><td class="tf-soft" valign="top" style="padding:4px 16px 4px 0;font:14px/1.5 ${SANS};color:${INK_SOFT}">${escapeHtml(label)}</td><td class="tf-ink" valign="top" style="padding:4px 0;font:15px/1.5 ${SANS};color:${INK}">${shown}</td></tr>`;
  });
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px">${cells.join('')}</table>`;
}

function itemsHtml({ items, totals }: Extract<MailBlock, { kind: 'items' }>): string {
  const border = `border-bottom:1px solid ${LINE}`;
  const rows = items.map(
    ({ title, detail, quantity, price }) =>
      `<tr><td class="tf-ink tf-line" valign="top" style="padding:12px 12px 12px 0;${border};font:15px/1.45 ${SANS};color:${INK}"><strong>${escapeHtml(title)}</strong>${
        detail ? `<br><span class="tf-soft" style="color:${INK_SOFT}">${lines(detail)}</span>` : ''
      }<br><span class="tf-soft" style="color:${INK_SOFT}">${escapeHtml(quantity)}</span></td><td class="tf-ink tf-line" align="right" valign="top" style="padding:12px 0;${border};font:15px/1.45 ${SANS};color:${INK};white-space:nowrap">${escapeHtml(price)}</td></tr>`,
  );
  const sums = totals.map(({ label, value, isStrong }) => {
    const font = isStrong ? `600 16px/1.5 ${SANS}` : `14px/1.5 ${SANS}`;
    const colour = isStrong ? INK : INK_SOFT;
    const tone = isStrong ? 'tf-ink' : 'tf-soft';
    return `<tr><td class="${tone}" style="padding:6px 12px 0 0;font:${font};color:${colour}">${escapeHtml(label)}</td><td class="${tone}" align="right" style="padding:6px 0 0;font:${font};color:${colour};white-space:nowrap">${escapeHtml(value)}</td></tr>`;
  });
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px">${rows.join('')}${sums.join('')}</table>`;
}

function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}
