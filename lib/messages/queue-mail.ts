import { type Id, newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { isLocale } from '@/lib/i18n/locales';
import { enqueue } from '@/lib/jobs/queue';
import type { Channel } from './kinds';
import { TEMPLATES, type TemplateData, type TemplateName } from './templates';

export type QueuedMail<N extends TemplateName> = {
  /**
   * Names the event that this mail tells about, e.g. "order:ord_…:shipped": the second mail with the same key is not
   * written, whoever asks and however often.
   */
  dedupeKey: string;
  to: string;
  template: N;
  /** Language of the mail; one that we do not speak becomes English. */
  locale: string;
  data: TemplateData<N>;
  /** Whose message it is, for their export and for staff; left out where there is no account. */
  userId?: Id<'user'>;
  /** What it is about: "ord_…", so that staff find it there. */
  subject?: string;
};

/**
 * Writes one mail in the caller's transaction, so that it exists exactly when the change it tells about does; a job
 * sends it. Same dedupe key, no second mail. Asks nobody's wishes: what a person may refuse goes through tellPerson.
 * @throws ZodError when the data does not fit the template: now, and not later in the worker
 */
export async function queueMail<N extends TemplateName>(
  tx: TxCtx,
  mail: QueuedMail<N>,
): Promise<void> {
  await queue(tx, mail, 'MAIL', mail.dedupeKey);
}

/** The same news in a line or two for a phone or a chat. @param message.to the number or the chat's id */
export async function queueShort<N extends TemplateName>(
  tx: TxCtx,
  message: QueuedMail<N>,
  channel: Exclude<Channel, 'MAIL'>,
): Promise<void> {
  await queue(tx, message, channel, `${message.dedupeKey}:${channel.toLowerCase()}`);
}

async function queue<N extends TemplateName>(
  tx: TxCtx,
  message: QueuedMail<N>,
  channel: Channel,
  dedupeKey: string,
): Promise<void> {
  const id = newId('outboxMessage');
  const { count } = await tx.db.outboxMessage.createMany({
    data: [
      {
        id,
        dedupeKey,
        channel,
        recipient: message.to,
        template: message.template,
        locale: isLocale(message.locale) ? message.locale : 'en',
        data: TEMPLATES[message.template].data.parse(message.data),
        userId: message.userId ?? null,
        subject: message.subject ?? null,
        status: 'QUEUED',
        createdAt: tx.clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  if (count === 1) await enqueue(tx, 'outbox.send', { outboxMessageId: id });
}
