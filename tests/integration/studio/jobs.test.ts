import { expect, test } from 'vitest';
import { getCalendar } from '@/lib/calendars/get-calendar';
import { type Id, newId } from '@/lib/core/ids';
import type { YearMonth } from '@/lib/core/plain-date';
import { deletePictures } from '@/lib/pictures/delete-pictures';
import { calendarOfJob } from '@/lib/studio/calendar-of-job';
import { cancelJob } from '@/lib/studio/cancel-job';
import { choosePicture } from '@/lib/studio/choose-picture';
import { getGeneration } from '@/lib/studio/get-generation';
import { getJob } from '@/lib/studio/get-job';
import type { StartMonthSet, StartPrompt } from '@/lib/studio/job-settings';
import { listGallery } from '@/lib/studio/list-gallery';
import { listJobs } from '@/lib/studio/list-jobs';
import { markFavourite } from '@/lib/studio/mark-favourite';
import { repeatGeneration } from '@/lib/studio/repeat-generation';
import { startMonthSet } from '@/lib/studio/start-month-set';
import { startPrompt } from '@/lib/studio/start-prompt';
import { studioChoices } from '@/lib/studio/studio-choices';
import { useDatabase } from '@/tests/support/database';
import { aLora, finish, openStudio, type Studio, starsOf, work } from './studio-world';

const database = useDatabase();

const aSet = (studio: Studio, more: Partial<StartMonthSet> = {}): StartMonthSet => ({
  kind: 'MONTH_SET',
  requestKey: crypto.randomUUID(),
  baseModelId: studio.baseModelId,
  loraModelId: studio.loraModelId,
  themeId: studio.themeId,
  candidates: 1,
  formatId: 'wall-a3-portrait',
  layoutId: 'photo-above',
  hemisphere: 'north',
  place: '',
  outfit: '',
  style: null,
  starsShown: 24,
  ...more,
});

const aPrompt = (studio: Studio, more: Partial<StartPrompt> = {}): StartPrompt => ({
  kind: 'PROMPT',
  requestKey: crypto.randomUUID(),
  baseModelId: studio.baseModelId,
  prompt: 'tok woman on a red bench',
  negativePrompt: '',
  formatId: 'wall-a4-landscape',
  layoutId: 'photo-full',
  sizePx: null,
  steps: 28,
  guidance: 3.5,
  seed: 7,
  loras: [{ loraModelId: studio.loraModelId, scale: 1 }],
  count: 1,
  starsShown: 2,
  ...more,
});

const reader = { locale: 'uk', acceptLanguage: 'uk-UA' } as const;

const newCalendar = {
  into: 'new',
  formatId: 'wall-a3-portrait',
  layoutId: 'photo-above',
  from: '2027-03' as YearMonth,
} as const;

