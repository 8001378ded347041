import { assert } from '@/lib/core/assert';
import { env } from '@/lib/core/env';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { renderMail } from './render-mail';
import { beginAttempt, findQueued, markSent, recordFailure } from './store';
import { holdsSecret, isTemplateName } from './templates';

const REASON_LENGTH_MAX = 500;

/**
 * Sends one queued message and marks it sent; a later call sends nothing more. Two mails can leave only when this
 * process dies, or falls silent so long that the queue hands its job on, between the server's answer and the mark.
 * Both then carry one message id, by which mailboxes drop the second.
 * @param attemptsMax after this many attempts the message is given up and waits for a person
 * @throws what went wrong, while another attempt makes sense
 */
export async function sendMessage(
  ctx: Ctx,
  id: Id<'outboxMessage'>,
  attemptsMax: number,
): Promise<void> {
  const message = await findQueued(ctx, id);
  if (message === null || !(await beginAttempt(ctx, id, message.attempts))) return;
  try {
    assert(message.channel === 'MAIL', `the channel ${message.channel} is mail`);
    assert(isTemplateName(message.template), `the template ${message.template} exists`);
    const rendered = renderMail(message.template, message.locale, message.data);
    await ctx.providers.mailer.send({
      to: message.recipient,
      ...rendered,
      messageId: `<${id}@${mailHost(env().MAIL_FROM)}>`,
    });
  } catch (error) {
    const isRefused = error instanceof DomainError && error.code === 'mail.refused';
    const isFinal = isRefused || message.attempts + 1 >= attemptsMax;
    await recordFailure(ctx, id, { reason: reasonOf(error), isFinal });
    if (isFinal) ctx.log.error('message given up', error, { outboxMessageId: id });
    if (isRefused) return;
    throw error;
  }
  await markSent(ctx, id, { wipeData: holdsSecret(message.template) });
}

/** The sender's own domain, which is where ids of its messages are unique. */
function mailHost(from: string): string {
  return /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
}

function reasonOf(error: unknown): string {
  const shown = error instanceof DomainError && error.cause ? error.cause : error;
  const text = shown instanceof Error ? shown.message : String(shown);
  return text.slice(0, REASON_LENGTH_MAX);
}
