import type { Ctx } from '@/lib/db/context';
import type { MessageKind } from '../kinds';
import { findReach, savePreference } from '../store';
import { readUnsubscribeToken } from './unsubscribe-link';

/** What the link is about and whether those letters are on now. @throws DomainError "request.not_found" */
export async function readUnsubscribe(
  ctx: Ctx,
  token: string,
): Promise<{ kind: MessageKind; isOff: boolean }> {
  const { userId, kind } = readUnsubscribeToken(token);
  const { choices } = await findReach(ctx, userId);
  const own = choices.find((choice) => choice.kind === kind && choice.channel === 'MAIL');
  return { kind, isOff: own?.isOn === false };
}

/** Takes the reader of a letter off its kind. Again changes nothing. @throws DomainError "request.not_found" */
export async function unsubscribe(ctx: Ctx, token: string): Promise<void> {
  const { userId, kind } = readUnsubscribeToken(token);
  await savePreference(ctx, userId, { kind, channel: 'MAIL', isOn: false });
}
