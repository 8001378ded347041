import { renderProof } from '@/lib/calendars/render-proof';
import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { deliverFiles } from '@/lib/orders/files/deliver-files';

export async function handleProofRender(
  ctx: Ctx,
  { proofId }: JobPayload<'proof.render'>,
): Promise<void> {
  await renderProof(ctx, proofId);
  await deliverFiles(ctx, proofId);
}
