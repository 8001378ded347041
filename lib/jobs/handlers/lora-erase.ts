import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { eraseLoraModel } from '@/lib/studio/erase-lora-model';

export async function handleLoraErase(ctx: Ctx, payload: JobPayload<'lora.erase'>): Promise<void> {
  await eraseLoraModel(ctx, payload.loraModelId);
}
