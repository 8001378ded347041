import { parseArgs } from 'node:util';
import { addStaff } from '@/lib/accounts/add-staff';
import { DESKS, type Desk, systemActor } from '@/lib/core/actor';
import { systemClock } from '@/lib/core/clock';
import { DomainError } from '@/lib/core/errors';
import { createLog } from '@/lib/core/log';
import { createDb } from '@/lib/db/client';
import type { Ctx } from '@/lib/db/context';
import { closeQueue } from '@/lib/jobs/queue';
import { providers } from '@/lib/wiring';
import { runningDatabase } from './database/running-database';
import { loadEnvFile } from './installation';
import { PlainFailure, runProgram, say } from './say';

const USAGE = `Usage: npm run staff -- add EMAIL [--role admin|staff] [--desks support,production,content,finance] [--mail]
  Gives a person the role and prints a link to set the password with, once, within half an hour.
  --desks says what a member of staff may work on; without it, everything.
  --mail sends the link by mail instead. Without --role: the first one becomes admin, later ones staff.`;

/** Makes the people who may use the admin section; the first one of an installation comes from here. */
await runProgram(async () => {
  loadEnvFile();
  const { email, role, desks, sendMail } = readArguments();
  process.env.DATABASE_URL ||= await runningDatabase();
  process.env.APP_URL ||= `http://localhost:${process.env.PORT || 3000}`;
  const db = createDb(process.env.DATABASE_URL);
  try {
    const ctx: Ctx = {
      actor: systemActor,
      db,
      // Only rows are written here: the worker sends the mail, so no provider is asked for.
      get providers() {
        return providers();
      },
      clock: systemClock,
      log: createLog('staff'),
    };
    const hasAdmin = (await db.user.count({ where: { role: 'ADMIN' } })) > 0;
    const added = await addStaff(ctx, {
      email,
      role: role ?? (hasAdmin ? 'STAFF' : 'ADMIN'),
      ...(desks ? { desks } : {}),
      sendMail,
      locale: 'en',
    });
    say(`${added.email} is ${added.role}${added.isNew ? ', a new account' : ''}.`);
    if (added.url === null) say('The link to set the password is on its way by mail.');
    else {
      say('Set the password here, once, within half an hour:');
      process.stdout.write(`${added.url}\n`);
    }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'account.email_invalid') {
      throw new PlainFailure(`"${email}" is not an e-mail address.`);
    }
    throw error;
  } finally {
    await closeQueue();
    await db.$disconnect();
  }
});

function readArguments(): {
  email: string;
  role: 'ADMIN' | 'STAFF' | null;
  desks: Desk[] | null;
  sendMail: boolean;
} {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        role: { type: 'string' },
        desks: { type: 'string' },
        mail: { type: 'boolean', default: false },
      },
    });
    const [verb, email, ...more] = positionals;
    const role = values.role?.toUpperCase() ?? null;
    const isRole = role === null || role === 'ADMIN' || role === 'STAFF';
    const desks = values.desks?.toUpperCase().split(',') ?? null;
    const areDesks = desks === null || desks.every((desk) => DESKS.includes(desk as Desk));
    if (verb === 'add' && email && more.length === 0 && isRole && areDesks) {
      return { email, role, desks: desks as Desk[] | null, sendMail: values.mail };
    }
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new PlainFailure(USAGE);
}
