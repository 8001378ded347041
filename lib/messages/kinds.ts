/** How a message can reach a person. */
export const CHANNELS = ['MAIL', 'SMS', 'TELEGRAM'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * Kinds of messages and what a person can choose about them. `fixed` channels cannot be switched off: without the code
 * or the receipt the thing itself does not work. `on` is what holds until the person chose; reminders need a choice
 * first, because they are advertising in law (ePrivacy directive 2002/58/EC, art. 13).
 */
export const MESSAGE_KINDS = {
  account: { fixed: ['MAIL'], offered: ['MAIL'], on: ['MAIL'] },
  orders: { fixed: ['MAIL'], offered: ['MAIL', 'SMS', 'TELEGRAM'], on: ['MAIL', 'TELEGRAM'] },
  studio: { fixed: [], offered: ['MAIL', 'TELEGRAM'], on: ['MAIL', 'TELEGRAM'] },
  sharing: { fixed: [], offered: ['MAIL', 'TELEGRAM'], on: ['MAIL'] },
  next_year: { fixed: [], offered: ['MAIL', 'TELEGRAM'], on: [] },
  abandoned_cart: { fixed: [], offered: ['MAIL', 'TELEGRAM'], on: [] },
} as const satisfies Record<
  string,
  { fixed: readonly Channel[]; offered: readonly Channel[]; on: readonly Channel[] }
>;

export type MessageKind = keyof typeof MESSAGE_KINDS;
export const MESSAGE_KIND_NAMES = Object.keys(MESSAGE_KINDS) as [MessageKind, ...MessageKind[]];

/** One choice of a person: what they said about one kind over one channel. */
export type Choice = { kind: string; channel: string; isOn: boolean };

/** Whether a person gets messages of this kind over this channel, by their choices and else by the kind's default. */
export function isWanted(
  choices: readonly Choice[],
  { kind, channel }: { kind: MessageKind; channel: Channel },
): boolean {
  const { fixed, offered, on } = MESSAGE_KINDS[kind] as {
    fixed: readonly Channel[];
    offered: readonly Channel[];
    on: readonly Channel[];
  };
  if (!offered.includes(channel)) return false;
  if (fixed.includes(channel)) return true;
  const choice = choices.find((own) => own.kind === kind && own.channel === channel);
  return choice?.isOn ?? on.includes(channel);
}

/** Whether an address can be taken off this kind by a link in its mail. */
export function canUnsubscribe(kind: MessageKind): boolean {
  return !(MESSAGE_KINDS[kind].fixed as readonly Channel[]).includes('MAIL');
}
