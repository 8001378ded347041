import { describe, expect, it } from 'vitest';
import { idSchema, newId } from '@/lib/core/ids';

describe('an id', () => {
  it('never repeats and says what it names', () => {
    const ids = new Set(Array.from({ length: 5000 }, () => newId('order')));
    expect(ids.size).toBe(5000);
    for (const id of ids) expect(idSchema('order').safeParse(id).success).toBe(true);
  });

  it('of another kind is refused', () => {
    expect(idSchema('order').safeParse(newId('payment')).success).toBe(false);
  });

  it.each([
    '',
    'ord_',
    "ord_' or 1=1",
    'ord_ABCDEFGH',
    `ord_${'a'.repeat(100)}`,
    7,
    null,
    ['ord_01234567'],
  ])('refuses %j', (value) => expect(idSchema('order').safeParse(value).success).toBe(false));

  it('sorts by age', async () => {
    const older = newId('order');
    await new Promise((resolve) => setTimeout(resolve, 3));
    expect(older < newId('order')).toBe(true);
  });
});