test('a set of twelve is paid once, comes whole, and fills the months of a calendar', async () => {
  const studio = await openStudio(database);
  const { ctx, userId } = studio;
  const input = aSet(studio);
  const { jobId } = await startMonthSet(ctx, input);
  expect(await starsOf(ctx, userId)).toEqual({ balance: 976, held: 24 });
  // The same press of the button once more is the same job.
  expect(await startMonthSet(ctx, input)).toEqual({ jobId });
  expect(await starsOf(ctx, userId)).toEqual({ balance: 976, held: 24 });
  await work(ctx);
  expect(await starsOf(ctx, userId)).toEqual({ balance: 976, held: 0 });
  const job = await getJob(ctx, jobId);
  expect(job).toMatchObject({ status: 'COMPLETED', starsTotal: 24, starsSpent: 24 });
  expect(job.tasks.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const prompts = job.tasks.flatMap((task) => task.generations.map(({ prompt }) => prompt));
  const trigger = (
    await database.db.loraModel.findUniqueOrThrow({ where: { id: studio.loraModelId } })
  ).triggerWord;
  expect(new Set(prompts).size).toBe(12);
  expect(prompts.every((prompt) => prompt.includes(trigger) && !/[{}]/.test(prompt))).toBe(true);
  expect(studio.painter.inputs[0]).toMatchObject({
    image_size: { width: job.tasks[0]?.generations[0]?.widthPx },
    loras: [{ scale: expect.any(Number), path: expect.stringMatching(/^https/) }],
  });

  const { calendarId } = await calendarOfJob(ctx, jobId, newCalendar, reader);
  const { document } = await getCalendar(ctx, calendarId);
  expect(document).toMatchObject({ from: '2027-03', language: 'uk', monthCount: 12 });
  const march = job.tasks[2]?.generations[0]?.picture?.id;
  expect(document.pages[0]?.slots[0]?.pictureId).toBe(march);
  expect(document.pages.every((page) => page.slots[0] !== null)).toBe(true);
  expect(document.cover.slots[0]).not.toBeNull();

  // A locked page of a calendar that is there stays; the others follow another choice.
  const [january, february] = job.tasks.map((task) => task.generations[0]);
  if (!january || !february) throw new Error('no pictures');
  await choosePicture(ctx, { jobId, month: 2, generationId: january.id });
  const swapped = await getJob(ctx, jobId);
  expect(swapped.tasks.slice(0, 2).map(({ chosenId }) => chosenId)).toEqual([
    february.id,
    january.id,
  ]);
  await calendarOfJob(ctx, jobId, { into: 'existing', calendarId }, reader);
  const changed = (await getCalendar(ctx, calendarId)).document;
  expect(changed.pages[10]?.slots[0]?.pictureId).toBe(february.picture?.id);
  expect(changed.pages[11]?.slots[0]?.pictureId).toBe(january.picture?.id);
  expect(await listJobs(ctx, { kind: 'MONTH_SET', limit: 5 })).toMatchObject([
    { id: jobId, done: 12, total: 12 },
  ]);
}, 60_000);

test('black, hidden and refused pictures are tried with other seeds for one price', async () => {
  const studio = await openStudio(database);
  const { ctx, userId, painter } = studio;
  const faults = ['black', 'nsfw'] as const;
  painter.fault = (input) => faults[painter.inputs.indexOf(input)] ?? null;
  const { jobId } = await startPrompt(ctx, aPrompt(studio));
  await work(ctx);
  const job = await getJob(ctx, jobId);
  const [generation] = job.tasks[0]?.generations ?? [];
  expect(generation).toMatchObject({ status: 'COMPLETED', attempt: 3, stars: 2 });
  const seeds = painter.inputs.map(({ seed }) => seed);
  expect(new Set(seeds).size).toBe(3);
  expect(generation?.seed).toBe(seeds[2]);
  expect(await starsOf(ctx, userId)).toEqual({ balance: 998, held: 0 });
});

test('after the last try a picture failed with its reason, and its stars are back', async () => {
  const studio = await openStudio(database);
  const { ctx, userId, painter } = studio;
  painter.fault = () => 'refuses';
  const { jobId } = await startPrompt(ctx, aPrompt(studio));
  await work(ctx);
  const job = await getJob(ctx, jobId);
  expect(job.status).toBe('FAILED');
  const [failed] = job.tasks[0]?.generations ?? [];
  expect(failed).toMatchObject({ status: 'FAILED', errorCode: 'model.blocked', stars: 0 });
  expect(painter.inputs).toHaveLength(3);
  expect(await starsOf(ctx, userId)).toEqual({ balance: 1000, held: 0 });
  // Trying again is a new picture at the price that is shown.
  painter.fault = () => null;
  if (!failed) throw new Error('no picture');
  await repeatGeneration(ctx, failed.id, { how: 'again', starsShown: 2 });
  await work(ctx);
  expect(await getJob(ctx, jobId)).toMatchObject({ status: 'COMPLETED', starsSpent: 2 });
  expect(await starsOf(ctx, userId)).toEqual({ balance: 998, held: 0 });
});

test('cancelling gives back what is open, keeps what is done, and a result that comes too late is thrown away', async () => {
  const studio = await openStudio(database);
  const { ctx, userId, painter } = studio;
  const { jobId } = await startPrompt(ctx, aPrompt(studio, { count: 3, starsShown: 6 }));
  await work(ctx, 1);
  const [done, late] = (await getJob(ctx, jobId)).tasks[0]?.generations ?? [];
  if (!done || !late) throw new Error('no pictures');
  await finish(ctx, done.id);
  // The picture is on its way to us when the customer stops the job.
  painter.beforeDownload = () => cancelJob(ctx, jobId);
  await finish(ctx, late.id);
  expect(await cancelJob(ctx, jobId)).toEqual({ cancelled: 0 });
  await work(ctx);
  const job = await getJob(ctx, jobId);
  expect(job).toMatchObject({ status: 'COMPLETED', starsSpent: 2 });
  expect(job.tasks[0]?.generations.map(({ status }) => status)).toEqual([
    'COMPLETED',
    'CANCELLED',
    'CANCELLED',
  ]);
  expect(await starsOf(ctx, userId)).toEqual({ balance: 998, held: 0 });
  expect(await database.db.picture.count({ where: { ownerId: userId } })).toBe(1);
});

test('a picture is made again exactly from its record', async () => {
  const studio = await openStudio(database);
  const { ctx, painter } = studio;
  const { jobId } = await startMonthSet(ctx, aSet(studio));
  await work(ctx, 1);
  const [first] = (await getJob(ctx, jobId)).tasks[3]?.generations ?? [];
  if (!first) throw new Error('no picture');
  await finish(ctx, first.id);
  await cancelJob(ctx, jobId);
  const record = await getGeneration(ctx, first.id);
  const sent = painter.inputs.find(({ seed, prompt }) => {
    return seed === record.seed && prompt === record.prompt;
  });
  await startPrompt(
    ctx,
    aPrompt(studio, {
      prompt: record.prompt,
      negativePrompt: record.negativePrompt ?? '',
      sizePx: { widthPx: record.widthPx, heightPx: record.heightPx },
      steps: record.steps,
      guidance: record.guidance,
      seed: record.seed,
      loras: record.loras.map(({ loraModelId, scale }) => ({ loraModelId, scale })),
    }),
  );
  await work(ctx);
  expect(painter.inputs.at(-1)).toEqual(sent);
  expect((await studioChoices(ctx, 'en')).last.prompt).toMatchObject({
    seed: record.seed,
    count: 1,
  });
}, 60_000);

test('not enough stars, another price, and things of others change nothing', async () => {
  const studio = await openStudio(database, 10);
  const { ctx, userId } = studio;
  const other = await openStudio(database);
  const cases = [
    [() => startMonthSet(ctx, aSet(studio)), 'stars.not_enough'],
    [() => startPrompt(ctx, aPrompt(studio, { starsShown: 1 })), 'stars.price_changed'],
    [() => startMonthSet(ctx, aSet(studio, { loraModelId: other.loraModelId })), 'lora.not_found'],
    [
      () =>
        startPrompt(
          ctx,
          aPrompt(studio, { loras: [{ loraModelId: other.loraModelId, scale: 1 }] }),
        ),
      'lora.not_found',
    ],
    [
      () => startMonthSet(ctx, aSet(studio, { themeId: newId('promptTheme') })),
      'prompt_theme.not_found',
    ],
    [() => startPrompt(ctx, aPrompt(studio, { steps: 99 })), 'request.invalid'],
    [
      () => startPrompt(ctx, aPrompt(studio, { sizePx: { widthPx: 2048, heightPx: 2048 } })),
      'request.invalid',
    ],
  ] as const;
  for (const [attempt, code] of cases) await expect(attempt()).rejects.toMatchObject({ code });
  expect(await starsOf(ctx, userId)).toEqual({ balance: 10, held: 0 });
  for (const table of ['job', 'generation'] as const) {
    expect(
      await (database.db[table] as typeof database.db.job).count({ where: { ownerId: userId } }),
    ).toBe(0);
  }
  const { jobId } = await startPrompt(other.ctx, aPrompt(other));
  await work(other.ctx);
  const [picture] = (await getJob(other.ctx, jobId)).tasks[0]?.generations ?? [];
  if (!picture) throw new Error('no picture');
  const foreign = [
    [() => getJob(ctx, jobId), 'job.not_found'],
    [() => cancelJob(ctx, jobId), 'job.not_found'],
    [() => getGeneration(ctx, picture.id), 'generation.not_found'],
    [
      () => repeatGeneration(ctx, picture.id, { how: 'again', starsShown: 2 }),
      'generation.not_found',
    ],
    [
      () => markFavourite(ctx, { generationId: picture.id, isFavourite: true }),
      'generation.not_found',
    ],
    [() => choosePicture(ctx, { jobId, month: 1, generationId: picture.id }), 'job.not_found'],
    [() => calendarOfJob(ctx, jobId, newCalendar, reader), 'job.not_found'],
  ] as const;
  for (const [attempt, code] of foreign) await expect(attempt()).rejects.toMatchObject({ code });
});

test('two tabs cannot spend the same stars twice', async () => {
  const studio = await openStudio(database, 24);
  const starts = await Promise.allSettled([
    startMonthSet(studio.ctx, aSet(studio)),
    startMonthSet(studio.ctx, aSet(studio)),
  ]);
  expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await starsOf(studio.ctx, studio.userId)).toEqual({ balance: 0, held: 24 });
  await cancelJob(
    studio.ctx,
    (await listJobs(studio.ctx, { kind: 'MONTH_SET', limit: 1 }))[0]?.id as Id<'job'>,
  );
});

