import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openSoftProof } from '@/lib/calendars/open-soft-proof';
import { openRendition } from '@/lib/pictures/open-rendition';
import { useDatabase } from '@/tests/support/database';
import { aPhoto } from './made-pictures';
import { uploadAndIngest } from './upload-helpers';

const database = useDatabase();

describe('a picture in printed colours', () => {
  it('is a JPEG of the screen’s size whose colours the inks can reach, and the same each time', async () => {
    const { ctx } = await database.person();
    const photo = await aPhoto({ widthPx: 1200, heightPx: 800, seed: 4 });
    const picture = await uploadAndIngest(database, ctx, await photo.jpeg().toBuffer());
    const address = { pictureId: picture.id, condition: 'fogra39' as const };
    const { etag, open } = await openSoftProof(ctx, address);
    const proof = await open();
    expect(await sharp(proof).metadata()).toMatchObject({
      format: 'jpeg',
      width: 1200,
      height: 800,
      space: 'srgb',
    });
    expect(etag).toContain('fogra39');
    expect((await (await openSoftProof(ctx, address)).open()).equals(proof)).toBe(true);
    const screen = await openRendition(ctx, { pictureId: picture.id, rendition: 'screen' });
    expect((await buffer(await screen.open())).equals(proof)).toBe(false);
  });

  it('is not there for anybody else', async () => {
    const { ctx } = await database.person();
    const photo = await aPhoto({ widthPx: 800, heightPx: 600, seed: 5 });
    const picture = await uploadAndIngest(database, ctx, await photo.jpeg().toBuffer());
    const stranger = await database.person();
    for (const pictureId of [picture.id, 'pic_nothing', 'x']) {
      await expect(
        openSoftProof(stranger.ctx, { pictureId, condition: 'gracol2006' }),
      ).rejects.toMatchObject({ code: 'picture.not_found' });
    }
  });
});
