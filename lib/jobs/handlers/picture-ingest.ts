import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { ingestPicture } from '@/lib/pictures/ingest-picture';

export async function handlePictureIngest(
  ctx: Ctx,
  { pictureId }: JobPayload<'picture.ingest'>,
): Promise<void> {
  await ingestPicture(ctx, pictureId);
}
