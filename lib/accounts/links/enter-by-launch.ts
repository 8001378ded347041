import { anonymousActor } from '@/lib/core/actor';
import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import { spendRateFor } from '@/lib/db/rate-counter';
import type { Locale } from '@/lib/i18n/locales';
import { endSessionOfBrowser } from '../end-session-of-browser';
import { RATES } from '../rates';
import { type Entered, enterElsewhere } from './enter-elsewhere';
import { findLink } from './link-store';

/** Whose launch it is, as Telegram names them; nothing has happened yet. */
type Looked = { kind: 'known' | 'unknown'; label: string };

/**
 * Signs in whoever opened our page inside Telegram: the person whom this Telegram account belongs to, whoever this
 * browser was before. An unknown Telegram account gets a new account, or is connected with the one that is signed in,
 * only when asked for: they may have another account here.
 * A launch that did not come from Telegram's own window may be somebody else's, sent to make this browser work in their
 * account: such a one is looked at first, and enters when the person has read whose it is.
 * @returns who it is, where more consent is needed than was given; the launch may then be used again
 * @throws DomainError "link.failed" for data that is not Telegram's or too old, "request.rate_limited" for data that
 *   was used before, and what enterElsewhere refuses
 */
export async function enterByLaunch(
  ctx: Ctx,
  input: {
    initData: string;
    consent: 'none' | 'enter' | 'add';
    address: string;
    userAgent: string | null;
    locale: Locale;
  },
): Promise<Entered | Looked> {
  await spendRateFor(ctx, RATES.linkByAddress, input.address);
  const bot = ctx.providers.telegram;
  if (!bot) throw new DomainError('link.failed');
  const { person, hash } = bot.readLaunch(input.initData, ctx.clock.now());
  const link = await findLink(ctx, 'TELEGRAM', person.id);
  const { userId, role, loginSessionId } = ctx.actor;
  if (link && link.userId === userId) return { kind: 'connected' };
  const label = person.username ? `@${person.username}` : person.name;
  if (!link && input.consent !== 'add') return { kind: 'unknown', label };
  if (link && input.consent === 'none') return { kind: 'known', label };
  await spendRateFor(ctx, RATES.launchOnce, hash);
  const isSomebodyElse = link !== null && userId !== null && role !== 'GUEST';
  const entered = await enterElsewhere(isSomebodyElse ? { ...ctx, actor: anonymousActor } : ctx, {
    provider: 'TELEGRAM',
    person: {
      externalId: person.id,
      label,
      name: person.name,
      email: null,
    },
    userAgent: input.userAgent,
    locale: input.locale,
  });
  if (isSomebodyElse && loginSessionId !== null) await endSessionOfBrowser(ctx, loginSessionId);
  return entered;
}
