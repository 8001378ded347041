import { beforeAll, describe, expect, it } from 'vitest';
import { createBaseModel, listBaseModels, saveBaseModel } from '@/lib/admin/base-models';
import { createCategory, listCategories, saveCategory } from '@/lib/admin/categories';
import { changePromptTheme } from '@/lib/admin/change-prompt-theme';
import { createPromptTheme } from '@/lib/admin/create-prompt-theme';
import { getStaffPromptTheme } from '@/lib/admin/get-prompt-theme';
import { getTestDesk } from '@/lib/admin/get-test-desk';
import { dropSeed, keepSeed } from '@/lib/admin/keep-seed';
import { listStaffPromptThemes } from '@/lib/admin/list-prompt-themes';
import {
  CreateBaseModelSchema,
  type TestPrompts,
  TestPromptsSchema,
} from '@/lib/admin/prompt-schema';
import { savePromptTheme } from '@/lib/admin/save-prompt-theme';
import { testPrompts } from '@/lib/admin/test-prompts';
import { type Id, newId } from '@/lib/core/ids';
import type { PersonCtx } from '@/lib/db/context';
import { PictureModelSettingsSchema } from '@/lib/studio/base-model-settings';
import { studioChoices } from '@/lib/studio/studio-choices';
import { openThemeCover } from '@/lib/studio/theme-cover';
import { useDatabase } from '../../support/database';
import { aLora, openStudio, Painter, work } from './studio-world';

const database = useDatabase();
let staff: PersonCtx;
let painter: Painter;
let themeId: Id<'promptTheme'>;

async function someStaff(): Promise<PersonCtx> {
  const { actor } = await database.person('STAFF');
  return database.ctx(actor, { providers: { models: painter } }) as PersonCtx;
}

beforeAll(async () => {
  painter = new Painter();
  await openStudio(database);
  staff = await someStaff();
});

let copies = 0;
/** A theme of its own for a test. */
async function aTheme(): Promise<Id<'promptTheme'>> {
  copies += 1;
  const [first] = await listStaffPromptThemes(staff);
  const slug = `copy-${copies}`;
  const { id } = await createPromptTheme(staff, {
    name: `Copy ${copies}`,
    slug,
    copyOf: first?.id ?? null,
  });
  return id;
}

async function aRun(parts: Partial<TestPrompts> = {}): Promise<TestPrompts> {
  const model = await database.db.baseModel.findUniqueOrThrow({ where: { slug: 'flux-lora' } });
  return TestPromptsSchema.parse({
    requestKey: crypto.randomUUID(),
    baseModelId: model.id,
    loraModelId: null,
    categoryId: 'dog',
    hemisphere: 'south',
    shape: 'square',
    months: [1, 2],
    seeds: [11, 12],
    ...parts,
  });
}

