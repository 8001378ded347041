import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { erasePicture } from '@/lib/pictures/erase-picture';

export async function handlePictureErase(
  ctx: Ctx,
  { pictureId }: JobPayload<'picture.erase'>,
): Promise<void> {
  await erasePicture(ctx, pictureId);
}
