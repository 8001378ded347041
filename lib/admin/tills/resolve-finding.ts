import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findFinding, markResolved } from './store';

/**
 * Says what became of a difference; it is not found again after that. Resolving it twice changes nothing.
 * @throws DomainError "account.not_allowed", "finding.not_found"
 */
export async function resolveFinding(
  ctx: Ctx,
  input: { findingId: Id<'finding'>; note: string },
): Promise<void> {
  const staff = requireStaff(ctx, 'finance');
  await inTransaction(ctx, async (tx) => {
    const finding = await findFinding(tx, input.findingId);
    if (!finding) throw new DomainError('finding.not_found');
    const by = { resolvedById: staff.userId, note: input.note };
    if (!(await markResolved(tx, finding.id, by))) return;
    await recordAudit(tx, {
      action: 'finding.resolved',
      subject: finding.id,
      data: { kind: finding.kind, provider: finding.provider, note: input.note },
    });
  });
}
