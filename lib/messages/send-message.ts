import { assert } from '@/lib/core/assert';
import { env } from '@/lib/core/env';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import type { OutboxMessage } from '@/lib/db/generated/client';
import { canUnsubscribe } from './kinds';
import { renderMail, renderShort } from './render-mail';
import { beginAttempt, closeChat, findQueued, markSent, recordFailure } from './store';
import {
  forgetsReceiver,
  holdsSecret,
  isTemplateName,
  kindOf,
  type TemplateName,
} from './templates';
import { oneClickUrl, unsubscribeUrl } from './unsubscribe/unsubscribe-link';

const REASON_LENGTH_MAX = 500;

/** Refusals for good: the address, number or chat does not take messages from us. */
const REFUSALS = ['mail.refused', 'sms.refused', 'telegram.refused'];

/**
 * Sends one queued message and marks it sent; a later call sends nothing more. While one worker sends it, no other does.
 * Two mails can leave only when this process dies between the server's answer and the mark; both then carry one message
 * id, by which mailboxes drop the second. Text messages carry an id that the provider itself takes once.
 * @param attemptsMax after this many attempts the message is given up and waits for a person
 * @throws what went wrong, while another attempt makes sense
 */
export async function sendMessage(
  ctx: Ctx,
  id: Id<'outboxMessage'>,
  attemptsMax: number,
): Promise<void> {
  const message = await findQueued(ctx, id);
  if (message === null) return;
  if (!(await beginAttempt(ctx, id, message.attempts))) {
    // Somebody sends it now, or fell while doing so: it is looked at again when their time is over.
    throw new Error(`message ${id} is being sent`);
  }
  let externalId: string | null;
  try {
    assert(isTemplateName(message.template), `the template ${message.template} exists`);
    externalId = await deliver(ctx, message, message.template);
  } catch (error) {
    const isRefused = error instanceof DomainError && REFUSALS.includes(error.code);
    const isFinal = isRefused || message.attempts + 1 >= attemptsMax;
    if (isRefused && message.channel === 'TELEGRAM') await closeChat(ctx, message.recipient);
    await recordFailure(ctx, id, { reason: reasonOf(error), isFinal });
    if (isFinal) ctx.log.error('message given up', error, { outboxMessageId: id });
    if (isRefused) return;
    throw error;
  }
  await markSent(ctx, id, {
    wipeData: holdsSecret(message.template),
    wipeReceiver: forgetsReceiver(message.template),
    externalId,
  });
}

async function deliver(
  ctx: Ctx,
  message: OutboxMessage,
  template: TemplateName,
): Promise<string | null> {
  const { id, recipient, locale, data, userId } = message;
  switch (message.channel) {
    case 'MAIL': {
      const kind = kindOf(template);
      const leaver = canUnsubscribe(kind) ? userId : null;
      const messageId = `<${id}@${mailHost(env().MAIL_FROM)}>`;
      await ctx.providers.mailer.send({
        to: recipient,
        ...renderMail(template, locale, data, {
          unsubscribeUrl: leaver && unsubscribeUrl(leaver, kind),
        }),
        messageId,
        oneClickUrl: leaver && oneClickUrl(leaver, kind),
      });
      return null;
    }
    case 'SMS': {
      const text = renderShort(template, locale, data);
      if (!ctx.providers.sms) throw new DomainError('sms.unavailable');
      return (await ctx.providers.sms.send({ id, to: recipient, text })).externalId;
    }
    case 'TELEGRAM': {
      const text = renderShort(template, locale, data);
      if (!ctx.providers.telegram) throw new DomainError('telegram.unavailable');
      await ctx.providers.telegram.sendMessage({ chatId: recipient, text });
      return null;
    }
    default:
      throw new Error(`${message.channel} is no channel`);
  }
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
