import { afterAll, describe, expect, it } from 'vitest';
import { mergeGuest } from '@/lib/accounts/merge-guest';
import {
  addInvitedDate,
  INVITED_MAX,
  openInvite,
  takeBackInvitedDate,
} from '@/lib/calendars/date-book/invited-dates';
import { createInvite, INVITES_MAX, revokeInvite } from '@/lib/calendars/date-book/invites';
import { listDates } from '@/lib/calendars/date-book/list-dates';
import { putDates } from '@/lib/calendars/date-book/put-dates';
import { removeDate } from '@/lib/calendars/date-book/remove-date';
import type { InvitedDate } from '@/lib/calendars/date-book/schema';
import { DATES_MAX, type OwnDate } from '@/lib/calendars/document';
import { anonymousActor } from '@/lib/core/actor';
import type { ErrorCode } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import type { MonthDay } from '@/lib/core/plain-date';
import { inTransaction } from '@/lib/db/context';
import { closeNotifications, type OwnerMessage } from '@/lib/db/notifications';
import { watchPictures } from '@/lib/pictures/watch-pictures';
import { useDatabase } from '@/tests/support/database';
import { UNMARKED } from '@/tests/support/documents';

const test = useDatabase();
afterAll(() => closeNotifications());
const refused = (code: ErrorCode) => expect.objectContaining({ code });
const DAY_MS = 86_400_000;

const yearly = (monthDay: string) =>
  ({
    every: 'year',
    monthDay: monthDay as MonthDay,
    sinceYear: 1987,
    leapRule: 'feb-28',
  }) as const;
const birthday = (text: string, monthDay = '03-08'): OwnDate => ({
  id: newId('eventDate'),
  text,
  kind: 'birthday',
  ...UNMARKED,
  when: yearly(monthDay),
});
const said = (text: string, monthDay = '05-01'): InvitedDate => ({
  contributor: 'Maria',
  text,
  kind: 'birthday',
  when: yearly(monthDay),
});
const visitor = (now?: Date) => test.ctx(anonymousActor, now ? { clock: { now: () => now } } : {});

async function withInvite() {
  const owner = await test.person();
  const invite = await createInvite(owner.ctx, { title: 'For Olena', days: 30, calendarId: null });
  return { ...owner, invite, key: invite.url.split('/').at(-1) ?? '' };
}

describe('a date book', () => {
  it('keeps what was put into it, and changes what comes again under its id', async () => {
    const { ctx } = await test.person();
    const olena = birthday('Olena');
    await putDates(ctx, { dates: [olena, birthday('Taras', '02-29')], source: 'OWN' });
    await putDates(ctx, { dates: [{ ...olena, text: 'Olenka' }], source: 'OWN' });
    const { dates } = await listDates(ctx);
    expect(dates.map(({ value }) => value.text)).toEqual(['Olenka', 'Taras']);
    await removeDate(ctx, olena.id);
    expect((await listDates(ctx)).dates).toHaveLength(1);
    await expect(removeDate(ctx, olena.id)).rejects.toEqual(refused('dates.not_found'));
  });

  it('has a date once, also when the same file is imported twice at once', async () => {
    const { ctx } = await test.person();
    const people = ['Anna', 'Ben', 'Cleo'];
    const file = () => people.map((name) => birthday(name));
    await Promise.all([1, 2, 3].map(() => putDates(ctx, { dates: file(), source: 'IMPORT' })));
    expect((await listDates(ctx)).dates.map(({ value }) => value.text).sort()).toEqual(people);
  });

  it('never holds more than it may, and then takes none of what was sent', async () => {
    const { ctx } = await test.person();
    const many = Array.from({ length: DATES_MAX }, (_, index) => birthday(`Person ${index}`));
    await putDates(ctx, { dates: many, source: 'IMPORT' });
    await expect(putDates(ctx, { dates: [birthday('One more')], source: 'OWN' })).rejects.toEqual(
      refused('dates.too_many'),
    );
    expect((await listDates(ctx)).dates).toHaveLength(DATES_MAX);
  });

  it("cannot be read, changed or emptied by another, not even under a known date's id", async () => {
    const owner = await test.person();
    const date = birthday('Olena');
    await putDates(owner.ctx, { dates: [date], source: 'OWN' });
    const stranger = await test.person();
    expect((await listDates(stranger.ctx)).dates).toEqual([]);
    await expect(removeDate(stranger.ctx, date.id)).rejects.toEqual(refused('dates.not_found'));
    const taken = await putDates(stranger.ctx, {
      dates: [{ ...date, text: 'Mine now' }],
      source: 'OWN',
    });
    expect(taken.stored).toBe(0);
    expect((await listDates(owner.ctx)).dates[0]?.value.text).toBe('Olena');
  });

  it('goes with a guest into their account', async () => {
    const guest = await test.person('GUEST');
    const account = await test.person();
    await putDates(guest.ctx, { dates: [birthday('Olena')], source: 'OWN' });
    await createInvite(guest.ctx, { title: 'For us', days: 30, calendarId: null });
    await inTransaction(account.ctx, (tx) =>
      mergeGuest(tx, { guestId: guest.userId, accountId: account.userId }),
    );
    const { dates, invites } = await listDates(account.ctx);
    expect([dates.length, invites.length]).toEqual([1, 1]);
  });
});

