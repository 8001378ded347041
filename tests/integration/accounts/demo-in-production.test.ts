import { encode } from 'next-auth/jwt';
import { expect, it, vi } from 'vitest';
import { actorOfCookie } from '@/lib/accounts/actor-of-cookie';
import { requestPasswordReset } from '@/lib/accounts/request-password-reset';
import { seedDemoAccounts } from '@/lib/accounts/seed-accounts';
import { signIn } from '@/lib/accounts/sign-in';
import { startLoginSession } from '@/lib/accounts/start-login-session';
import { anonymousActor } from '@/lib/core/actor';
import { env } from '@/lib/core/env';
import type { Id } from '@/lib/core/ids';
import { inTransaction } from '@/lib/db/context';
import { useDatabase } from '@/tests/support/database';
import { codeOf, from, mailsTo } from './helpers';

// Before anything of ours reads it: the environment is parsed once a process.
vi.stubEnv('NODE_ENV', 'production');
vi.stubEnv('ALLOW_SANDBOX', '');

const database = useDatabase();

it('a demonstration account that came into a real installation is of no use to anybody', async () => {
  expect(await seedDemoAccounts(database.db)).toEqual([]);
  const signIns = await seedDemoAccounts(database.db, {
    dataDir: database.filesDir,
    isAllowed: true,
  });
  expect(signIns).toHaveLength(2);
  const anonymous = database.ctx(anonymousActor);
  for (const { email, password, role } of signIns) {
    expect(await codeOf(signIn(anonymous, { email, password, ...from() }))).toBe(
      'account.wrong_credentials',
    );
    await requestPasswordReset(anonymous, { email, locale: 'en', address: from().address });
    expect(await mailsTo(database, email)).toEqual([]);

    const { id } = await database.db.user.findUniqueOrThrow({ where: { email } });
    const person = { userId: id as Id<'user'>, role, userAgent: null };
    const { loginSessionId } = await inTransaction(anonymous, (tx) =>
      startLoginSession(tx, person),
    );
    const secret = env().AUTH_SECRET ?? '';
    const cookie = await encode({ token: { sid: loginSessionId }, secret });
    expect(await actorOfCookie(database.db, cookie, new Date())).toBe(anonymousActor);
  }
});
