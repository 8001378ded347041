import { describe, expect, it } from 'vitest';
import { mailboxOf } from '@/lib/orders/promos/customer-hash';

describe('one customer by address', () => {
  it('is one mailbox in whatever spelling', () => {
    for (const spelling of [
      'Olena@Example.com',
      ' olena@example.com ',
      'olena+calendar@example.com',
    ]) {
      expect(mailboxOf(spelling)).toBe('olena@example.com');
    }
    for (const spelling of ['o.l.e.n.a@gmail.com', 'olena@googlemail.com', 'Ole.na+x@GMAIL.com']) {
      expect(mailboxOf(spelling)).toBe('olena@gmail.com');
    }
  });

  it('is not somebody else whose address looks alike', () => {
    expect(mailboxOf('o.lena@example.com')).not.toBe(mailboxOf('olena@example.com'));
    expect(mailboxOf('+380671234567@example.com')).toBe('+380671234567@example.com');
    expect(mailboxOf('olena@gmail.com')).not.toBe(mailboxOf('olena@example.com'));
  });
});
