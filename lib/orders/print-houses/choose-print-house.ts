import { DomainError } from '@/lib/core/errors';
import type { TxCtx } from '@/lib/db/context';
import type { PrintHouse } from '@/lib/db/generated/client';
import { type PrintWork, unprintable } from './settings';
import { findPrintHouse, findPrintHouses } from './store';

/**
 * The house for this work: the one that is asked for, else the first active one that can do all of it.
 * @throws DomainError "print_house.not_found", "print_house.invalid" with what it cannot do
 */
export async function choosePrintHouse(
  tx: TxCtx,
  wish: PrintWork & { printHouseId: string | null },
): Promise<PrintHouse> {
  if (wish.printHouseId === null) {
    const houses = await findPrintHouses(tx);
    const able = houses.find((house) => unprintable(house, wish).length === 0);
    if (!able) throw new DomainError('print_house.not_found');
    return able;
  }
  const house = await findPrintHouse(tx, wish.printHouseId);
  if (!house) throw new DomainError('print_house.not_found');
  const [missing] = unprintable(house, wish);
  if (missing !== undefined) {
    throw new DomainError('print_house.invalid', {}, { fields: { printHouseId: missing } });
  }
  return house;
}
