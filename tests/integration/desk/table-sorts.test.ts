import { beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '@/lib/admin/audit/list-audit';
import { AuditFilterSchema } from '@/lib/admin/audit/schema';
import { listStaffCertificates } from '@/lib/admin/certificates/list-certificates';
import { CertificateFilterSchema } from '@/lib/admin/certificates/schema';
import { listCustomers } from '@/lib/admin/customers/list-customers';
import { CustomerFilterSchema } from '@/lib/admin/customers/schema';
import { listMessages } from '@/lib/admin/messages/list-messages';
import { MessageFilterSchema } from '@/lib/admin/messages/schema';
import { listPromos } from '@/lib/admin/promos/list-promos';
import { PromoFilterSchema } from '@/lib/admin/promos/schema';
import { newId } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase();
let staff: Ctx;

beforeAll(async () => {
  staff = (await database.person('ADMIN')).ctx;
});

const day = (number: number) => new Date(Date.UTC(2026, 2, number));

describe('a column of a staff table sorts all of it, both ways', () => {
  it('customers', async () => {
    for (const [index, name] of ['Ігор', 'Anna', 'Zoe'].entries()) {
      const { userId } = await database.person('CUSTOMER');
      const data = { name: `${name} Sorted`, createdAt: day(index + 1) };
      await database.db.user.update({ where: { id: userId }, data });
    }
    const names = async (sort?: string) => {
      const filter = CustomerFilterSchema.parse({ search: 'sorted', sort });
      return (await listCustomers(staff, filter)).rows.map(({ name }) => name?.split(' ')[0]);
    };
    expect(await names()).toEqual(['Zoe', 'Anna', 'Ігор']);
    expect(await names('since')).toEqual(['Ігор', 'Anna', 'Zoe']);
    expect(await names('name')).toEqual(['Anna', 'Zoe', 'Ігор']);
    expect(await names('-name')).toEqual(['Ігор', 'Zoe', 'Anna']);
    for (const sort of ['orders', '-orders', 'calendars', '-calendars']) {
      expect(await names(sort)).toHaveLength(3);
    }
    expect(await names('"; drop table')).toEqual(['Zoe', 'Anna', 'Ігор']);
  });

  it('a name is found however its first letter was typed, in any alphabet', async () => {
    const { userId } = await database.person('CUSTOMER');
    await database.db.user.update({ where: { id: userId }, data: { name: 'Їжакевич' } });
    for (const search of ['їжак', 'Їжак']) {
      const { rows } = await listCustomers(staff, CustomerFilterSchema.parse({ search }));
      expect(rows.map(({ id }) => id)).toEqual([userId]);
    }
  });

  it('messages, and one kind of them at a time', async () => {
    for (const [index, [recipient, template]] of (
      [
        ['sorts-b@mail.example', 'order-shipped'],
        ['sorts-a@mail.example', 'order-confirmed'],
        ['sorts-c@mail.example', 'order-shipped'],
      ] as const
    ).entries()) {
      await database.db.outboxMessage.create({
        data: {
          id: newId('outboxMessage'),
          dedupeKey: recipient,
          channel: 'MAIL',
          recipient,
          template,
          locale: 'en',
          data: {},
          status: 'SENT',
          createdAt: day(index + 1),
        },
      });
    }
    const to = async (wish: object) => {
      const filter = MessageFilterSchema.parse({ search: 'sorts-', ...wish });
      return (await listMessages(staff, filter)).rows.map(({ recipient }) => recipient.charAt(6));
    };
    expect(await to({})).toEqual(['c', 'a', 'b']);
    expect(await to({ sort: 'written' })).toEqual(['b', 'a', 'c']);
    expect(await to({ sort: 'to' })).toEqual(['a', 'b', 'c']);
    expect(await to({ sort: '-to' })).toEqual(['c', 'b', 'a']);
    expect(await to({ template: 'order-shipped' })).toEqual(['c', 'b']);
    expect(await to({ template: 'no-such-kind' })).toEqual([]);
  });

  it('promo codes: one without an end ends last', async () => {
    for (const [index, [code, endsAt]] of (
      [
        ['SORTB', day(20)],
        ['SORTC', null],
        ['SORTA', day(10)],
      ] as const
    ).entries()) {
      await database.db.promoCode.create({
        data: {
          id: newId('promoCode'),
          code,
          kind: 'PERCENT',
          basisPoints: 1000,
          endsAt,
          createdAt: day(index + 1),
        },
      });
    }
    const codes = async (sort?: string) => {
      const filter = PromoFilterSchema.parse({ search: 'sort', sort });
      return (await listPromos(staff, filter)).promos.map(({ code }) => code.at(-1)).join('');
    };
    expect(await codes()).toBe('ACB');
    expect(await codes('made')).toBe('BCA');
    expect(await codes('code')).toBe('ABC');
    expect(await codes('-code')).toBe('CBA');
    expect(await codes('ends')).toBe('ABC');
    expect(await codes('-ends')).toBe('CBA');
    expect(await codes('uses')).toHaveLength(3);
  });

  it('certificates: sums of one currency stand together', async () => {
    for (const [index, [currency, amountMinor]] of (
      [
        ['EUR', 5000],
        ['UAH', 90_000],
        ['EUR', 2000],
      ] as const
    ).entries()) {
      await database.db.giftCertificate.create({
        data: {
          id: newId('certificate'),
          status: 'AWAITING_PAYMENT',
          codeHash: `hash${index}`,
          codeEnd: 'ABCD',
          currency,
          amountMinor,
          buyerName: 'Sorted',
          recipientName: 'Sorted',
          locale: 'en',
          expiresAt: new Date(Date.UTC(2031, 0, 1)),
          requestKey: `key${index}`,
          createdAt: day(index + 1),
        },
      });
    }
    const sums = async (sort?: string) => {
      const filter = CertificateFilterSchema.parse({ search: 'Sorted', sort });
      return (await listStaffCertificates(staff, filter)).rows.map(
        ({ worth }) => worth.amountMinor,
      );
    };
    expect(await sums()).toEqual([2000, 90_000, 5000]);
    expect(await sums('made')).toEqual([5000, 90_000, 2000]);
    expect(await sums('worth')).toEqual([2000, 5000, 90_000]);
    expect(await sums('-worth')).toEqual([5000, 2000, 90_000]);
    expect(await sums('-left')).toHaveLength(3);
  });

  it('the audit log', async () => {
    for (const number of [2, 1, 3]) {
      await database.db.auditEvent.create({
        data: {
          id: newId('auditEvent'),
          action: `sorted.${'abc'.charAt(number - 1)}`,
          subject: 'sorts',
          data: { page: 1, kind: null },
          createdAt: day(number),
        },
      });
    }
    const log = async (sort?: string) =>
      (await listAudit(staff, AuditFilterSchema.parse({ subject: 'sorts', sort }))).rows;
    expect((await log()).map(({ action }) => action.at(-1))).toEqual(['c', 'b', 'a']);
    expect((await log('when')).map(({ action }) => action.at(-1))).toEqual(['a', 'b', 'c']);
    // A filter that was not set is not worth a line.
    expect((await log())[0]?.details).toEqual(['page: 1']);
  });
});
