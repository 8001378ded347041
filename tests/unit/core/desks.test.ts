import { expect, test } from 'vitest';
import {
  DESKS,
  type Desk,
  type DeskAccess,
  isAdmitted,
  isForStaff,
  mintActor,
  staffAccessesOf,
} from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';

const person = (role: 'GUEST' | 'CUSTOMER' | 'STAFF' | 'ADMIN', desks: readonly Desk[] = []) =>
  mintActor({ userId: newId('user'), role, desks });
const OPENS: Record<DeskAccess, readonly Desk[]> = {
  orders: ['SUPPORT', 'PRODUCTION', 'FINANCE'],
  support: ['SUPPORT'],
  claims: ['SUPPORT', 'FINANCE'],
  production: ['PRODUCTION'],
  content: ['CONTENT'],
  finance: ['FINANCE'],
};
const ACCESSES = Object.keys(OPENS) as DeskAccess[];

test('a desk opens its own edges and no others', () => {
  for (const desk of DESKS) {
    for (const access of ACCESSES) {
      expect(isAdmitted(person('STAFF', [desk]), access)).toBe(OPENS[access].includes(desk));
    }
    expect(isAdmitted(person('STAFF', [desk]), 'staff')).toBe(true);
    expect(isAdmitted(person('STAFF', [desk]), 'admin')).toBe(false);
  }
});

test('an admin opens everything without a desk, and staff without a desk none of them', () => {
  for (const access of ACCESSES) {
    expect(isAdmitted(person('ADMIN'), access)).toBe(true);
    expect(isAdmitted(person('STAFF'), access)).toBe(false);
  }
});

test('desks are worth nothing to who is not staff', () => {
  for (const role of ['GUEST', 'CUSTOMER'] as const) {
    for (const access of [...ACCESSES, 'staff', 'admin'] as const) {
      expect(isAdmitted(person(role, DESKS), access)).toBe(false);
    }
  }
});

test('every edge of the staff section asks for the second factor', () => {
  for (const access of [...ACCESSES, 'staff', 'admin'] as const)
    expect(isForStaff(access)).toBe(true);
  for (const access of ['public', 'guest', 'customer'] as const) {
    expect(isForStaff(access)).toBe(false);
  }
});

test('what of the staff section is offered is what opens, and nothing before the second factor', () => {
  const staff = { userId: newId('user'), role: 'STAFF', desks: ['SUPPORT'] } as const;
  expect(staffAccessesOf(mintActor({ ...staff, hasSecondFactor: true }))).toEqual([
    'staff',
    'orders',
    'support',
    'claims',
  ]);
  expect(staffAccessesOf(mintActor(staff))).toEqual([]);
  const admin = mintActor({ userId: newId('user'), role: 'ADMIN', hasSecondFactor: true });
  expect(staffAccessesOf(admin)).toEqual(['staff', ...ACCESSES, 'admin']);
  const customer = { ...staff, role: 'CUSTOMER', hasSecondFactor: true } as const;
  expect(staffAccessesOf(mintActor(customer))).toEqual([]);
});
