import { describe, expect, it } from 'vitest';
import { CARRIERS, carrierForCustomer } from '@/lib/orders/carriers';

describe('the name of a carrier that a customer reads', () => {
  it('is the one known in their country, and stays as it is elsewhere', () => {
    expect(carrierForCustomer(CARRIERS['nova-poshta'].name, 'uk')).toBe('Нова пошта');
    expect(carrierForCustomer(CARRIERS['nova-poshta'].name, 'en')).toBe('Nova Poshta');
    expect(carrierForCustomer('DHL', 'uk')).toBe('DHL');
  });

  it('is left out where staff named none', () => {
    expect(carrierForCustomer(CARRIERS.other.name, 'en')).toBe('');
  });
});
