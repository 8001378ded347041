import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import type { ChangeBonusInput } from './schema';
import { findWelcome, setWelcome } from './store';

/** Changes what new accounts get. Who has signed up before keeps what they got. @throws DomainError "account.not_allowed" */
export async function changeWelcome(ctx: Ctx, input: ChangeBonusInput): Promise<void> {
  requireStaff(ctx, 'finance');
  await inTransaction(ctx, async (tx) => {
    const before = await findWelcome(tx);
    await setWelcome(tx, input);
    await recordAudit(tx, {
      action: 'star_bonus.changed',
      subject: 'SIGN_UP',
      data: {
        before: before ? { stars: before.stars, isActive: before.isActive } : null,
        after: input,
      },
    });
  });
}
