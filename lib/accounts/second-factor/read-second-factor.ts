import { asPerson, type Ctx } from '@/lib/db/context';
import { areDemoAccountsAllowed } from '../demo-rule';
import { findPerson } from '../store';
import { findFactor } from './factor-store';
import { openBox } from './secret-box';
import { stepAt, totpCode } from './totp';

export type SecondFactorState = {
  isSetUp: boolean;
  /** What the demonstration's app would show; null for every real person. */
  demoCode: string | null;
};

/** Whether the person has an app set up. */
export async function readSecondFactor(ctx: Ctx): Promise<SecondFactorState> {
  const { userId } = asPerson(ctx).actor;
  const factor = await findFactor(ctx, userId);
  if (!factor?.confirmedAt) return { isSetUp: false, demoCode: null };
  const { isDemo } = await findPerson(ctx, userId);
  const isShown = isDemo && areDemoAccountsAllowed();
  const secret = isShown ? openBox(factor.secretBox, userId) : null;
  // A step that was used already is of no use: the next one counts as well.
  const step = Math.max(stepAt(ctx.clock.now()), factor.lastStep + 1);
  return { isSetUp: true, demoCode: secret && totpCode(secret, step) };
}