describe('a link for relatives', () => {
  it('tells its owner at once, and nobody else, that something came through it', async () => {
    const [{ ctx, key }, other] = [await withInvite(), await test.person()];
    const heard: Record<'owner' | 'other', OwnerMessage[]> = { owner: [], other: [] };
    const stopOwner = await watchPictures(ctx, (message) => heard.owner.push(message));
    const stopOther = await watchPictures(other.ctx, (message) => heard.other.push(message));
    const { id } = await addInvitedDate(visitor(), { key, date: said('Taras') });
    await expect.poll(() => heard.owner).toEqual([{ type: 'invited-date', id }]);
    expect(heard.other).toEqual([]);
    stopOwner();
    stopOther();
  });

  it('adds their dates under their name, and they can take them back', async () => {
    const { ctx, key, invite } = await withInvite();
    const { id, ticket } = await addInvitedDate(visitor(), { key, date: said('Granny') });
    const { dates } = await listDates(ctx);
    expect(dates).toMatchObject([{ contributor: 'Maria', source: 'INVITE' }]);
    await expect(
      takeBackInvitedDate(visitor(), { key, dateId: id, ticket: `${ticket.slice(0, -1)}A` }),
    ).rejects.toEqual(refused('dates.not_found'));
    await takeBackInvitedDate(visitor(), { key, dateId: id, ticket });
    expect((await listDates(ctx)).dates).toEqual([]);
    expect((await listDates(ctx)).invites[0]?.id).toBe(invite.id);
  });

  it('tells a visitor nothing but the words that its owner chose', async () => {
    const { ctx, key } = await withInvite();
    await putDates(ctx, { dates: [birthday('Secret')], source: 'OWN' });
    expect(Object.keys(await openInvite(visitor(), key))).toEqual(['title', 'expiresAt']);
  });

  it('takes the same date once, however often it is sent at once', async () => {
    const { ctx, key } = await withInvite();
    const sent = await Promise.all(
      [1, 2, 3, 4].map(() => addInvitedDate(visitor(), { key, date: said('Granny') })),
    );
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect((await listDates(ctx)).dates).toHaveLength(1);
  });

  it('opens nothing when it is wrong, over or withdrawn', async () => {
    const { ctx, key, invite } = await withInvite();
    const later = new Date(Date.now() + 31 * DAY_MS);
    for (const attempt of [
      () => openInvite(visitor(), 'x'.repeat(43)),
      () => openInvite(visitor(), ''),
      () => openInvite(visitor(later), key),
      () => addInvitedDate(visitor(later), { key, date: said('Late') }),
    ]) {
      await expect(attempt()).rejects.toEqual(refused('dates.link_not_found'));
    }
    const stranger = await test.person();
    const inviteId = invite.id as Id<'dateInvite'>;
    await expect(revokeInvite(stranger.ctx, inviteId)).rejects.toEqual(
      refused('dates.link_not_found'),
    );
    await revokeInvite(ctx, inviteId);
    await expect(addInvitedDate(visitor(), { key, date: said('Granny') })).rejects.toEqual(
      refused('dates.link_not_found'),
    );
    expect((await listDates(ctx)).dates).toEqual([]);
  });

  it('lets nobody fill a date book: there is an end to dates and to links', async () => {
    const { ctx, key, userId, invite } = await withInvite();
    await test.db.eventDate.createMany({
      data: Array.from({ length: INVITED_MAX }, (_, index) => {
        const value = birthday(`P${index}`);
        return { id: value.id, ownerId: userId, value, source: 'INVITE', inviteId: invite.id };
      }),
    });
    await expect(addInvitedDate(visitor(), { key, date: said('More') })).rejects.toEqual(
      refused('dates.too_many'),
    );
    const links = await Promise.allSettled(
      Array.from({ length: INVITES_MAX + 2 }, () =>
        createInvite(ctx, { title: 'x', days: 30, calendarId: null }),
      ),
    );
    expect(links.filter(({ status }) => status === 'fulfilled')).toHaveLength(INVITES_MAX - 1);
  });
});
