import { newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { isLocale } from '@/lib/i18n/locales';
import { enqueue } from '@/lib/jobs/queue';
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
};

/**
 * Writes one mail in the caller's transaction, so that it exists exactly when the change it tells about does; a job
 * sends it. Same dedupe key, no second mail.
 * @throws ZodError when the data does not fit the template: now, and not later in the worker
 */
export async function queueMail<N extends TemplateName>(
  tx: TxCtx,
  mail: QueuedMail<N>,
): Promise<void> {
  const id = newId('outboxMessage');
  const { count } = await tx.db.outboxMessage.createMany({
    data: [
      {
        id,
        dedupeKey: mail.dedupeKey,
        channel: 'MAIL',
        recipient: mail.to,
        template: mail.template,
        locale: isLocale(mail.locale) ? mail.locale : 'en',
        data: TEMPLATES[mail.template].data.parse(mail.data),
        status: 'QUEUED',
        createdAt: tx.clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  if (count === 1) await enqueue(tx, 'outbox.send', { outboxMessageId: id });
}
