import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import type { PersonCtx } from '@/lib/db/context';
import { changeAddress } from '@/lib/orders/saved-addresses/change-address';
import { listAddresses } from '@/lib/orders/saved-addresses/list-addresses';
import { removeAddress } from '@/lib/orders/saved-addresses/remove-address';
import { saveAddress } from '@/lib/orders/saved-addresses/save-address';
import { SAVED_ADDRESSES_MAX } from '@/lib/orders/saved-addresses/schema';
import { useDatabase } from '@/tests/support/database';
import { KYIV_ADDRESS } from './shop';

const test = useDatabase();

async function customer(): Promise<PersonCtx> {
  const { actor } = await test.person();
  return test.ctx(actor) as PersonCtx;
}

const at = (line1: string, more: { label?: string; isDefault?: boolean } = {}) => ({
  label: '',
  isDefault: false,
  ...more,
  address: { ...KYIV_ADDRESS, line1 },
});

describe('saved addresses', () => {
  it('are kept in the form of their country, the first one as the default', async () => {
    const ctx = await customer();
    await saveAddress(ctx, at('  вул.   Хрещатик, 1 ', { label: 'Дім' }));
    await saveAddress(ctx, at('вул. Січових Стрільців, 5'));
    const [first, second] = await listAddresses(ctx);
    expect(first).toMatchObject({
      label: 'Дім',
      isDefault: true,
      address: { line1: 'вул. Хрещатик, 1', phone: '+380671234567' },
    });
    expect(second?.isDefault).toBe(false);
  });

  it('keep the same address once, however often and however much at once it is saved', async () => {
    const ctx = await customer();
    const ids = await Promise.all(Array.from({ length: 5 }, () => saveAddress(ctx, at('A 1'))));
    expect(new Set(ids.map(({ addressId }) => addressId)).size).toBe(1);
    expect(await listAddresses(ctx)).toHaveLength(1);
  });

  it('have one default, also when two are made the default at once', async () => {
    const ctx = await customer();
    await Promise.all([
      saveAddress(ctx, at('A 1', { isDefault: true })),
      saveAddress(ctx, at('B 2', { isDefault: true })),
      saveAddress(ctx, at('C 3')),
    ]);
    const all = await listAddresses(ctx);
    expect(all.filter(({ isDefault }) => isDefault)).toHaveLength(1);
    const other = all.find(({ isDefault }) => !isDefault);
    if (!other) throw new Error('three addresses, one default');
    await changeAddress(ctx, { ...other, addressId: other.id, isDefault: true });
    const defaults = (await listAddresses(ctx)).filter(({ isDefault }) => isDefault);
    expect(defaults.map(({ id }) => id)).toEqual([other.id]);
  });

  it('end at their limit, also for calls at once', async () => {
    const ctx = await customer();
    const calls = Array.from({ length: SAVED_ADDRESSES_MAX + 4 }, (_, index) =>
      saveAddress(ctx, at(`Street ${index}`)),
    );
    const refused = (await Promise.allSettled(calls)).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(4);
    expect(await listAddresses(ctx)).toHaveLength(SAVED_ADDRESSES_MAX);
    await expect(saveAddress(ctx, at('One more'))).rejects.toMatchObject({
      code: 'address.too_many',
    });
  });

  it('refuse what is no address, field by field, and change nothing', async () => {
    const ctx = await customer();
    const { addressId } = await saveAddress(ctx, at('A 1'));
    const bad = { ...at('A 2'), address: { ...KYIV_ADDRESS, postalCode: '1', phone: 'x' } };
    await expect(changeAddress(ctx, { ...bad, addressId })).rejects.toMatchObject({
      code: 'order.address_invalid',
      fields: { 'address.postalCode': 'bad_postal_code', 'address.phone': 'bad_phone' },
    });
    await expect(saveAddress(ctx, bad)).rejects.toMatchObject({ code: 'order.address_invalid' });
    expect((await listAddresses(ctx)).map(({ address }) => address.line1)).toEqual(['A 1']);
  });

  it('of others look like those that never were', async () => {
    const [ctx, stranger] = [await customer(), await customer()];
    const { addressId } = await saveAddress(ctx, at('A 1'));
    for (const id of [addressId, newId('savedAddress')]) {
      await expect(changeAddress(stranger, { ...at('Mine'), addressId: id })).rejects.toMatchObject(
        { code: 'address.not_found' },
      );
      await expect(removeAddress(stranger, { addressId: id })).rejects.toMatchObject({
        code: 'address.not_found',
      });
    }
    expect(await listAddresses(ctx)).toHaveLength(1);
    await removeAddress(ctx, { addressId });
    expect(await listAddresses(ctx)).toEqual([]);
  });
});
