import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { localText } from '@/lib/orders/local-text';
import {
  type ManualSettings,
  manualSettings,
  type ProdigiSettings,
  prodigiSettings,
} from '@/lib/orders/print-houses/settings';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findHouses, findProductSlugs, insertHouse, lockHouse, updateHouse } from './print-store';
import type { SaveHouseInput } from './schema';

type Shared = { id: Id<'printHouse'>; name: string; isActive: boolean; sortOrder: number };
export type StaffHouse =
  | (Shared & { kind: 'MANUAL'; settings: ManualSettings })
  | (Shared & { kind: 'PRODIGI'; settings: ProdigiSettings; isConnected: boolean });

export type HouseDesk = { houses: StaffHouse[]; products: { slug: string; name: string }[] };

/** Every house with its settings. @throws DomainError "account.not_allowed" */
export async function getHouseDesk(ctx: Ctx, locale: string): Promise<HouseDesk> {
  requireStaff(ctx, 'production');
  const rows = await findHouses(ctx);
  const products = await findProductSlugs(ctx);
  return {
    houses: rows.map((row) => {
      const { name, isActive, sortOrder } = row;
      const shared = { id: row.id as Id<'printHouse'>, name, isActive, sortOrder };
      if (row.kind === 'MANUAL') {
        return { ...shared, kind: row.kind, settings: manualSettings(row.settings) };
      }
      const isConnected = ctx.providers.printHouses.PRODIGI !== undefined;
      return { ...shared, kind: row.kind, settings: prodigiSettings(row.settings), isConnected };
    }),
    products: products.map(({ slug, names }) => ({ slug, name: localText(names, locale) })),
  };
}

/**
 * Changes a house.
 * @throws DomainError "account.not_allowed", "print_house.not_found", "print_house.invalid" for settings of another kind
 *   of house, or when one without a key would be switched on
 */
export async function saveHouse(
  ctx: Ctx,
  input: { printHouseId: Id<'printHouse'>; house: SaveHouseInput },
): Promise<void> {
  requireStaff(ctx, 'production');
  const { printHouseId, house } = input;
  const { kind, ...data } = house;
  const isMissing = kind === 'PRODIGI' && ctx.providers.printHouses.PRODIGI === undefined;
  if (isMissing && house.isActive) throw new DomainError('print_house.invalid');
  await inTransaction(ctx, async (tx) => {
    const found = await lockHouse(tx, printHouseId);
    if (!found) throw new DomainError('print_house.not_found');
    if (found.kind !== kind) throw new DomainError('print_house.invalid');
    await updateHouse(tx, printHouseId, data);
    const { isActive } = data;
    await recordAudit(tx, {
      action: 'print_house.changed',
      subject: printHouseId,
      data: { isActive, wasActive: found.isActive },
    });
  });
}

/** Adds a house of people. @throws DomainError "account.not_allowed" */
export async function addHouse(
  ctx: Ctx,
  house: Extract<SaveHouseInput, { kind: 'MANUAL' }>,
): Promise<{ printHouseId: Id<'printHouse'> }> {
  requireStaff(ctx, 'production');
  const printHouseId = newId('printHouse');
  await inTransaction(ctx, async (tx) => {
    await insertHouse(tx, { id: printHouseId, slug: printHouseId, ...house });
    await recordAudit(tx, { action: 'print_house.added', subject: printHouseId });
  });
  return { printHouseId };
}
