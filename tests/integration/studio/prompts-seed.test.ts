import { expect, it } from 'vitest';
import { seedStudio } from '@/lib/studio/seed-studio';
import { useDatabase } from '../../support/database';

const database = useDatabase();

it('a new installation has themes with twelve prompts and seeds to be proven, and keeps what staff changed', async () => {
  const { db } = database;
  await seedStudio(db);
  const themes = await db.promptTheme.findMany({
    include: { prompts: { include: { seeds: true } }, versions: true },
  });
  expect(themes.length).toBeGreaterThanOrEqual(8);
  for (const theme of themes) {
    expect(theme.status).toBe('PUBLISHED');
    expect(theme.prompts.map(({ month }) => month).toSorted((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
    for (const prompt of theme.prompts) {
      expect(prompt.seeds).toHaveLength(2);
      // Nobody looked at them on this installation's models: the desk must not call them good.
      expect(prompt.seeds.every((seed) => seed.promptVersion < prompt.version)).toBe(true);
    }
    expect(theme.versions.map(({ version }) => version)).toEqual([1]);
  }

  const first = themes[0];
  if (!first) throw new Error('no theme');
  await db.promptTheme.update({ where: { id: first.id }, data: { names: { en: 'Mine' } } });
  await db.category.update({ where: { id: 'dog' }, data: { isActive: false } });
  await seedStudio(db);
  expect(await db.promptTheme.count()).toBe(themes.length);
  expect(await db.prompt.count()).toBe(themes.length * 12);
  expect(await db.promptTheme.findUnique({ where: { id: first.id } })).toMatchObject({
    names: { en: 'Mine' },
  });
  expect(await db.category.findUnique({ where: { id: 'dog' } })).toMatchObject({ isActive: false });
});
