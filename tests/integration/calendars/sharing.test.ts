import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { changePage, placePicture } from '@/lib/calendars/change-document';
import { createCalendar } from '@/lib/calendars/create-calendar';
import { deleteCalendar } from '@/lib/calendars/delete-calendar';
import { saveCalendar } from '@/lib/calendars/save-calendar';
import { addComment, answerComment } from '@/lib/calendars/sharing/add-comment';
import { createShare, SHARES_MAX } from '@/lib/calendars/sharing/create-share';
import { drawSharedPage } from '@/lib/calendars/sharing/draw-shared-page';
import { listShares } from '@/lib/calendars/sharing/list-shares';
import { openShared } from '@/lib/calendars/sharing/open-shared';
import { revokeShare } from '@/lib/calendars/sharing/revoke-share';
import { deleteComment, settleComment } from '@/lib/calendars/sharing/settle-comment';
import { anonymousActor } from '@/lib/core/actor';
import type { ErrorCode } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { closeNotifications } from '@/lib/db/notifications';
import { useDatabase } from '@/tests/support/database';
import { sampleDocument } from '@/tests/unit/calendars-editor/sample-document';
import { storedPicture } from './stored-pictures';

const test = useDatabase();
afterAll(() => closeNotifications());
const refused = (code: ErrorCode) => expect.objectContaining({ code });
const DAY_MS = 86_400_000;
const visitor = (now?: Date) => test.ctx(anonymousActor, now ? { clock: { now: () => now } } : {});

async function shared(options: { mayComment?: boolean; days?: 7 | 30 | 90 } = {}) {
  const owner = await test.person();
  const pictureId = await storedPicture(owner.ctx, owner.userId);
  const document = placePicture(sampleDocument(), { pageIndex: 0, slotIndex: 0 }, pictureId);
  const { calendarId } = await createCalendar(owner.ctx, { document });
  const share = await createShare(owner.ctx, {
    calendarId,
    days: options.days ?? 30,
    mayComment: options.mayComment ?? true,
  });
  const key = share.url.split('/').at(-1) ?? '';
  return { ...owner, document, calendarId, share, key };
}
const hello = { pageIndex: 0, author: 'Maria', text: 'Lovely!' };

describe('a shared calendar', () => {
  it('shows anybody with the link how it looks, and nothing about its owner', async () => {
    const { key, email, userId, document } = await shared();
    const view = await openShared(visitor(), key);
    expect(view).toMatchObject({ title: document.title, monthCount: 12, mayComment: true });
    const said = JSON.stringify(view);
    for (const secret of [email, userId, 'pic_']) expect(said).not.toContain(secret);
  });

  it('answers a wrong, malformed, ended and withdrawn key and a deleted calendar alike', async () => {
    const one = await shared({ days: 7 });
    const keys = ['', 'x'.repeat(43), `${one.key}a`, one.key.toLowerCase(), '../../etc'];
    for (const key of keys) {
      await expect(openShared(visitor(), key)).rejects.toEqual(refused('share.not_found'));
    }
    const later = new Date(Date.now() + 8 * DAY_MS);
    await expect(openShared(visitor(later), one.key)).rejects.toEqual(refused('share.not_found'));
    await revokeShare(one.ctx, {
      calendarId: one.calendarId,
      shareId: one.share.id as Id<'calendarShare'>,
    });
    await expect(openShared(visitor(), one.key)).rejects.toEqual(refused('share.not_found'));
    const two = await shared();
    await deleteCalendar(two.ctx, two.calendarId);
    await expect(openShared(visitor(), two.key)).rejects.toEqual(refused('share.not_found'));
    await expect(
      drawSharedPage(visitor(), { key: two.key, index: 0, size: 'page' }),
    ).rejects.toEqual(refused('share.not_found'));
  });

  it('stores nothing that a link can be made from', async () => {
    const { key, share } = await shared();
    const row = await test.db.calendarShare.findUniqueOrThrow({ where: { id: share.id } });
    expect(JSON.stringify(row)).not.toContain(key);
  });

  it('can be seen, commented and ended only by the owner and those with the link', async () => {
    const { calendarId, share } = await shared();
    const stranger = await test.person();
    const shareId = share.id as Id<'calendarShare'>;
    await expect(listShares(stranger.ctx, calendarId)).rejects.toEqual(
      refused('calendar.not_found'),
    );
    await expect(revokeShare(stranger.ctx, { calendarId, shareId })).rejects.toEqual(
      refused('share.not_found'),
    );
    await expect(
      createShare(stranger.ctx, { calendarId, days: 7, mayComment: true }),
    ).rejects.toEqual(refused('calendar.not_found'));
    await expect(answerComment(stranger.ctx, { calendarId, ...hello })).rejects.toEqual(
      refused('calendar.not_found'),
    );
  });

  it('has no more open links than it may, also when they are made at once', async () => {
    const { ctx, calendarId } = await shared();
    const more = await Promise.allSettled(
      Array.from({ length: SHARES_MAX + 3 }, () =>
        createShare(ctx, { calendarId, days: 7, mayComment: false }),
      ),
    );
    expect(more.filter(({ status }) => status === 'fulfilled')).toHaveLength(SHARES_MAX - 1);
    expect((await listShares(ctx, calendarId)).shares).toHaveLength(SHARES_MAX);
  });

  it('is drawn as pictures with the watermark in their pixels, anew after each save', async () => {
    const { ctx, key, calendarId, document } = await shared();
    const drawn = await drawSharedPage(visitor(), { key, index: 1, size: 'page' });
    const { width, height, format } = await sharp(drawn).metadata();
    expect([width, height, format]).toEqual([990, 1400, 'jpeg']);
    const again = await drawSharedPage(visitor(), { key, index: 1, size: 'page' });
    expect(again.equals(drawn)).toBe(true);
    await saveCalendar(ctx, {
      calendarId,
      expectedVersion: 1,
      document: changePage(document, 0, { caption: 'New words' }),
    });
    const changed = await drawSharedPage(visitor(), { key, index: 1, size: 'page' });
    expect(changed.equals(drawn)).toBe(false);
    await expect(drawSharedPage(visitor(), { key, index: 14, size: 'page' })).rejects.toEqual(
      refused('share.not_found'),
    );
  });
});

