import { ID_PREFIXES } from '@/lib/core/ids';
import type { Prisma, PrismaClient } from '@/lib/db/generated/client';
import { madePrefix } from './made-ids';

/** Accounts of one statement; each of their rows goes through the ledger's own trigger. */
const ACCOUNTS = 100;
const TIMEOUT_MS = 300_000;
const PRICE = 2;

/**
 * Ledger rows of made people, by the ledger's own trigger, so that every account is what its rows say: a gift first,
 * then one hold and its end after the other. Accounts that have rows stay. @returns how many rows were added
 */
export async function seedLedger(
  db: PrismaClient,
  rows: number,
  people: number,
  progress: (done: number) => void,
): Promise<number> {
  const users = await db.$queryRaw<{ id: string; position: bigint }[]>`
    select u."id", row_number() over (order by u."id") as "position" from "User" u
    where u."id" like ${`${madePrefix('user')}%`}
    order by u."id" limit ${people}`;
  const taken = new Set(
    (
      await db.starAccount.findMany({
        where: { userId: { startsWith: madePrefix('user') } },
        select: { userId: true },
      })
    ).map(({ userId }) => userId),
  );
  let done = 0;
  const sized = users
    .map(({ id }, index) => ({
      id,
      // The parts of what does not divide evenly go to the first accounts.
      rows: Math.floor(rows / users.length) + (index < rows % users.length ? 1 : 0),
    }))
    .filter((user) => !taken.has(user.id) && user.rows > 0);
  for (let from = 0; from < sized.length; from += ACCOUNTS) {
    const part = sized.slice(from, from + ACCOUNTS);
    await db.$transaction((tx) => insertRows(tx, part), { timeout: TIMEOUT_MS });
    done += part.reduce((sum, user) => sum + user.rows, 0);
    progress(done);
  }
  return done;
}

/** Odd rows after the gift hold, even ones close: every ninth gives back. An account that ends on a hold keeps it open. */
async function insertRows(
  tx: Prisma.TransactionClient,
  users: readonly { id: string; rows: number }[],
): Promise<void> {
  const mark = ID_PREFIXES.starTransaction;
  await tx.$executeRaw`
    insert into "StarTransaction" ("id", "userId", "entry", "type", "amount", "holdId", "idempotencyKey", "subjectId", "reason", "expiresAt")
    select
      ${mark} || substring(u."id" from 4) || lpad(n::text, 6, '0'),
      u."id",
      case when n = 1 then 'CREDIT' when n % 2 = 0 then 'HOLD' when n % 9 = 0 then 'RELEASE' else 'SETTLE' end::"StarEntry",
      case when n = 1 then 'ADMIN_GRANT' else 'STAGING' end::"StarTransactionType",
      case when n = 1 then ${PRICE}::int * u."rows" when n % 2 = 0 then -${PRICE}::int when n % 9 = 0 then ${PRICE}::int else 0 end,
      case when n > 1 and n % 2 = 1 then ${mark} || substring(u."id" from 4) || lpad((n - 1)::text, 6, '0') end,
      'made:' || u."id" || ':' || n,
      case when n > 1 then 'made' || u."id" || (n / 2) end,
      case when n = 1 then 'made' end,
      case when n > 1 and n % 2 = 0 then now() + interval '10 years' end
    from unnest(${users.map(({ id }) => id)}::text[], ${users.map(({ rows }) => rows)}::int[]) as u("id", "rows")
    cross join lateral generate_series(1, u."rows") as n
    order by u."id", n`;
}
