import { seedDemoAccounts } from '@/lib/accounts/seed-accounts';
import type { PrismaClient } from '@/lib/db/generated/client';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { seedStars } from '@/lib/stars/seed-stars';
import { seedStudio } from '@/lib/studio/seed-studio';

export type Seeded = { signIns: { role: string; email: string; password: string }[] };

/** What a new installation starts with. Safe to run at every start: rows that exist stay as staff left them. */
export async function seed(db: PrismaClient): Promise<Seeded> {
  await seedCatalogue(db);
  await seedStudio(db);
  await seedStars(db);
  return { signIns: await seedDemoAccounts(db) };
}
