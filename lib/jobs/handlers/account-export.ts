import { makeExport } from '@/lib/accounts/export/make-export';
import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';

export async function handleAccountExport(
  ctx: Ctx,
  { dataExportId }: JobPayload<'account.export'>,
): Promise<void> {
  await makeExport(ctx, dataExportId);
}
