import { type AbstractIntlMessages, createTranslator } from 'next-intl';
import { z } from 'zod';
import { CURRENCIES, formatMoney, type Money } from '@/lib/core/money';
import { type PlainDate, parsePlainDate, partsOf } from '@/lib/core/plain-date';
import { loadMessages } from '@/lib/i18n/load-messages';
import type { Locale } from '@/lib/i18n/locales';
import type { MessageKind } from './kinds';

/** What a mail is made of. Plain text everywhere: the frame escapes it for HTML and sets it for text. */
export type MailBlock =
  | { kind: 'text'; text: string }
  /** Something to type in: large, spaced, easy to select. */
  | { kind: 'code'; code: string }
  | { kind: 'button'; label: string; url: string }
  | { kind: 'facts'; rows: { label: string; value: string; url?: string | undefined }[] }
  | {
      kind: 'items';
      items: { title: string; detail: string; quantity: string; price: string }[];
      totals: { label: string; value: string; isStrong: boolean }[];
    }
  /** Small print at the end of the letter. */
  | { kind: 'note'; text: string };

export type MailContent = {
  subject: string;
  /** What a mailbox shows beside the subject. */
  preview: string;
  heading: string;
  blocks: MailBlock[];
};

/** Copy and formats of one language, as the templates use them. */
export type MailCopy = {
  locale: Locale;
  /** Copy under `messages.<key>` of that language. @throws Error when it is missing or a value is */
  t(key: string, values?: Record<string, string | number>): string;
  money(value: Money): string;
  day(date: PlainDate): string;
};

export type MailTemplate<S extends z.ZodType> = {
  /** What the sender of this mail has to give. Kept in the outbox row, so it holds no Date. */
  data: S;
  /** What a person can choose about it; left out for letters that must arrive (codes, receipts). */
  kind?: MessageKind;
  /** Who reads it gets into an account, at money or at files: staff do not, and it is wiped once the mail is out. */
  holdsSecret?: boolean;
  /** The receiver is wiped from the row once the mail is out. */
  forgetsReceiver?: boolean;
  build(data: z.output<S>, copy: MailCopy): MailContent;
};

/** Keeps the schema's type, so that `build` sees exactly what `data` lets through. */
export function defineTemplate<S extends z.ZodType>(template: MailTemplate<S>): MailTemplate<S> {
  return template;
}

/** A link that a mail may carry. */
export const LinkSchema = z.url({ protocol: /^https?$/ });
export const MoneySchema = z.object({
  amountMinor: z.number().int(),
  currency: z.enum(CURRENCIES as [Money['currency'], ...Money['currency'][]]),
});
export const DaySchema = z.custom<PlainDate>(
  (value) => typeof value === 'string' && parsePlainDate(value) !== null,
  'bad_date',
);

export function mailCopy(locale: Locale): MailCopy {
  const translate = createTranslator({
    locale,
    messages: (loadMessages(locale).messages ?? {}) as AbstractIntlMessages,
    // A letter with a hole in it is not sent.
    onError(error) {
      throw error;
    },
  });
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    locale,
    // The keys are data of the language files here, which the library's types cannot follow.
    t: (key, values) => translate(key as never, values as never),
    money: (value) => formatMoney(value, locale),
    day(date) {
      const { year, month, day } = partsOf(date);
      return dayFormat.format(Date.UTC(year, month - 1, day));
    },
  };
}
