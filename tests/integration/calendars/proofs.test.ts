import { execFile } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { changePage, placePicture } from '@/lib/calendars/change-document';
import { createCalendar } from '@/lib/calendars/create-calendar';
import type { CalendarDocument } from '@/lib/calendars/document';
import { getProof } from '@/lib/calendars/get-proof';
import { openProofFile } from '@/lib/calendars/open-proof-file';
import { STALLED_AFTER_MS } from '@/lib/calendars/present-proof';
import { proofMatchesCalendar } from '@/lib/calendars/proof-matches';
import { ATTEMPTS_MAX } from '@/lib/calendars/render-proof';
import { requestProof } from '@/lib/calendars/request-proof';
import { saveCalendar } from '@/lib/calendars/save-calendar';
import type { Clock } from '@/lib/core/clock';
import type { ErrorCode } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { yearMonth } from '@/lib/core/plain-date';
import { inTransaction, type PersonCtx } from '@/lib/db/context';
import { handleProofRender } from '@/lib/jobs/handlers/proof-render';
import { useDatabase } from '@/tests/support/database';
import { sampleDocument } from '@/tests/unit/calendars-editor/sample-document';
import { storedPicture } from './stored-pictures';

const test = useDatabase();
const refused = (code: ErrorCode) => expect.objectContaining({ code });
const run = promisify(execFile);

/** One month of the largest pictures a test can afford, so that a real file is made in a moment. */
async function aCalendar(change: Partial<CalendarDocument> = {}) {
  const person = await test.person();
  const pictureId = await storedPicture(person.ctx, person.userId, {
    widthPx: 2000,
    heightPx: 1500,
  });
  const short = sampleDocument({
    monthCount: 1,
    pages: sampleDocument().pages.slice(0, 1),
    formatId: 'wall-a4-landscape',
    holidaySets: [{ country: 'UA', region: null }],
    ...change,
  });
  const document = placePicture(short, { pageIndex: 0, slotIndex: 0 }, pictureId);
  const { calendarId } = await createCalendar(person.ctx, { document });
  return { ...person, pictureId, document, calendarId };
}

function jobsFor(proofId: string): Promise<number> {
  return test.db.$queryRaw<{ count: bigint }[]>`
    select count(*) from pgboss.job where name = 'proof.render' and data->>'proofId' = ${proofId}`.then(
    (rows) => Number(rows[0]?.count),
  );
}

const matches = (ctx: PersonCtx, proofId: Id<'proof'>) =>
  inTransaction(ctx, (tx) => proofMatchesCalendar(tx, proofId));

const at = (instant: Date): Clock => ({ now: () => instant });

