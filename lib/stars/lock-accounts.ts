import type { TxCtx } from '@/lib/db/context';
import { lockAccount } from './store';

/**
 * Locks several accounts in one order that everybody keeps, for a transaction that moves stars in more than one: two
 * people who use each other's style would otherwise wait for each other.
 */
export async function lockAccounts(tx: TxCtx, userIds: readonly string[]): Promise<void> {
  for (const userId of [...new Set(userIds)].sort()) await lockAccount(tx, userId);
}