test('a shared style costs what its owner asks and pays the owner a part, only for what came', async () => {
  const studio = await openStudio(database);
  const { ctx, userId, painter } = studio;
  const artist = await database.person();
  const shared = await aLora(ctx, artist.userId, {
    type: 'STYLE',
    isPublic: true,
    starsRequired: 10,
  });
  const hidden = await aLora(ctx, artist.userId, { type: 'STYLE' });
  const loras = [
    { loraModelId: studio.loraModelId, scale: 1 },
    { loraModelId: shared, scale: 0.8 },
  ];
  await expect(
    startPrompt(ctx, aPrompt(studio, { loras: [{ loraModelId: hidden, scale: 1 }] })),
  ).rejects.toMatchObject({ code: 'lora.not_found' });
  painter.fault = ({ seed }) => (seed === 7 ? null : 'refuses');
  await startPrompt(ctx, aPrompt(studio, { loras, count: 2, starsShown: 24 }));
  await work(ctx);
  expect(await starsOf(ctx, userId)).toEqual({ balance: 988, held: 0 });
  const { balance } = await starsOf(ctx, artist.userId);
  expect(balance).toBeGreaterThan(0);
  expect(balance).toBeLessThanOrEqual(10);
});

test('again has another seed, a variation the same seed and other words; both once while under way', async () => {
  const studio = await openStudio(database);
  const { ctx } = studio;
  const { jobId } = await startPrompt(ctx, aPrompt(studio));
  await work(ctx);
  const [first] = (await getJob(ctx, jobId)).tasks[0]?.generations ?? [];
  if (!first) throw new Error('no picture');
  const again = await repeatGeneration(ctx, first.id, { how: 'again', starsShown: 2 });
  expect(await repeatGeneration(ctx, first.id, { how: 'again', starsShown: 2 })).toEqual(again);
  const varied = await repeatGeneration(ctx, first.id, { how: 'variation', starsShown: 2 });
  expect(await repeatGeneration(ctx, first.id, { how: 'variation', starsShown: 2 })).toEqual(
    varied,
  );
  await repeatGeneration(ctx, first.id, { how: 'edit', prompt: 'a blue bench', starsShown: 2 });
  await work(ctx);
  const [, a, v, e] = (await getJob(ctx, jobId)).tasks[0]?.generations ?? [];
  expect(a).toMatchObject({ id: again.generationId, prompt: first.prompt });
  expect(a?.seed).not.toBe(first.seed);
  expect(v).toMatchObject({ id: varied.generationId, seed: first.seed });
  expect(v?.prompt).not.toBe(first.prompt);
  expect(e).toMatchObject({ prompt: 'a blue bench', seed: first.seed });
  expect(await starsOf(ctx, studio.userId)).toEqual({ balance: 992, held: 0 });
});

