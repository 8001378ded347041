import { expect, test } from 'vitest';
import { deskAddress } from '@/components/admin/desk-address';

const filter = { search: 'olena', kind: null, sort: null, page: 3 };

test('equal views of a table have equal addresses: what is not set and the first page are left out', () => {
  expect(deskAddress('/admin/customers', { search: '', kind: null, sort: null, page: 1 })).toBe(
    '/admin/customers',
  );
  expect(deskAddress('/admin/customers', filter)).toBe('/admin/customers?search=olena&page=3');
});

test('a change keeps the rest of the filter', () => {
  expect(deskAddress('/admin/customers', filter, { sort: '-orders', page: 1 })).toBe(
    '/admin/customers?search=olena&sort=-orders',
  );
  expect(deskAddress('/x', { ...filter, search: 'a&b=ї' }, { page: 4 })).toBe(
    '/x?search=a%26b%3D%D1%97&page=4',
  );
});
