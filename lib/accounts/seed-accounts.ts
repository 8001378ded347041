import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { systemActor } from '@/lib/core/actor';
import { systemClock } from '@/lib/core/clock';
import { env } from '@/lib/core/env';
import { type Id, newId } from '@/lib/core/ids';
import { createLog } from '@/lib/core/log';
import { inTransaction } from '@/lib/db/context';
import type { PrismaClient } from '@/lib/db/generated/client';
import { welcomePerson } from '@/lib/stars/welcome-person';
import { areDemoAccountsAllowed } from './demo-rule';
import { hashPassword, isPasswordRight } from './password-hash';
import { closeBox } from './second-factor/secret-box';
import { newTotpSecret } from './second-factor/totp';

export type DemoSignIn = { role: 'CUSTOMER' | 'ADMIN'; email: string; password: string };

const FILE = 'demo-sign-ins.json';
const PASSWORD_BYTES = 9;

/** The domain is reserved for examples (RFC 2606): a real person never owns these addresses. */
const DEMO_ACCOUNTS = [
  { role: 'CUSTOMER', email: 'customer@twelvefold.example', name: 'Olena Demo' },
  { role: 'ADMIN', email: 'staff@twelvefold.example', name: 'Taras Demo' },
] as const;

const FileSchema = z.record(z.string(), z.string().min(10));

/**
 * Makes the demonstration's customer and staff member, with passwords of this installation that are kept readable only
 * for its user. Rows that exist stay; a password that no longer fits the file is set back to it.
 * @returns the sign-ins to show; nothing, and no rows, where demonstration accounts are refused
 */
export async function seedDemoAccounts(
  db: PrismaClient,
  options: { dataDir?: string; isAllowed?: boolean } = {},
): Promise<DemoSignIn[]> {
  if (!(options.isAllowed ?? areDemoAccountsAllowed())) return [];
  const passwords = await demoPasswords(path.resolve(options.dataDir ?? env().DATA_DIR));
  const signIns: DemoSignIn[] = [];
  for (const { role, email, name } of DEMO_ACCOUNTS) {
    const password = passwords[email] ?? '';
    const row = await db.user.findUnique({ where: { email }, select: { passwordHash: true } });
    if (!row) {
      const passwordHash = await hashPassword(password);
      await db.user.create({
        data: {
          id: newId('user'),
          role,
          email,
          name,
          passwordHash,
          emailVerifiedAt: new Date(),
          isDemo: true,
        },
      });
    } else if (!(await isPasswordRight(row.passwordHash, password))) {
      await db.user.updateMany({
        where: { email, isDemo: true },
        data: { passwordHash: await hashPassword(password) },
      });
    }
    if (role === 'CUSTOMER') await welcomeDemoCustomer(db, email);
    else await seedDemoStaff(db, email);
    signIns.push({ role, email, password });
  }
  return signIns;
}

/** The demonstration's staff have an app as everybody has: its code is shown where it is asked for. */
async function seedDemoStaff(db: PrismaClient, email: string): Promise<void> {
  const { id } = await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } });
  await db.secondFactor.createMany({
    data: [{ userId: id, secretBox: closeBox(newTotpSecret(), id), confirmedAt: new Date() }],
    skipDuplicates: true,
  });
}

async function welcomeDemoCustomer(db: PrismaClient, email: string): Promise<void> {
  const { id } = await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } });
  const ctx = { actor: systemActor, clock: systemClock, log: createLog('seed'), db };
  await inTransaction(ctx, (tx) => welcomePerson(tx, id as Id<'user'>));
}

async function demoPasswords(dataDir: string): Promise<Record<string, string>> {
  const file = path.join(dataDir, FILE);
  const known = await readKnown(file);
  const passwords = Object.fromEntries(
    DEMO_ACCOUNTS.map(({ email }) => [
      email,
      known[email] ?? randomBytes(PASSWORD_BYTES).toString('base64url'),
    ]),
  );
  await mkdir(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
  // A file of an earlier run keeps its mode when it is written over.
  await chmod(draft, 0o600);
  await rename(draft, file);
  return passwords;
}

async function readKnown(file: string): Promise<Record<string, string>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  try {
    return FileSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${file} is damaged. Delete it: new demonstration passwords are made.`, {
      cause,
    });
  }
}
