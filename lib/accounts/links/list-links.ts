import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import type { LinkedProvider } from '@/lib/db/generated/client';
import { findPerson } from '../store';
import { findLinksOf } from './link-store';

export const LINK_PROVIDERS = ['GOOGLE', 'TELEGRAM'] as const satisfies LinkedProvider[];

export type LinkView = {
  provider: LinkedProvider;
  /** Null where nothing is connected yet. */
  link: {
    id: Id<'linkedAccount'>;
    label: string;
    since: string;
    /** Whether our bot may write to them; of Telegram only. */
    isChatOpen: boolean;
    /** The only way in that is left: it cannot be disconnected. */
    isLastWayIn: boolean;
  } | null;
};

/** Services by which people may sign in here; nothing for one without a key. */
export function offeredLinks(ctx: Ctx): LinkedProvider[] {
  return LINK_PROVIDERS.filter((provider) => ctx.providers.identities[provider] !== undefined);
}

/** The accounts elsewhere of the person who asks, connected or offered. */
export async function listLinks(ctx: Ctx): Promise<LinkView[]> {
  const { userId } = asPerson(ctx).actor;
  const rows = await findLinksOf(ctx, userId);
  const { passwordHash, email } = await findPerson(ctx, userId);
  const hasPassword = passwordHash !== null && email !== null;
  const offered = offeredLinks(ctx);
  return LINK_PROVIDERS.flatMap((provider): LinkView[] => {
    const row = rows.find((own) => own.provider === provider);
    if (!row) return offered.includes(provider) ? [{ provider, link: null }] : [];
    return [
      {
        provider,
        link: {
          id: row.id as Id<'linkedAccount'>,
          label: row.label,
          since: row.createdAt.toISOString(),
          isChatOpen: row.chatOpenAt !== null,
          isLastWayIn: !hasPassword && rows.length === 1,
        },
      },
    ];
  });
}
