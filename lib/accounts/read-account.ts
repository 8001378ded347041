import type { Role } from '@/lib/core/actor';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { type DeviceName, deviceName } from './device-name';
import { readSettings, type Settings } from './read-settings';
import { findFactor } from './second-factor/factor-store';
import { findPerson, liveLoginSessions } from './store';

export type AccountView = {
  name: string | null;
  email: string | null;
  phone: string | null;
  hasPassword: boolean;
  /** Whether this installation sends text messages. */
  hasTexts: boolean;
  role: Role;
  settings: Settings;
  /** Recovery codes that are left; null for who has no authenticator app. */
  recoveryLeft: number | null;
  sessions: {
    id: Id<'loginSession'>;
    isThisOne: boolean;
    device: DeviceName;
    startedAt: Date;
    lastSeenAt: Date;
  }[];
};

/** Everything the account page shows of the person who asks. */
export async function readAccount(ctx: Ctx, locale: string): Promise<AccountView> {
  const { userId, loginSessionId } = asPerson(ctx).actor;
  const person = await findPerson(ctx, userId);
  const sessions = await liveLoginSessions(ctx, userId);
  const factor = await findFactor(ctx, userId);
  return {
    name: person.name,
    email: person.email,
    phone: person.phone,
    hasPassword: person.passwordHash !== null,
    hasTexts: ctx.providers.sms !== null,
    role: person.role,
    settings: await readSettings(ctx, locale),
    recoveryLeft: factor?.confirmedAt ? (factor.recoveryHashes as string[]).length : null,
    sessions: sessions.map((session) => ({
      id: session.id as Id<'loginSession'>,
      isThisOne: session.id === loginSessionId,
      device: deviceName(session.userAgent),
      startedAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
    })),
  };
}
