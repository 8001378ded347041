import { isLocale } from '@/lib/i18n/locales';
import { type MailBlock, type MailContent, type MailCopy, mailCopy } from './mail-content';
import { frameHtml } from './mail-frame';
import { TEMPLATES, type TemplateName } from './templates';

export type RenderedMail = { subject: string; text: string; html: string };

/**
 * One stored message as a letter, in HTML and as text that says the same.
 * @param data as stored; parsed again, because a row may be older than the template
 * @throws ZodError when it no longer fits, Error when copy is missing in that language
 */
export function renderMail(
  template: TemplateName,
  locale: string,
  data: unknown,
  options: { unsubscribeUrl: string | null } = { unsubscribeUrl: null },
): RenderedMail {
  const copy = mailCopy(isLocale(locale) ? locale : 'en');
  const content = contentOf(template, data, copy);
  const leave = options.unsubscribeUrl;
  const foot = leave === null ? '' : `${copy.t('frame.unsubscribe')}: ${leave}\n`;
  return {
    subject: content.subject,
    text: `${asText(content, copy)}${foot}`,
    html: frameHtml(content, copy, leave),
  };
}

/**
 * The same message in a line or two, for a phone or a chat: what happened, and where to look.
 * @throws as renderMail does
 */
export function renderShort(template: TemplateName, locale: string, data: unknown): string {
  const { subject, blocks } = contentOf(template, data, mailCopy(isLocale(locale) ? locale : 'en'));
  const button = blocks.find((block) => block.kind === 'button');
  return button?.kind === 'button' ? `${subject}\n${button.url}` : subject;
}

function contentOf(name: TemplateName, data: unknown, copy: MailCopy): MailContent {
  // Each template's `build` takes what its own schema lets out; the union of all of them cannot say so.
  const template = TEMPLATES[name] as { data: { parse(value: unknown): unknown } } & {
    build(value: unknown, copy: MailCopy): MailContent;
  };
  return template.build(template.data.parse(data), copy);
}

function asText(content: MailContent, copy: MailCopy): string {
  const parts = [content.heading, ...content.blocks.map(blockAsText)];
  return `${parts.join('\n\n')}\n\n-- \n${copy.t('frame.footer')}\n${copy.t('frame.why')}\n`;
}

function blockAsText(block: MailBlock): string {
  switch (block.kind) {
    case 'text':
    case 'note':
      return block.text;
    case 'code':
      return block.code;
    case 'button':
      return `${block.label}:\n${block.url}`;
    case 'facts':
      return block.rows
        .map(({ label, value, url }) =>
          [`${label}: ${value}`, ...(url && url !== value ? [url] : [])].join('\n'),
        )
        .join('\n');
    case 'items': {
      const items = block.items.map((item) =>
        [item.title, item.detail, `${item.quantity}: ${item.price}`].filter(Boolean).join('\n'),
      );
      const totals = block.totals.map(({ label, value }) => `${label}: ${value}`);
      return [...items, totals.join('\n')].join('\n\n');
    }
  }
}