test('the gallery filters, and a deleted picture is gone from it and from its month', async () => {
  const studio = await openStudio(database);
  const { ctx } = studio;
  const { jobId } = await startPrompt(ctx, aPrompt(studio, { count: 2, starsShown: 4 }));
  await work(ctx);
  const [one, two] = (await getJob(ctx, jobId)).tasks[0]?.generations ?? [];
  if (!one?.picture || !two) throw new Error('no pictures');
  await markFavourite(ctx, { generationId: one.id, isFavourite: true });
  const ids = async (query: Parameters<typeof listGallery>[1]) =>
    (await listGallery(ctx, query)).pictures.map(({ id }) => id);
  expect(await ids({})).toEqual([two.id, one.id]);
  expect(await ids({ favourites: true })).toEqual([one.id]);
  expect(await ids({ loraModelId: studio.loraModelId })).toHaveLength(2);
  expect(await ids({ loraModelId: newId('loraModel') })).toEqual([]);
  expect(await ids({ themeId: studio.themeId })).toEqual([]);
  await deletePictures(ctx, [one.picture.id], { removeFromCalendars: false });
  expect(await ids({})).toEqual([two.id]);
  await expect(getGeneration(ctx, one.id)).rejects.toMatchObject({ code: 'generation.not_found' });
  const [task] = (await getJob(ctx, jobId)).tasks;
  expect(task?.chosenId).toBe(two.id);
});
