import { newId } from '@/lib/core/ids';
import type { Prisma, PrismaClient } from '@/lib/db/generated/client';
import { manualSettings, prodigiSettings } from './settings';

/** Their SKUs of wall calendars; staff set those of their own account. */
const PRODIGI_SKUS = {
  'wall-a3-portrait-matt': 'CAL-A3-P',
  'wall-a3-portrait-silk': 'CAL-A3-P',
  'wall-a4-portrait-matt': 'CAL-A4-P',
};

/** The houses of a new installation: our own press, and Prodigi, which staff switch on. Changes nothing that is there. */
export async function seedPrintHouses(db: PrismaClient | Prisma.TransactionClient): Promise<void> {
  await db.printHouse.createMany({
    data: [
      {
        id: newId('printHouse'),
        slug: 'own-press',
        kind: 'MANUAL',
        name: 'Own press',
        isActive: true,
        sortOrder: 10,
        settings: manualSettings({}),
      },
      {
        id: newId('printHouse'),
        slug: 'prodigi',
        kind: 'PRODIGI',
        name: 'Prodigi',
        isActive: false,
        sortOrder: 20,
        settings: prodigiSettings({ skus: PRODIGI_SKUS }),
      },
    ],
    skipDuplicates: true,
  });
}