describe('asking for a proof', () => {
  it('makes one row and one job, however often and however simultaneously it is asked', async () => {
    const { ctx, calendarId } = await aCalendar();
    const asked = await Promise.all(
      Array.from({ length: 5 }, () => requestProof(ctx, { calendarId, kind: 'PROOF' })),
    );
    const ids = new Set(asked.map(({ id }) => id));
    expect(ids.size).toBe(1);
    const [proof] = asked;
    expect(proof).toMatchObject({ status: 'QUEUED', pagesDone: 0, pageCount: 3 });
    expect(await jobsFor(proof?.id ?? '')).toBe(1);
    const print = await requestProof(ctx, { calendarId, kind: 'PRINT' });
    expect(ids.has(print.id)).toBe(false);
  });

  it('is a new proof after the calendar, a picture or a holiday has changed, and the old one matches no more', async () => {
    const { ctx, calendarId, document, pictureId } = await aCalendar();
    const first = await requestProof(ctx, { calendarId, kind: 'PRINT' });
    expect(await matches(ctx, first.id)).toBe(true);

    const caption = changePage(document, 0, { caption: 'Осінь' });
    await saveCalendar(ctx, { calendarId, expectedVersion: 1, document: caption });
    expect(await matches(ctx, first.id)).toBe(false);
    const second = await requestProof(ctx, { calendarId, kind: 'PRINT' });

    await test.db.picture.update({ where: { id: pictureId }, data: { contentHash: 'other' } });
    expect(await matches(ctx, second.id)).toBe(false);
    const third = await requestProof(ctx, { calendarId, kind: 'PRINT' });

    await test.db.holiday.create({
      data: {
        id: newId('holiday'),
        country: 'UA',
        action: 'ADD',
        monthDay: '09-10',
        names: { en: 'Day of Tests', uk: 'День перевірок' },
        kind: 'PUBLIC',
        reason: 'a test',
        createdById: newId('user'),
      },
    });
    expect(await matches(ctx, third.id)).toBe(false);
    const fourth = await requestProof(ctx, { calendarId, kind: 'PRINT' });
    await test.db.holiday.deleteMany();
    expect(new Set([first.id, second.id, third.id, fourth.id]).size).toBe(4);
    expect(await matches(ctx, third.id)).toBe(true);
  });

  it('refuses the print file of a calendar that is over, and says so', async () => {
    const { ctx, calendarId } = await aCalendar({ from: yearMonth(2020, 1) });
    await expect(requestProof(ctx, { calendarId, kind: 'PRINT' })).rejects.toEqual(
      refused('cart.year_passed'),
    );
  });

  it('starts a failed and an abandoned one again', async () => {
    const { ctx, calendarId } = await aCalendar();
    const { id } = await requestProof(ctx, { calendarId, kind: 'PROOF' });
    await test.db.proof.update({
      where: { id },
      data: { status: 'FAILED', failureCode: 'proof.failed', attempts: 4 },
    });
    const again = await requestProof(ctx, { calendarId, kind: 'PROOF' });
    expect(again).toMatchObject({ id, status: 'QUEUED', failureCode: null });
    expect(await jobsFor(id)).toBe(2);

    const later = at(new Date(Date.now() + STALLED_AFTER_MS + 60_000));
    const lateCtx = test.ctx(ctx.actor, { clock: later }) as PersonCtx;
    expect(await getProof(lateCtx, id)).toMatchObject({ isStalled: true });
    const revived = await requestProof(lateCtx, { calendarId, kind: 'PROOF' });
    expect(revived).toMatchObject({ id, isStalled: false });
    expect(await jobsFor(id)).toBe(3);
  });
});

