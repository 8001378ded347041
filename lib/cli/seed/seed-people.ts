import { dayAt } from '@/lib/core/plain-date';
import type { PrismaClient } from '@/lib/db/generated/client';
import { WORKSHOP_TIME_ZONE } from '@/lib/orders/arrival-window';
import { ageMs, BATCH_TIMEOUT_MS, batches, DAY_MS } from './batches';
import { madePrefix } from './made-ids';
import { MADE_PREFLIGHT, madePerson } from './made-people';

/** Made people with one calendar and one print proof each; those that exist stay. @returns how many were added */
export async function seedPeople(
  db: PrismaClient,
  count: number,
  now: Date,
  progress: (done: number) => void,
): Promise<number> {
  const year = Number(dayAt(now, WORKSHOP_TIME_ZONE).slice(0, 4)) + 1;
  const start = await db.user.count({ where: { id: { startsWith: madePrefix('user') } } });
  for (const batch of batches(start, count)) {
    const people = batch.map((index) => ({
      ...madePerson(index, year),
      // A day before their first order.
      joinedAt: new Date(now.getTime() - ageMs(index / count) - DAY_MS),
    }));
    await db.$transaction(
      async (tx) => {
        await tx.user.createMany({
          data: people.map(({ userId, email, name, joinedAt }) => ({
            id: userId,
            role: 'CUSTOMER',
            email,
            name,
            emailVerifiedAt: joinedAt,
            isDemo: true,
            createdAt: joinedAt,
          })),
        });
        await tx.calendar.createMany({
          data: people.map(({ calendarId, userId, document, joinedAt }) => ({
            id: calendarId,
            ownerId: userId,
            title: document.title,
            document,
            createdAt: joinedAt,
          })),
        });
        await tx.proof.createMany({
          data: people.map(({ proofId, calendarId, document, fileSha256, joinedAt }) => ({
            id: proofId,
            calendarId,
            kind: 'PRINT',
            status: 'READY',
            contentHash: fileSha256,
            calendarVersion: 1,
            document,
            entries: [],
            pageCount: 3,
            pagesDone: 3,
            fileKey: `proofs/${proofId}.pdf`,
            fileSha256,
            fileBytes: 1,
            preflight: MADE_PREFLIGHT,
            createdAt: joinedAt,
            readyAt: joinedAt,
          })),
        });
      },
      { timeout: BATCH_TIMEOUT_MS },
    );
    progress(batch[0] ?? 0);
  }
  return Math.max(0, count - start);
}
