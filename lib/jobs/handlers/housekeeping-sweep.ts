import { reviveErasures } from '@/lib/accounts/erasure/revive-erasures';
import { sweepExports } from '@/lib/accounts/export/make-export';
import { sweepAccounts } from '@/lib/accounts/sweep-accounts';
import { sweepChats } from '@/lib/bot/sweep-chats';
import { prunePrintCache } from '@/lib/calendars/print-cache';
import type { Ctx } from '@/lib/db/context';
import { sweepCertificates } from '@/lib/orders/certificates/sweep-certificates';
import { sweepDrafts } from '@/lib/orders/checkout-draft/sweep-drafts';
import { expireUnpaidOrders } from '@/lib/orders/expire-unpaid-orders';
import { sweepPictures } from '@/lib/pictures/sweep-pictures';
import { eraseAgain } from '@/lib/studio/erase-again';
import { sweepStudioFiles } from '@/lib/studio/sweep-studio-files';

const SWEEPS: readonly { name: string; sweep: (ctx: Ctx) => Promise<unknown> }[] = [
  { name: 'unpaid orders', sweep: expireUnpaidOrders },
  { name: 'checkout drafts', sweep: sweepDrafts },
  { name: 'gift certificates', sweep: sweepCertificates },
  { name: 'accounts', sweep: sweepAccounts },
  { name: 'erasures', sweep: reviveErasures },
  { name: 'exports', sweep: sweepExports },
  { name: 'chats', sweep: sweepChats },
  { name: 'pictures', sweep: sweepPictures },
  { name: 'studio files', sweep: sweepStudioFiles },
  { name: 'deleted models', sweep: eraseAgain },
  { name: 'print cache', sweep: prunePrintCache },
];

/** Each room's own tidying; one that fails does not keep the others from their turn, and fails the job at the end. */
export async function handleHousekeepingSweep(ctx: Ctx): Promise<void> {
  const failures: unknown[] = [];
  for (const { name, sweep } of SWEEPS) {
    try {
      await sweep(ctx);
    } catch (error) {
      ctx.log.error('housekeeping failed', error, { sweep: name });
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'housekeeping is not complete');
}