describe('rendering a proof', () => {
  it('makes a real PDF of the frozen document, once, however often the job is delivered', async () => {
    const { ctx, calendarId, document } = await aCalendar();
    const { id } = await requestProof(ctx, { calendarId, kind: 'PROOF' });
    const edited = changePage(document, 0, { caption: 'after the request' });
    await saveCalendar(ctx, { calendarId, expectedVersion: 1, document: edited });
    await handleProofRender(test.ctx(), { proofId: id });
    const ready = await getProof(ctx, id);
    expect(ready).toMatchObject({ status: 'READY', pagesDone: 3, pageCount: 3 });
    await handleProofRender(test.ctx(), { proofId: id });
    expect(await getProof(ctx, id)).toEqual(ready);

    const file = await openProofFile(ctx, id, null);
    const bytes = file.stream ? await buffer(file.stream) : Buffer.alloc(0);
    expect(bytes.length).toBe(ready.fileBytes);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const path = `${test.filesDir}/proof.pdf`;
    await (await import('node:fs/promises')).writeFile(path, bytes);
    const { stdout } = await run('pdftotext', ['-layout', path, '-']);
    expect(stdout).toContain('2027');
    expect(stdout).not.toContain('after the request');
  });

  it('finishes what a killed worker left half done, and two workers make one file', async () => {
    const { ctx, calendarId } = await aCalendar();
    const { id } = await requestProof(ctx, { calendarId, kind: 'PRINT' });
    await test.db.proof.update({
      where: { id },
      data: { status: 'RENDERING', pagesDone: 2, attempts: 1 },
    });
    await Promise.all([
      handleProofRender(test.ctx(), { proofId: id }),
      handleProofRender(test.ctx(), { proofId: id }),
    ]);
    const proof = await getProof(ctx, id);
    expect(proof.status).toBe('READY');
    const keys: string[] = [];
    for await (const key of ctx.providers.files.list(`proofs/${id}/`)) keys.push(key);
    expect(keys).toEqual([`proofs/${id}/${proof.fileSha256}.pdf`]);
  });

  it('fails with a reason when a picture is gone, and renders when it is back', async () => {
    const { ctx, calendarId, pictureId } = await aCalendar();
    const { id } = await requestProof(ctx, { calendarId, kind: 'PROOF' });
    const { masterKey } = await test.db.picture.findUniqueOrThrow({ where: { id: pictureId } });
    const bytes = await ctx.providers.files.readAll(masterKey);
    await ctx.providers.files.delete(masterKey);
    await handleProofRender(test.ctx(), { proofId: id });
    expect(await getProof(ctx, id)).toMatchObject({
      status: 'FAILED',
      failureCode: 'print.asset_missing',
    });
    await ctx.providers.files.put(masterKey, bytes, 'image/jpeg');
    await requestProof(ctx, { calendarId, kind: 'PROOF' });
    await handleProofRender(test.ctx(), { proofId: id });
    expect(await getProof(ctx, id)).toMatchObject({ status: 'READY', failureCode: null });
  });

  it('is given up when it has cost too many workers their life', async () => {
    const { ctx, calendarId } = await aCalendar();
    const { id } = await requestProof(ctx, { calendarId, kind: 'PROOF' });
    await test.db.proof.update({ where: { id }, data: { attempts: ATTEMPTS_MAX } });
    await handleProofRender(test.ctx(), { proofId: id });
    expect(await getProof(ctx, id)).toMatchObject({
      status: 'FAILED',
      failureCode: 'proof.failed',
    });
  });

  it('clears away older proofs that nothing refers to', async () => {
    const { ctx, calendarId, document } = await aCalendar();
    const ids: Id<'proof'>[] = [];
    for (let round = 1; round <= 4; round += 1) {
      const caption = changePage(document, 0, { caption: `round ${round}` });
      await saveCalendar(ctx, { calendarId, expectedVersion: round, document: caption });
      const { id } = await requestProof(ctx, { calendarId, kind: 'PROOF' });
      await handleProofRender(test.ctx(), { proofId: id });
      ids.push(id);
    }
    const left = await test.db.proof.findMany({ where: { calendarId }, orderBy: { id: 'asc' } });
    expect(left.map(({ id }) => id)).toEqual(ids.slice(1));
    const keys: string[] = [];
    for await (const key of ctx.providers.files.list(`proofs/${ids[0]}`)) keys.push(key);
    expect(keys).toEqual([]);
  });
});

describe('the proof file', () => {
  it('is served in parts, to its owner alone, and the print file to nobody here', async () => {
    const { ctx, calendarId } = await aCalendar();
    const { id } = await requestProof(ctx, { calendarId, kind: 'PROOF' });
    await expect(openProofFile(ctx, id, null)).rejects.toEqual(refused('proof.not_ready'));
    await handleProofRender(test.ctx(), { proofId: id });
    const part = await openProofFile(ctx, id, 'bytes=1-3');
    expect(part.range).toEqual({ kind: 'part', start: 1, end: 3 });
    expect(part.stream ? (await buffer(part.stream)).toString() : '').toBe('PDF');

    const stranger = await test.person();
    await expect(openProofFile(stranger.ctx, id, null)).rejects.toEqual(refused('proof.not_found'));
    await expect(getProof(stranger.ctx, id)).rejects.toEqual(refused('proof.not_found'));
    await expect(requestProof(stranger.ctx, { calendarId, kind: 'PROOF' })).rejects.toEqual(
      refused('calendar.not_found'),
    );

    const print = await requestProof(ctx, { calendarId, kind: 'PRINT' });
    await handleProofRender(test.ctx(), { proofId: print.id });
    await expect(openProofFile(ctx, print.id, null)).rejects.toEqual(refused('proof.not_found'));
  });
});