describe('texts of a theme', () => {
  it('become the next version, and only prompts that read differently lose the proof of their seeds', async () => {
    const [theme] = await listStaffPromptThemes(staff);
    if (!theme) throw new Error('no theme');
    // Nobody judged the seeds that come with a new installation.
    expect(theme).toMatchObject({ seeds: 24, provenSeeds: 0, provenMonths: 0 });
    await database.db.promptSeed.updateMany({
      where: { prompt: { themeId: theme.id } },
      data: { promptVersion: 1 },
    });
    const before = await getStaffPromptTheme(staff, theme.id);
    const content = {
      ...before.content,
      names: { ...before.content.names, en: 'Renamed' },
      prompts: before.content.prompts.with(4, {
        template: '{subject} in May, {nature}',
        negativePrompt: '',
      }),
    };
    const saved = await savePromptTheme(staff, {
      themeId: theme.id,
      content,
      expectedVersion: before.version,
    });
    expect(saved).toEqual({ version: before.version + 1, changedMonths: [5] });
    const after = await getStaffPromptTheme(staff, theme.id);
    expect(after.content).toEqual(content);
    expect(
      after.prompts.map(({ seeds }) => seeds.filter(({ isProven }) => isProven).length),
    ).toEqual([2, 2, 2, 2, 0, 2, 2, 2, 2, 2, 2, 2]);
    expect(after.prompts.map(({ seeds }) => seeds.length)).toEqual(Array(12).fill(2));

    // An earlier version can be looked at and taken back; nothing is lost on the way.
    const older = await getStaffPromptTheme(staff, theme.id, before.version);
    expect(older.content).toEqual(before.content);
    expect(older.shownVersion).toBe(before.version);
    await savePromptTheme(staff, {
      themeId: theme.id,
      content: older.content,
      expectedVersion: saved.version,
    });
    const restored = await getStaffPromptTheme(staff, theme.id);
    expect(restored.content).toEqual(before.content);
    expect(restored.versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    await expect(getStaffPromptTheme(staff, theme.id, 99)).rejects.toThrow(
      'prompt_theme.not_found',
    );
  });

  it('saved twice as they are make no new version', async () => {
    themeId = await aTheme();
    const { content, version } = await getStaffPromptTheme(staff, themeId);
    expect(await savePromptTheme(staff, { themeId, content, expectedVersion: version })).toEqual({
      version,
      changedMonths: [],
    });
  });

  it('are refused where a placeholder is unknown or a language has no English, naming the field', async () => {
    themeId = await aTheme();
    const { content, version } = await getStaffPromptTheme(staff, themeId);
    const wrong = {
      ...content,
      names: { uk: 'Тема' },
      prompts: content.prompts.with(0, { template: '{subject} in {plaec}', negativePrompt: '' }),
    };
    await expect(
      savePromptTheme(staff, { themeId, content: wrong, expectedVersion: version }),
    ).rejects.toMatchObject({
      code: 'prompt_theme.invalid',
      fields: { 'names.en': 'required', 'prompts.0.template': 'unknown_placeholder' },
    });
    await expect(
      savePromptTheme(staff, {
        themeId,
        content: { ...content, categoryIds: ['unicorn'] },
        expectedVersion: version,
      }),
    ).rejects.toMatchObject({ fields: { categoryIds: 'unknown' } });
    expect((await getStaffPromptTheme(staff, themeId)).content).toEqual(content);
  });

  it('of two who save at once one wins and the other is told', async () => {
    themeId = await aTheme();
    const { content, version } = await getStaffPromptTheme(staff, themeId);
    const results = await Promise.allSettled(
      ['one', 'two', 'three'].map((styleText) =>
        savePromptTheme(staff, {
          themeId,
          content: { ...content, styleText },
          expectedVersion: version,
        }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'prompt_theme.conflict' });
    const after = await getStaffPromptTheme(staff, themeId);
    expect(after.version).toBe(version + 1);
    // The style closes every prompt, so every month reads differently.
    expect(after.prompts.every((prompt) => prompt.version === 2)).toBe(true);
  });
});

describe('the shelf', () => {
  it('starts a blank theme or a copy as a draft at its end, and refuses an address that is taken', async () => {
    const { id } = await createPromptTheme(staff, { name: 'Blank', slug: 'blank', copyOf: null });
    const blank = await getStaffPromptTheme(staff, id);
    expect(blank).toMatchObject({ status: 'DRAFT', content: { names: { en: 'Blank' } } });
    expect(blank.prompts).toHaveLength(12);
    expect((await listStaffPromptThemes(staff)).at(-1)?.id).toBe(id);
    await expect(
      createPromptTheme(staff, { name: 'Again', slug: 'blank', copyOf: null }),
    ).rejects.toMatchObject({ code: 'prompt_theme.invalid', fields: { slug: 'taken' } });
    await expect(
      createPromptTheme(staff, { name: 'X', slug: 'no-source', copyOf: newId('promptTheme') }),
    ).rejects.toThrow('prompt_theme.not_found');
  });

  it('shows customers what is offered, in the order that staff gave it', async () => {
    const customer = (await database.person()).ctx;
    const shown = async () =>
      (await studioChoices(customer, 'en')).themes.map(({ id }) => id as string);
    const draft = await aTheme();
    const before = await shown();
    expect(before).not.toContain(draft);
    await changePromptTheme(staff, draft, { change: 'status', status: 'PUBLISHED' });
    expect((await shown()).at(-1)).toBe(draft);
    const [first = '', second = ''] = before;
    await changePromptTheme(staff, second as Id<'promptTheme'>, {
      change: 'place',
      towards: 'start',
    });
    expect((await shown()).slice(0, 2)).toEqual([second, first]);
    await changePromptTheme(staff, draft, { change: 'status', status: 'RETIRED' });
    expect(await shown()).not.toContain(draft);
    await expect(
      changePromptTheme(staff, newId('promptTheme'), { change: 'status', status: 'DRAFT' }),
    ).rejects.toThrow('prompt_theme.not_found');
  });

  it('is for staff alone', async () => {
    const { ctx } = await database.person();
    themeId = await aTheme();
    const run = await aRun();
    for (const attempt of [
      listStaffPromptThemes(ctx),
      getStaffPromptTheme(ctx, themeId),
      createPromptTheme(ctx, { name: 'X', slug: 'xxx', copyOf: null }),
      changePromptTheme(ctx, themeId, { change: 'status', status: 'PUBLISHED' }),
      testPrompts(ctx, themeId, run),
      getTestDesk(ctx, themeId),
      keepSeed(ctx, newId('generation')),
      listBaseModels(ctx),
      listCategories(ctx),
    ])
      await expect(attempt).rejects.toThrow('account.not_allowed');
  });
});

describe('the test desk', () => {
  it('paints every month with every seed, free of stars, once for one press', async () => {
    themeId = await aTheme();
    const run = await aRun();
    const results = await Promise.all([
      testPrompts(staff, themeId, run),
      testPrompts(staff, themeId, run),
    ]);
    expect(results.map(({ started }) => started).toSorted()).toEqual([0, 4]);
    await work(staff);
    const { tests } = await getTestDesk(staff, themeId);
    expect(tests).toHaveLength(4);
    for (const test of tests) {
      expect(test).toMatchObject({ status: 'COMPLETED', isPresentText: true, isKept: false });
      expect(test.prompt).toMatch(/\bdog\b/);
      expect(test.prompt).toContain('summer');
      expect(test.widthPx).toBe(test.heightPx);
    }
    expect(tests.map(({ month, seed }) => `${month}/${seed}`).toSorted()).toEqual([
      '1/11',
      '1/12',
      '2/11',
      '2/12',
    ]);
    const rows = await database.db.generation.findMany({
      where: { id: { in: tests.map(({ id }) => id) } },
    });
    expect(rows.every(({ stars, holdId }) => stars === 0 && holdId === null)).toBe(true);
    // Another person of the staff does not see whom this one painted.
    expect((await getTestDesk(await someStaff(), themeId)).tests).toEqual([]);
  });

  it('uses a learned model of one’s own and of nobody else', async () => {
    themeId = await aTheme();
    const own = await aLora(staff, staff.actor.userId);
    const other = await database.person();
    const foreign = await aLora(database.ctx(other.actor), other.userId);
    const months = [3];
    const seeds = [5];
    await testPrompts(staff, themeId, await aRun({ loraModelId: own, months, seeds }));
    const [test] = (await getTestDesk(staff, themeId)).tests;
    expect(test?.prompt).toContain(`tok${own.slice(-8)} woman`);
    expect(test?.subjectName).toBe('Olena');
    await expect(
      testPrompts(staff, themeId, await aRun({ loraModelId: foreign, months, seeds })),
    ).rejects.toThrow('lora.not_found');
    await expect(
      testPrompts(staff, themeId, await aRun({ categoryId: 'unicorn' })),
    ).rejects.toThrow('category.not_found');
    await work(staff);
  });

  it('keeps a good seed for the text that was painted; a change of the text asks for a new proof', async () => {
    themeId = await aTheme();
    const run = async () => {
      await testPrompts(staff, themeId, await aRun({ months: [7], seeds: [4711] }));
      await work(staff);
      const [test] = (await getTestDesk(staff, themeId)).tests;
      if (!test) throw new Error('no test');
      return test;
    };
    const july = async () => (await getStaffPromptTheme(staff, themeId)).prompts[6]?.seeds ?? [];
    const first = await run();
    await Promise.all([keepSeed(staff, first.id), keepSeed(staff, first.id)]);
    expect(await july()).toMatchObject([{ seed: 4711, isProven: true }]);
    expect((await getTestDesk(staff, themeId)).tests[0]?.isKept).toBe(true);

    const { content, version } = await getStaffPromptTheme(staff, themeId);
    await savePromptTheme(staff, {
      themeId,
      content: { ...content, styleText: 'Pencil' },
      expectedVersion: version,
    });
    expect(await july()).toMatchObject([{ seed: 4711, isProven: false }]);
    // The old test proves the old text alone.
    await keepSeed(staff, first.id);
    expect(await july()).toMatchObject([{ isProven: false }]);
    const second = await run();
    expect(second.prompt).toContain('Pencil');
    await keepSeed(staff, second.id);
    const [seed] = await july();
    expect(seed).toMatchObject({ seed: 4711, isProven: true });

    if (!seed) throw new Error('no seed');
    await dropSeed(staff, seed.id);
    expect(await july()).toEqual([]);
    await expect(dropSeed(staff, seed.id)).rejects.toThrow('seed.not_found');
  });

  it('makes a test the cover of its theme, seen by all once it is offered', async () => {
    themeId = await aTheme();
    await testPrompts(staff, themeId, await aRun({ months: [1], seeds: [3] }));
    await work(staff);
    const [test] = (await getTestDesk(staff, themeId)).tests;
    if (!test) throw new Error('no test');
    const customer = (await database.person()).ctx;
    await expect(openThemeCover(customer, themeId, false)).rejects.toThrow(
      'prompt_theme.not_found',
    );
    await changePromptTheme(staff, themeId, { change: 'cover', generationId: test.id });
    await expect(openThemeCover(customer, themeId, false)).rejects.toThrow(
      'prompt_theme.not_found',
    );
    await changePromptTheme(staff, themeId, { change: 'status', status: 'PUBLISHED' });
    const cover = await openThemeCover(customer, themeId, false);
    if (!('open' in cover)) throw new Error('no picture');
    (await cover.open()).destroy();
    const theme = (await studioChoices(customer, 'en')).themes.find(({ id }) => id === themeId);
    expect(theme?.coverUrl).toMatch(new RegExp(`^/api/prompt-themes/${themeId}/cover`));
    // Neither a picture of another theme nor of another person.
    const elsewhere = await aTheme();
    await expect(
      changePromptTheme(staff, elsewhere, { change: 'cover', generationId: test.id }),
    ).rejects.toThrow('generation.not_found');
    await expect(
      changePromptTheme(await someStaff(), themeId, { change: 'cover', generationId: test.id }),
    ).rejects.toThrow('generation.not_found');
    // Its owner deletes the picture: the cover that the theme came with is shown instead, if there was one.
    await database.db.promptTheme.update({ where: { id: themeId }, data: { coverPath: '/x.jpg' } });
    const { pictureId } = await database.db.generation.findUniqueOrThrow({
      where: { id: test.id },
    });
    await database.db.picture.update({
      where: { id: pictureId ?? '' },
      data: { deletedAt: new Date() },
    });
    expect(await openThemeCover(customer, themeId, false)).toEqual({ path: '/x.jpg' });
    await database.db.promptTheme.update({ where: { id: themeId }, data: { coverPath: null } });
    await changePromptTheme(staff, themeId, { change: 'cover', generationId: null });
    await expect(openThemeCover(customer, themeId, false)).rejects.toThrow(
      'prompt_theme.not_found',
    );
  });

  it('counts what customers got, what was rejected and what they picked, and no tests', async () => {
    themeId = await aTheme();
    await testPrompts(staff, themeId, await aRun({ months: [1], seeds: [1, 2, 3, 4] }));
    await work(staff);
    const tests = await database.db.generation.findMany({
      where: { promptRow: { themeId } },
      orderBy: { id: 'asc' },
    });
    const [one, two, three, four] = tests.map(({ id }) => id);
    const count = async () => (await getStaffPromptTheme(staff, themeId)).prompts[0]?.counts;
    expect(await count()).toEqual({ ended: 0, pictures: 0, rejected: 0, picked: 0 });
    const where = { id: { in: [one ?? '', two ?? '', three ?? ''] } };
    await database.db.generation.updateMany({ where, data: { purpose: 'CUSTOMER' } });
    await database.db.generation.update({
      where: { id: two ?? '' },
      data: { pickedAt: new Date() },
    });
    // What has ended stays as it ended, so a rejected one is a row of its own.
    const source = tests.find(({ id }) => id === four);
    if (!source) throw new Error('no test');
    await database.db.generation.create({
      data: {
        ...source,
        loras: [],
        id: newId('generation'),
        purpose: 'CUSTOMER',
        status: 'FAILED',
        errorCode: 'model.blocked',
        pictureId: null,
      },
    });
    expect(await count()).toEqual({ ended: 4, pictures: 3, rejected: 1, picked: 1 });
    const listed = (await listStaffPromptThemes(staff)).find(({ id }) => id === themeId);
    expect(listed?.counts).toEqual({ ended: 4, pictures: 3, rejected: 1, picked: 1 });
  });
});

describe('models and categories', () => {
  const model = async (slug: string) => {
    const found = (await listBaseModels(staff)).find((one) => one.slug === slug);
    if (!found) throw new Error(`no model ${slug}`);
    return found;
  };
  const change = async (slug: string, parts: object) => {
    const { id, name, version, priceStars, isDefault, isActive, settings, updatedAt } =
      await model(slug);
    return saveBaseModel(staff, id, {
      name,
      version,
      priceStars,
      isDefault,
      isActive,
      settings: settings as Record<string, unknown>,
      expectedUpdatedAt: updatedAt,
      ...parts,
    });
  };

  it('change the price that customers are shown, with a trace of who did', async () => {
    await change('flux-lora', { priceStars: 5 });
    const customer = (await database.person()).ctx;
    const choice = (await studioChoices(customer, 'en')).baseModels.find(
      ({ isDefault }) => isDefault,
    );
    expect(choice?.priceStars).toBe(5);
    const { id } = await model('flux-lora');
    expect(
      await database.db.auditEvent.findFirst({
        where: { action: 'base_model.saved', subject: id },
      }),
    ).toMatchObject({
      actorId: staff.actor.userId,
      data: expect.objectContaining({ priceStars: 5, priceBefore: 2 }),
    });
  });

  it('keep one default of each type, and never none', async () => {
    await change('flux-2-lora', { isDefault: true });
    expect((await model('flux-lora')).isDefault).toBe(false);
    await expect(change('flux-2-lora', { isDefault: false })).rejects.toMatchObject({
      code: 'base_model.invalid',
      fields: { isDefault: 'needs_default' },
    });
    await expect(change('flux-2-lora', { isActive: false })).rejects.toMatchObject({
      fields: { isActive: 'default_is_active' },
    });
    await Promise.allSettled([
      change('flux-lora', { isDefault: true }),
      change('flux-2-lora', { isDefault: true }),
    ]);
    const defaults = async () =>
      (await listBaseModels(staff)).filter(({ type, isDefault }) => type === 'FLUX' && isDefault);
    expect(await defaults()).toHaveLength(1);
    await change('flux-lora', { isDefault: true });
    expect((await defaults()).map(({ slug }) => slug)).toEqual(['flux-lora']);
  });

  it('refuse settings that the code cannot speak, naming the field, and a second hand on the same row', async () => {
    const { settings, updatedAt } = await model('flux-lora');
    const read = PictureModelSettingsSchema.parse(settings);
    await expect(
      change('flux-lora', { settings: { ...read, lorasMax: 'many' } }),
    ).rejects.toMatchObject({
      code: 'base_model.invalid',
      fields: { 'settings.lorasMax': expect.any(String) },
    });
    const trainer = (await model('flux-fast-trainer')).settings;
    await expect(change('flux-lora', { settings: trainer })).rejects.toMatchObject({
      fields: { 'settings.kind': 'picture' },
    });
    await change('flux-lora', { name: 'Flux' });
    await expect(
      change('flux-lora', { name: 'Other', expectedUpdatedAt: updatedAt }),
    ).rejects.toThrow('base_model.conflict');
    expect((await model('flux-lora')).name).toBe('Flux');
  });

  it('change the words of a category for every prompt, and refuse a look among the subjects', async () => {
    const dog = (await listCategories(staff)).find(({ id }) => id === 'dog');
    if (!dog) throw new Error('no dog');
    const { names, isActive, sortOrder } = dog;
    const words = { ...dog.words, noun: 'hound' };
    await saveCategory(staff, 'dog', { names, words, isActive, sortOrder });
    themeId = await aTheme();
    await testPrompts(staff, themeId, await aRun({ months: [1], seeds: [1] }));
    expect((await getTestDesk(staff, themeId)).tests[0]?.prompt).toMatch(/\bhound\b/);
    await work(staff);
    await expect(
      saveCategory(staff, 'dog', {
        names: { uk: 'Пес' },
        words: { ...words, kind: 'style' },
        isActive,
        sortOrder,
      }),
    ).rejects.toMatchObject({
      code: 'category.invalid',
      fields: { 'names.en': 'required', 'words.kind': 'wrong_kind' },
    });
    await expect(
      saveCategory(staff, 'unicorn', { names, words, isActive, sortOrder }),
    ).rejects.toThrow('category.not_found');
  });

  it('are added like one that is known, and offered only when staff switch them on', async () => {
    const source = await model('flux-fast-trainer');
    const wish = {
      copyOf: source.id,
      slug: 'newer-trainer',
      name: 'Newer',
      version: '2',
      endpoint: 'fal-ai/newer-trainer',
      family: 'flux-1',
    };
    await createBaseModel(staff, wish);
    expect(await model('newer-trainer')).toMatchObject({
      type: 'FLUX_FAST',
      priceStars: source.priceStars,
      settings: source.settings,
      isActive: false,
      isDefault: false,
    });
    await expect(createBaseModel(staff, wish)).rejects.toMatchObject({ fields: { slug: 'taken' } });
    for (const endpoint of [
      '../evil',
      'fal-ai/../x',
      'https://evil.test/x',
      'fal-ai',
      'fal-ai/x?y',
    ])
      expect(CreateBaseModelSchema.safeParse({ ...wish, endpoint }).success, endpoint).toBe(false);

    const parrot = {
      id: 'parrot',
      type: 'PORTRAIT',
      name: 'Parrot',
      needsGuardian: false,
    } as const;
    await createCategory(staff, parrot);
    expect((await listCategories(staff)).at(-1)).toMatchObject({
      id: 'parrot',
      isActive: false,
      words: { noun: 'parrot' },
    });
    await expect(createCategory(staff, parrot)).rejects.toMatchObject({
      code: 'category.invalid',
      fields: { id: 'taken' },
    });
  });
});
