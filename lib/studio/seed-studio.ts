import { newId } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';
import { BASE_MODELS } from './data/base-models';
import { seedPrompts } from './seed-prompts';

/** Base models, categories and themes of a new installation. Rows that exist stay as staff left them. */
export async function seedStudio(db: PrismaClient): Promise<void> {
  for (const [sortOrder, model] of BASE_MODELS.entries()) {
    await db.baseModel.upsert({
      where: { slug: model.slug },
      create: { id: newId('baseModel'), sortOrder, ...model },
      update: {},
    });
  }
  await seedPrompts(db);
}
