import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { dropFiles } from '@/lib/pictures/drop-files';

export async function handlePictureDrop(
  ctx: Ctx,
  { pictureId, keys }: JobPayload<'picture.drop'>,
): Promise<void> {
  await dropFiles(ctx, pictureId, keys);
}
