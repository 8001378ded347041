import { beforeAll, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import type { WorkStatus } from '@/lib/db/generated/client';
import { seedStudio } from '@/lib/studio/seed-studio';
import { WORK_MOVES } from '@/lib/studio/work-states';
import { useDatabase } from '@/tests/support/database';
import { storedPicture } from '../calendars/stored-pictures';

const database = useDatabase();
const STATES = Object.keys(WORK_MOVES) as WorkStatus[];

beforeAll(() => seedStudio(database.db));

it('the database moves work along the table of the code and along no other way', async () => {
  const { ctx, userId } = await database.person();
  const pictureId = await storedPicture(ctx, userId);
  const model = await database.db.baseModel.findUniqueOrThrow({ where: { slug: 'aura-sr' } });
  const moved: Partial<Record<WorkStatus, WorkStatus[]>> = {};
  for (const from of STATES) {
    moved[from] = [];
    for (const to of STATES.filter((state) => state !== from)) {
      const id = newId('upscale');
      await database.db.upscale.create({
        data: {
          id,
          ownerId: userId,
          pictureId,
          baseModelId: model.id,
          status: from,
          factor: 4,
          fromWidthPx: 400,
          fromHeightPx: 300,
          stars: 0,
          errorCode: 'model.failed',
        },
      });
      try {
        await database.db.upscale.update({ where: { id }, data: { status: to } });
        moved[from].push(to);
      } catch (error) {
        expect(String(error)).toContain('may not move');
      }
      await database.db.upscale.delete({ where: { id } });
    }
  }
  expect(moved).toEqual(
    Object.fromEntries(
      STATES.map((from) => [from, STATES.filter((to) => WORK_MOVES[from].includes(to))]),
    ),
  );
});
