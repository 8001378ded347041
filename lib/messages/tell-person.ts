import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { isWanted } from './kinds';
import { type QueuedMail, queueMail, queueShort } from './queue-mail';
import { findReach } from './store';
import { kindOf, type TemplateName } from './templates';

/**
 * Tells a person about something over every channel that they want and can be reached by: a letter, a text message, a
 * line from our bot. Written in the caller's transaction; each channel has its own row, sent and retried on its own.
 * Same dedupe key, no second message on any channel.
 * @param message.to where the letter goes: the address of the order rather than of the account, where they differ
 */
export async function tellPerson<N extends TemplateName>(
  tx: TxCtx,
  userId: Id<'user'>,
  message: QueuedMail<N>,
): Promise<void> {
  const kind = kindOf(message.template);
  const { choices, phone, chatId } = await findReach(tx, userId);
  if (isWanted(choices, { kind, channel: 'MAIL' })) {
    await queueMail(tx, { ...message, userId });
  }
  if (phone !== null && isWanted(choices, { kind, channel: 'SMS' })) {
    await queueShort(tx, { ...message, userId, to: phone }, 'SMS');
  }
  if (chatId !== null && isWanted(choices, { kind, channel: 'TELEGRAM' })) {
    await queueShort(tx, { ...message, userId, to: chatId }, 'TELEGRAM');
  }
}
