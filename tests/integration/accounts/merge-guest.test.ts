import { encode } from 'next-auth/jwt';
import { describe, expect, it } from 'vitest';
import { actorOfCookie } from '@/lib/accounts/actor-of-cookie';
import { MERGE_RULES } from '@/lib/accounts/merge-guest';
import { signIn } from '@/lib/accounts/sign-in';
import { startGuest } from '@/lib/accounts/start-guest';
import { sweepAccounts } from '@/lib/accounts/sweep-accounts';
import { anonymousActor } from '@/lib/core/actor';
import { env } from '@/lib/core/env';
import { newId } from '@/lib/core/ids';
import { useDatabase } from '@/tests/support/database';
import { actorOf, addCalendar, addPicture, codeOf, from, PASSWORD, signUp } from './helpers';

const database = useDatabase();
const anonymous = () => database.ctx(anonymousActor);
const hash = (character: string) => character.repeat(64);

async function guestAndAccount() {
  const guest = await startGuest(anonymous(), from());
  const account = await signUp(database);
  const signInAsGuest = (password = PASSWORD) =>
    signIn(database.ctx(actorOf(guest, 'GUEST')), { email: account.email, password, ...from() });
  return { guest, account, signInAsGuest };
}

describe('signing in as a guest to an account that exists', () => {
  it('moves photos, calendars, cart and settings to it, and ends the guest', async () => {
    const { guest, account, signInAsGuest } = await guestAndAccount();
    const { userId } = account.signedIn;
    const kept = await addPicture(database, userId, hash('1'));
    const picture = await addPicture(database, guest.userId, hash('2'));
    const calendar = await addCalendar(database, guest.userId, [picture]);
    const productId = newId('product');
    await database.db.product.create({
      data: {
        id: productId,
        slug: productId,
        formatId: 'wall-a3-portrait',
        paper: 'matte',
        binding: 'wire',
        weightG: 300,
        names: {},
        descriptions: {},
      },
    });
    await database.db.cartItem.create({
      data: {
        id: newId('cartItem'),
        ownerId: guest.userId,
        calendarId: calendar,
        productId,
        quantity: 2,
      },
    });
    await database.db.userSetting.deleteMany({ where: { userId } });
    await database.db.userSetting.create({
      data: { userId: guest.userId, printLanguage: 'ja' },
    });

    const signedIn = await signInAsGuest();

    expect(signedIn.userId).toBe(userId);
    const owner = await database.db.user.findUniqueOrThrow({
      where: { id: userId },
      include: {
        pictures: true,
        calendars: { include: { images: true } },
        cartItems: true,
        setting: true,
      },
    });
    expect(owner.pictures.map(({ id }) => id).sort()).toEqual([kept, picture].sort());
    expect(owner.calendars.map(({ id }) => id)).toEqual([calendar]);
    expect(owner.calendars[0]?.images.map(({ pictureId }) => pictureId)).toEqual([picture]);
    expect(owner.cartItems.map(({ quantity }) => quantity)).toEqual([2]);
    expect(owner.setting?.printLanguage).toBe('ja');
    const row = await database.db.user.findUniqueOrThrow({
      where: { id: guest.userId },
      include: { pictures: true, calendars: true, cartItems: true, setting: true },
    });
    expect(row).toMatchObject({
      mergedIntoId: userId,
      pictures: [],
      calendars: [],
      cartItems: [],
      setting: null,
    });
    const cookie = await encode({
      token: { sid: guest.loginSessionId },
      secret: env().AUTH_SECRET ?? '',
    });
    expect(await actorOfCookie(database.db, cookie, new Date())).toBe(anonymousActor);
  });

  it('keeps the account’s own settings', async () => {
    const { guest, account, signInAsGuest } = await guestAndAccount();
    await database.db.userSetting.create({ data: { userId: guest.userId, printLanguage: 'ja' } });
    await signInAsGuest();
    const settings = await database.db.userSetting.findMany({
      where: { userId: { in: [guest.userId, account.signedIn.userId] } },
    });
    expect(settings.map(({ userId, printLanguage }) => [userId, printLanguage])).toEqual([
      [account.signedIn.userId, 'en'],
    ]);
  });

  it('keeps both rows of a photo that both had: every calendar still finds its picture', async () => {
    const { guest, account, signInAsGuest } = await guestAndAccount();
    const { userId } = account.signedIn;
    const theirs = await addPicture(database, userId, hash('3'));
    const mine = await addPicture(database, guest.userId, hash('3'));
    const theirCalendar = await addCalendar(database, userId, [theirs]);
    const myCalendar = await addCalendar(database, guest.userId, [mine]);

    await signInAsGuest();

    const pictures = await database.db.picture.findMany({ where: { ownerId: userId } });
    expect(pictures.filter(({ deletedAt }) => deletedAt !== null)).toEqual([]);
    expect(
      Object.fromEntries(pictures.map(({ id, duplicateOfId }) => [id, duplicateOfId])),
    ).toEqual({ [theirs]: null, [mine]: theirs });
    const calendars = await database.db.calendar.findMany({
      where: { ownerId: userId },
      include: { images: { include: { picture: true } } },
    });
    expect(calendars.map(({ id }) => id).sort()).toEqual([theirCalendar, myCalendar].sort());
    for (const calendar of calendars) {
      expect(calendar.images[0]?.picture.ownerId).toBe(userId);
      expect(calendar.document).toEqual({ pictureIds: [calendar.images[0]?.pictureId] });
    }
  });

  it('works for a second guest with the same photo again', async () => {
    const { guest, account, signInAsGuest } = await guestAndAccount();
    await addPicture(database, account.signedIn.userId, hash('4'));
    await addPicture(database, guest.userId, hash('4'));
    await signInAsGuest();
    const second = await startGuest(anonymous(), from());
    await addPicture(database, second.userId, hash('4'));
    const ctx = database.ctx(actorOf(second, 'GUEST'));
    await signIn(ctx, { email: account.email, password: PASSWORD, ...from() });
    expect(await database.db.picture.count({ where: { ownerId: account.signedIn.userId } })).toBe(
      3,
    );
  });

  it('moves nothing with a wrong password', async () => {
    const { guest, signInAsGuest } = await guestAndAccount();
    const picture = await addPicture(database, guest.userId, hash('5'));
    expect(await codeOf(signInAsGuest('wrong'))).toBe('account.wrong_credentials');
    const row = await database.db.picture.findUniqueOrThrow({ where: { id: picture } });
    expect(row.ownerId).toBe(guest.userId);
  });

  it('from two tabs at once moves everything once, and both are signed in', async () => {
    const { guest, account, signInAsGuest } = await guestAndAccount();
    await addPicture(database, guest.userId, hash('6'));
    const results = await Promise.all([signInAsGuest(), signInAsGuest(), signInAsGuest()]);
    expect(new Set(results.map(({ userId }) => userId))).toEqual(
      new Set([account.signedIn.userId]),
    );
    expect(await database.db.picture.count({ where: { ownerId: account.signedIn.userId } })).toBe(
      1,
    );
  });

  it('an upload that reached the guest after the merge follows by the schedule', async () => {
    const { guest, account, signInAsGuest } = await guestAndAccount();
    await addPicture(database, account.signedIn.userId, hash('7'));
    await signInAsGuest();
    const late = await addPicture(database, guest.userId, hash('7'));
    await sweepAccounts(database.ctx());
    const row = await database.db.picture.findUniqueOrThrow({ where: { id: late } });
    expect(row.ownerId).toBe(account.signedIn.userId);
  });

  it('a certificate that the guest was buying at that moment follows, with its money', async () => {
    const { guest, account, signInAsGuest } = await guestAndAccount();
    await signInAsGuest();
    const paymentId = newId('payment');
    const common = { currency: 'EUR', amountMinor: 40_00, requestKey: paymentId };
    await database.db.payment.create({
      data: {
        ...common,
        id: paymentId,
        purpose: 'CERTIFICATE',
        ownerId: guest.userId,
        provider: 'STRIPE',
        status: 'PENDING',
        expiresAt: new Date(),
      },
    });
    await database.db.giftCertificate.create({
      data: {
        ...common,
        id: newId('certificate'),
        status: 'AWAITING_PAYMENT',
        codeHash: paymentId,
        codeEnd: 'ABCD',
        buyerId: guest.userId,
        buyerName: 'Olena',
        recipientName: 'Marko',
        locale: 'en',
        expiresAt: new Date(),
        paymentId,
      },
    });
    await sweepAccounts(database.ctx());
    const row = await database.db.giftCertificate.findUniqueOrThrow({
      where: { paymentId },
      include: { payment: true },
    });
    expect(row.buyerId).toBe(account.signedIn.userId);
    expect(row.payment?.ownerId).toBe(account.signedIn.userId);
  });
});

it('an account does not swallow another account that was signed in to in the same browser', async () => {
  const first = await signUp(database);
  const picture = await addPicture(database, first.signedIn.userId, hash('8'));
  const second = await signUp(database);
  await signIn(database.ctx(first.actor), { email: second.email, password: PASSWORD, ...from() });
  const row = await database.db.picture.findUniqueOrThrow({ where: { id: picture } });
  expect(row.ownerId).toBe(first.signedIn.userId);
});

it('every table that names a person has a rule for the merge', async () => {
  const rows = await database.db.$queryRaw<{ place: string }[]>`
    SELECT cl.relname || '.' || att.attname AS place
    FROM pg_constraint con
    JOIN pg_class cl ON cl.oid = con.conrelid
    JOIN pg_attribute att ON att.attrelid = con.conrelid AND att.attnum = ANY (con.conkey)
    WHERE con.contype = 'f' AND con.confrelid = '"User"'::regclass`;
  expect(rows.map(({ place }) => place).sort()).toEqual(Object.keys(MERGE_RULES).sort());
});
