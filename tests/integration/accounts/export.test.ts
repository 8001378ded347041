import { buffer } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { fromBuffer, type ZipFile } from 'yauzl';
import { makeExport, sweepExports } from '@/lib/accounts/export/make-export';
import { listExports, openExport } from '@/lib/accounts/export/open-export';
import { PERSONAL_TABLES } from '@/lib/accounts/export/personal-tables';
import { requestExport } from '@/lib/accounts/export/request-export';
import { type Id, newId } from '@/lib/core/ids';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { seedStars } from '@/lib/stars/seed-stars';
import { seedStudio } from '@/lib/studio/seed-studio';
import { useDatabase } from '@/tests/support/database';
import { belongings } from '../../support/strangers/belongings';
import { codeOf, mailsTo } from './helpers';

const database = useDatabase({ isLedgerBent: true });

beforeAll(async () => {
  await seedCatalogue(database.db);
  await seedStudio(database.db);
  await seedStars(database.db);
});

async function aPerson() {
  const { ctx, userId, email } = await database.person('CUSTOMER');
  return { email: email ?? '', userId, ctx };
}

async function made(userId: string): Promise<Id<'dataExport'>> {
  const row = await database.db.dataExport.findFirstOrThrow({
    where: { userId, status: 'QUEUED' },
  });
  const id = row.id as Id<'dataExport'>;
  await makeExport(database.ctx(), id);
  return id;
}

function namesIn(bytes: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>();
    fromBuffer(bytes, { lazyEntries: true }, (error, zip?: ZipFile) => {
      if (error || !zip) return reject(error ?? new Error('no zip'));
      zip.on('error', reject);
      zip.on('end', () => resolve(files));
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, async (failure, stream) => {
          if (failure || !stream) return reject(failure ?? new Error('no stream'));
          files.set(entry.fileName, await buffer(stream));
          zip.readEntry();
        });
      });
      zip.readEntry();
    });
  });
}

test('every table that names a person is in the export', async () => {
  const rows = await database.db.$queryRaw<{ place: string }[]>`
    SELECT cls.relname || '.' || att.attname AS place
    FROM pg_constraint con
    JOIN pg_class cls ON cls.oid = con.conrelid
    JOIN pg_attribute att ON att.attrelid = con.conrelid AND att.attnum = ANY (con.conkey)
    WHERE con.contype = 'f' AND con.confrelid = '"User"'::regclass`;
  // Rows of a person that the database does not tie to them.
  const untied = await database.db.$queryRaw<{ place: string }[]>`
    SELECT table_name || '.' || column_name AS place FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name IN ('ownerId', 'userId', 'buyerId', 'adminId')`;
  const insideOthers = ['StarTransaction.userId'];
  const places = new Set(['User.id', 'AuditEvent.subject']);
  for (const { place } of [...rows, ...untied]) places.add(place);
  expect([...places].filter((place) => !insideOthers.includes(place)).sort()).toEqual(
    Object.keys(PERSONAL_TABLES).sort(),
  );
});

test('payments of stars and gifts, and letters to the address, are in it; codes in letters are not', async () => {
  const { ctx, userId, email } = await aPerson();
  const { files } = ctx.providers;
  const things = await belongings({ db: database.db, files }, userId, 'mine');
  const letter = { channel: 'MAIL', recipient: email, locale: 'en', status: 'SENT' as const };
  for (const [template, data] of [
    ['verify-email', { code: '987123' }],
    ['order-shipped', { number: 'T-26-555555' }],
  ] as const) {
    const id = newId('outboxMessage');
    await database.db.outboxMessage.create({
      data: { ...letter, id, dedupeKey: id, template, data },
    });
  }
  await requestExport(ctx);
  const { body } = await openExport(ctx, { dataExportId: await made(userId) });
  const inside = await namesIn(await buffer(body));
  const textOf = (name: string) => inside.get(`data/${name}.json`)?.toString() ?? '';
  const gift = await database.db.giftCertificate.findUniqueOrThrow({
    where: { id: things.certificate },
  });
  expect(textOf('Payment.ownerId')).toContain(gift.paymentId);
  expect(textOf('OutboxMessage.userId')).toContain('T-26-555555');
  expect(textOf('OutboxMessage.userId')).toContain('verify-email');
  expect(textOf('OutboxMessage.userId')).not.toContain('987123');
});

test('an export that was given up does not keep the person from another', async () => {
  const { ctx, userId } = await aPerson();
  await requestExport(ctx);
  const later = { ...ctx, clock: { now: () => new Date(Date.now() + 7 * 3_600_000) } };
  await requestExport(later);
  const rows = await database.db.dataExport.findMany({
    where: { userId },
    orderBy: { createdAt: 'asc' },
  });
  expect(rows.map(({ status }) => status)).toEqual(['FAILED', 'QUEUED']);
  // The late worker of the first leaves nothing behind.
  await makeExport(database.ctx(), rows[0]?.id as Id<'dataExport'>);
  expect(await ctx.providers.files.stat(`exports/${rows[0]?.id}.zip`)).toBeNull();
});

test('the file holds the person’s rows and photos, nobody else’s, and nothing that opens anything', async () => {
  const { ctx, userId, email } = await aPerson();
  const { files } = ctx.providers;
  const neighbour = await aPerson();
  await belongings({ db: database.db, files }, userId, 'myownwords');
  await belongings({ db: database.db, files }, neighbour.userId, 'otherswords');
  await requestExport(ctx);
  const dataExportId = await made(userId);
  const { body, bytes } = await openExport(ctx, { dataExportId });
  const zip = await buffer(body);
  expect(zip).toHaveLength(bytes);
  const inside = await namesIn(zip);
  const names = [...inside.keys()];
  for (const name of ['User.id', 'Calendar.ownerId', 'Order.ownerId', 'Generation.ownerId']) {
    expect(names).toContain(`data/${name}.json`);
  }
  expect(names.some((name) => name.startsWith('pictures/pic_'))).toBe(true);
  const all = names
    .filter((name) => name.endsWith('.json'))
    .map((name) => inside.get(name)?.toString() ?? '')
    .join('');
  expect(all).toContain('myownwords');
  expect(all).toContain(email);
  expect(all).not.toContain('otherswords');
  for (const secret of ['passwordHash', 'secretHash', 'keyHash', 'argon2']) {
    expect(all).not.toContain(secret);
  }
  expect((await mailsTo(database, email))[0]?.template).toBe('export-ready');
  const foreign = openExport(neighbour.ctx, { dataExportId });
  expect(await codeOf(foreign)).toBe('export.not_found');
});

test('asking while one is being made is the same one, and three a day are enough', async () => {
  const { ctx, userId } = await aPerson();
  await Promise.all([requestExport(ctx), requestExport(ctx), requestExport(ctx)]);
  expect(await database.db.dataExport.count({ where: { userId } })).toBe(1);
  await made(userId);
  for (let more = 0; more < 2; more += 1) {
    await requestExport(ctx);
    await made(userId);
  }
  expect(await codeOf(requestExport(ctx))).toBe('export.too_many');
});

test('after a week the file is gone', async () => {
  const { ctx, userId } = await aPerson();
  await requestExport(ctx);
  const dataExportId = await made(userId);
  const later = { now: () => new Date(Date.now() + 8 * 24 * 3_600_000) };
  const system = database.ctx(undefined, { clock: later });
  await sweepExports(system);
  expect(await codeOf(openExport(ctx, { dataExportId }))).toBe('export.not_found');
  expect((await listExports(ctx))[0]?.state).toBe('over');
  expect(await ctx.providers.files.stat(`exports/${dataExportId}.zip`)).toBeNull();
});
