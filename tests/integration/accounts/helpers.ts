import { beginSignUp } from '@/lib/accounts/begin-sign-up';
import { finishSignUp } from '@/lib/accounts/finish-sign-up';
import type { SignedIn } from '@/lib/accounts/start-login-session';
import { type Actor, anonymousActor, mintActor } from '@/lib/core/actor';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import type { TestDatabase } from '@/tests/support/database';

export const PASSWORD = 'tin roof rusted';

let addresses = 0;

/** A visitor's address nobody used before, so that one test's tries do not count in another. */
export function from(): { address: string; userAgent: string } {
  addresses += 1;
  return { address: `10.0.${addresses >> 8}.${addresses & 255}`, userAgent: 'Test/1.0' };
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'accepted';
}

export function actorOf(signedIn: SignedIn, role: Actor['role']): Actor {
  return mintActor({ userId: signedIn.userId, role, loginSessionId: signedIn.loginSessionId });
}

/** The mails that wait for an address, newest first. */
export async function mailsTo(database: TestDatabase, email: string) {
  const rows = await database.db.outboxMessage.findMany({
    where: { recipient: email },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map((row) => ({ template: row.template, data: row.data as Record<string, string> }));
}

export async function newestCode(database: TestDatabase, email: string): Promise<string> {
  const [mail] = await mailsTo(database, email);
  if (!mail?.data.code) throw new Error(`No code was sent to ${email}`);
  return mail.data.code;
}

let people = 0;

export function freshEmail(): string {
  people += 1;
  return `person${people}@example.com`;
}

/** Signs somebody up all the way, as the given actor. */
export async function signUp(
  database: TestDatabase,
  parts: { actor?: Actor; email?: string; password?: string } = {},
): Promise<{ email: string; signedIn: SignedIn; actor: Actor; signUpId: Id<'signUp'> }> {
  const email = parts.email ?? freshEmail();
  const ctx = database.ctx(parts.actor ?? anonymousActor);
  const signUpId = await beginSignUp(ctx, {
    name: 'Olena Kovalenko',
    email,
    password: parts.password ?? PASSWORD,
    locale: 'en',
    address: from().address,
  });
  const code = await newestCode(database, email);
  const signedIn = await finishSignUp(ctx, { signUpId, code, ...from() });
  return { email, signedIn, actor: actorOf(signedIn, 'CUSTOMER'), signUpId };
}

/** Median milliseconds of two kinds of work, done in turns so that a busy machine slows both; limits are cleared. */
export async function compareTimes(
  database: TestDatabase,
  rounds: number,
  works: readonly [() => Promise<unknown>, () => Promise<unknown>],
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    for (const side of [0, 1] as const) {
      await database.db.rateLimit.deleteMany();
      const start = performance.now();
      await works[side]();
      times[side].push(performance.now() - start);
    }
  }
  const median = (values: number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return [median(times[0]), median(times[1])];
}

/** A ready photo of the owner with the given bytes' hash. */
export async function addPicture(
  database: TestDatabase,
  ownerId: Id<'user'>,
  contentHash: string,
): Promise<Id<'picture'>> {
  const id = newId('picture');
  await database.db.picture.create({
    data: {
      id,
      ownerId,
      origin: 'UPLOAD',
      status: 'READY',
      fileName: 'photo.jpg',
      contentHash,
      receivedBytes: 1000,
      widthPx: 4000,
      heightPx: 3000,
      masterKey: `pictures/${id}`,
      masterBytes: 900,
    },
  });
  return id;
}

export async function addCalendar(
  database: TestDatabase,
  ownerId: Id<'user'>,
  pictureIds: Id<'picture'>[],
): Promise<Id<'calendar'>> {
  const id = newId('calendar');
  await database.db.calendar.create({
    data: {
      id,
      ownerId,
      title: 'Our year',
      document: { pictureIds },
      images: {
        create: pictureIds.map((pictureId, pageIndex) => ({ pageIndex, slotIndex: 0, pictureId })),
      },
    },
  });
  return id;
}
