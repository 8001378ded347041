import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { paintScene } from '@/lib/sandbox/paint-scene';

const scene = (month: number, seed: number) =>
  paintScene({ month, seed, widthPx: 240, heightPx: 180 });

describe('a painted scene', () => {
  it('is the same for the same seed and another for another', async () => {
    const [first, again, other] = await Promise.all([scene(5, 1), scene(5, 1), scene(5, 2)]);
    expect(first.equals(again)).toBe(true);
    expect(first.equals(other)).toBe(false);
  });

  it('has the size that was asked', async () => {
    expect(await sharp(await scene(10, 3)).metadata()).toMatchObject({
      width: 240,
      height: 180,
      format: 'jpeg',
    });
  });

  it('shows its season: winter ground is whiter and bluer than autumn ground', async () => {
    const ground = async (month: number) => {
      const image = sharp(await scene(month, 4)).extract({
        left: 0,
        top: 165,
        width: 240,
        height: 15,
      });
      return (await image.stats()).channels.map((channel) => channel.mean);
    };
    const [winter, autumn] = [await ground(1), await ground(10)];
    expect(winter[2]).toBeGreaterThan((autumn[2] as number) + 60);
    expect(autumn[0]).toBeGreaterThan(autumn[2] as number);
  });
});
