import sharp from 'sharp';
import { expect, test } from 'vitest';
import { placePicture } from '@/lib/calendars/change-document';
import { createCalendar } from '@/lib/calendars/create-calendar';
import type { PersonCtx } from '@/lib/db/context';
import { AI_SOURCE_TYPE } from '@/lib/pictures/ai-mark';
import { getPrintMasters, startPrintMasters } from '@/lib/studio/start-print-masters';
import { sampleDocument } from '@/tests/unit/calendars-editor/sample-document';
import { openStudio } from './open-studio';

const studio = openStudio();

/** A calendar of one month with a picture that the provider painted. */
async function paintedCalendar(person: PersonCtx) {
  const generationId = await studio.order(person, 'a lake in March, watercolour');
  await studio.run();
  const { pictureId } = await studio.generation(generationId);
  const short = sampleDocument({ monthCount: 1, pages: sampleDocument().pages.slice(0, 1) });
  const id = pictureId as `pic_${string}`;
  const document = placePicture(short, { pageIndex: 0, slotIndex: 0 }, id);
  return { pictureId: id, ...(await createCalendar(person, { document })) };
}

test('a painted picture is enlarged over HTTP by webhook, four times as large, and paid once', async () => {
  const person = await studio.customer(20);
  const { pictureId, calendarId } = await paintedCalendar(person);
  const before = await person.db.picture.findUniqueOrThrow({ where: { id: pictureId } });
  const { stars } = await getPrintMasters(person, { calendarId });
  expect(stars).toBe(1);
  const { balance } = await studio.account(person);
  await startPrintMasters(person, { calendarId, stars });
  await studio.run(2);
  expect(await studio.account(person)).toEqual({ balance: balance - stars, held: 0 });
  expect(await getPrintMasters(person, { calendarId })).toMatchObject({ wanted: 0, open: 0 });
  const after = await person.db.picture.findUniqueOrThrow({ where: { id: pictureId } });
  expect(after.widthPx).toBe((before.widthPx ?? 0) * 4);
  const master = await person.providers.files.readAll(after.masterKey);
  const { width, xmpAsString } = await sharp(master).metadata();
  expect(width).toBe(after.widthPx);
  expect(xmpAsString).toContain(AI_SOURCE_TYPE);
});
