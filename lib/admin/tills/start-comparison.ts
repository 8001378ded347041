import { DomainError } from '@/lib/core/errors';
import type { PlainDate } from '@/lib/core/plain-date';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { beginReconciliation } from '@/lib/payments/reconciliation-store';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import type { Provider } from './schema';

/**
 * Compares a till's books with ours now, one day or its last days. The worker does it; the day shows that it runs.
 * @throws DomainError "account.not_allowed", "payment.till_unavailable"
 */
export async function startComparison(
  ctx: Ctx,
  input: { provider: Provider; day: PlainDate | null },
): Promise<void> {
  requireStaff(ctx, 'finance');
  const { provider, day } = input;
  if (!ctx.providers.tills[provider]) throw new DomainError('payment.till_unavailable');
  await inTransaction(ctx, async (tx) => {
    if (day !== null) await beginReconciliation(tx, provider, day);
    await enqueue(tx, 'tills.compare', { provider, ...(day === null ? {} : { day }) });
    await recordAudit(tx, { action: 'tills.compared', subject: 'tills', data: { provider, day } });
  });
}
