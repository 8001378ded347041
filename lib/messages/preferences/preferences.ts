import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import { asPerson, type Ctx } from '@/lib/db/context';
import { CHANNELS, type Channel, isWanted, MESSAGE_KIND_NAMES, MESSAGE_KINDS } from '../kinds';
import { findReach, savePreference } from '../store';

export const PreferenceSchema = z.strictObject({
  kind: z.enum(MESSAGE_KIND_NAMES),
  channel: z.enum(CHANNELS),
  isOn: z.boolean(),
});

export type PreferenceView = {
  kind: (typeof MESSAGE_KIND_NAMES)[number];
  channels: { channel: Channel; isOn: boolean; isFixed: boolean; isReachable: boolean }[];
};

/** Every kind with its channels: on, fixed, and whether the person can be reached there at all. */
export async function readPreferences(ctx: Ctx): Promise<PreferenceView[]> {
  const { choices, phone, chatId } = await findReach(ctx, asPerson(ctx).actor.userId);
  const reachable: Record<Channel, boolean> = {
    MAIL: true,
    SMS: phone !== null,
    TELEGRAM: chatId !== null,
  };
  return MESSAGE_KIND_NAMES.map((kind) => ({
    kind,
    channels: CHANNELS.filter((channel) => isOffered(kind, channel)).map((channel) => ({
      channel,
      isOn: isWanted(choices, { kind, channel }),
      isFixed: (MESSAGE_KINDS[kind].fixed as readonly Channel[]).includes(channel),
      isReachable: reachable[channel],
    })),
  }));
}

/** @throws DomainError "request.invalid" for a channel that this kind does not have or that cannot be switched */
export async function changePreference(
  ctx: Ctx,
  wish: z.output<typeof PreferenceSchema>,
): Promise<void> {
  const isFixed = (MESSAGE_KINDS[wish.kind].fixed as readonly Channel[]).includes(wish.channel);
  if (isFixed || !isOffered(wish.kind, wish.channel)) throw new DomainError('request.invalid');
  await savePreference(ctx, asPerson(ctx).actor.userId, wish);
}

function isOffered(kind: PreferenceView['kind'], channel: Channel): boolean {
  return (MESSAGE_KINDS[kind].offered as readonly Channel[]).includes(channel);
}