describe('comments', () => {
  it('reach the owner, who answers, settles and removes them', async () => {
    const { ctx, key, calendarId } = await shared();
    const { id } = await addComment(visitor(), { key, ...hello });
    await answerComment(ctx, { calendarId, pageIndex: 0, author: 'Olena', text: 'Thank you' });
    const { comments } = await listShares(ctx, calendarId);
    expect(comments.map(({ author, isOwner }) => [author, isOwner])).toEqual([
      ['Maria', false],
      ['Olena', true],
    ]);
    const commentId = id as Id<'calendarComment'>;
    await settleComment(ctx, { calendarId, commentId, isResolved: true });
    expect((await openShared(visitor(), key)).comments[0]?.isResolved).toBe(true);
    await deleteComment(ctx, { calendarId, commentId });
    expect((await openShared(visitor(), key)).comments.map(({ text }) => text)).toEqual([
      'Thank you',
    ]);
    await expect(settleComment(ctx, { calendarId, commentId, isResolved: false })).rejects.toEqual(
      refused('comment.not_found'),
    );
  });

  it('are refused where they are switched off and for pages that are not there', async () => {
    const off = await shared({ mayComment: false });
    await expect(addComment(visitor(), { key: off.key, ...hello })).rejects.toEqual(
      refused('share.no_comments'),
    );
    const on = await shared();
    await expect(addComment(visitor(), { key: on.key, ...hello, pageIndex: 12 })).rejects.toEqual(
      refused('request.invalid'),
    );
    expect(await test.db.calendarComment.count({ where: { calendarId: on.calendarId } })).toBe(0);
  });

  it('cannot be settled or removed by a stranger, or through another calendar', async () => {
    const one = await shared();
    const { id } = await addComment(visitor(), { key: one.key, ...hello });
    const commentId = id as Id<'calendarComment'>;
    const other = await shared();
    for (const [ctx, calendarId] of [
      [other.ctx, one.calendarId],
      [other.ctx, other.calendarId],
      [one.ctx, other.calendarId],
    ] as const) {
      await expect(deleteComment(ctx, { calendarId, commentId })).rejects.toEqual(
        refused('comment.not_found'),
      );
    }
    expect((await listShares(one.ctx, one.calendarId)).comments).toHaveLength(1);
  });

  it('are told by mail once an hour, however many there are', async () => {
    const { key, email } = await shared();
    const at = (minutes: number) =>
      visitor(new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + minutes * 60_000));
    for (const minutes of [1, 2, 59, 61]) await addComment(at(minutes), { key, ...hello });
    const mails = await test.db.outboxMessage.findMany({ where: { recipient: email ?? '' } });
    expect(mails).toHaveLength(2);
  });
});
