import type { Ctx } from '@/lib/db/context';
import { checkStars } from '@/lib/stars/check-stars';

export async function handleStarsCheck(ctx: Ctx): Promise<void> {
  await checkStars(ctx);
}
