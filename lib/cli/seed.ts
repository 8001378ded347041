import { parseArgs } from 'node:util';
import { areDemoAccountsAllowed } from '@/lib/accounts/demo-rule';
import { createDb } from '@/lib/db/client';
import { runningDatabase } from './database/running-database';
import { loadEnvFile } from './installation';
import { PlainFailure, runProgram, say } from './say';
import { seedMany } from './seed/seed-many';

const COUNT_MAX = 10_000_000;

const USAGE = `Usage: npm run seed -- [--orders 100000] [--ledger 1000000]
  Fills this installation's database with made customers, orders and ledger rows, to try the staff's pages with many.
  Again, it adds what is missing. Refused in production.`;

await runProgram(async () => {
  loadEnvFile();
  const wish = readArguments();
  process.env.DATABASE_URL ||= await runningDatabase();
  const appUrl = process.env.APP_URL || `http://localhost:${process.env.PORT || 3000}`;
  process.env.APP_URL = appUrl;
  if (!areDemoAccountsAllowed()) {
    throw new PlainFailure(
      'Made customers are not let into production. Set ALLOW_SANDBOX=1 where it is none.',
    );
  }
  const db = createDb(process.env.DATABASE_URL);
  try {
    await seedMany(db, wish, { appUrl, say });
  } finally {
    await db.$disconnect();
  }
});

function readArguments(): { orders: number; ledger: number } {
  let wish: { orders: number; ledger: number };
  try {
    const { values } = parseArgs({
      options: {
        orders: { type: 'string', default: '100000' },
        ledger: { type: 'string', default: '1000000' },
      },
    });
    wish = { orders: Number(values.orders), ledger: Number(values.ledger) };
  } catch {
    // An unknown option: the usage says which there are.
    throw new PlainFailure(USAGE);
  }
  if (!isCount(wish.orders) || !isCount(wish.ledger)) throw new PlainFailure(USAGE);
  return wish;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= COUNT_MAX;
}
