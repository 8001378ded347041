import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { sweepPictures } from '@/lib/pictures/sweep-pictures';
import { useDatabase } from '@/tests/support/database';
import { aJpeg } from './made-pictures';
import { upload } from './upload-helpers';

const database = useDatabase();

async function jobs(): Promise<{ data: { pictureId: string } }[]> {
  return database.db.$queryRaw`select data from pgboss.job where name = 'picture.ingest'`;
}

describe('the sweep', () => {
  it('deletes received files without a picture after a day and queues lost pictures again', async () => {
    const { ctx } = await database.person();
    const { files } = ctx.providers;
    const { picture } = await upload(ctx, await aJpeg({ seed: 21 }));
    const orphan = `uploads/${newId('picture')}`;
    await files.put(orphan, Buffer.from('x'), 'application/octet-stream');
    expect((await sweepPictures(database.ctx())).orphans).toBe(0);
    expect(await files.stat(orphan)).not.toBeNull();

    const later = { now: () => new Date(Date.now() + 25 * 60 * 60 * 1000) };
    const swept = await sweepPictures(database.ctx(undefined, { clock: later }));
    expect(swept.orphans).toBe(1);
    expect(await files.stat(orphan)).toBeNull();
    expect(await files.stat(`uploads/${picture.id}`)).not.toBeNull();
    expect((await jobs()).filter((job) => job.data.pictureId === picture.id)).toHaveLength(2);
  });
});
