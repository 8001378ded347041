import { describe, expect, test } from 'vitest';
import { FORMAT_IDS } from '@/lib/calendars/document';
import { SIDE_MIN_PX } from '@/lib/pictures/limits';
import { BASE_MODELS } from '@/lib/studio/data/base-models';
import { hemisphereOf } from '@/lib/studio/hemisphere';
import {
  PICTURE_LAYOUT_IDS,
  pictureSize,
  sizeForAspect,
  slotAspect,
} from '@/lib/studio/picture-size';
import { starsOfPicture, starsOfPictures } from '@/lib/studio/prices';
import { jobStatusOf, taskStatusOf } from '@/lib/studio/recount-job';
import { nextSeed, pickSeed, randomSeed, SEED_MAX } from '@/lib/studio/seeds';
import { VARIATION_ENDINGS, varyPrompt, withoutEnding } from '@/lib/studio/variations';

describe('the size of a picture', () => {
  const painters = BASE_MODELS.flatMap(({ slug, settings }) =>
    settings.kind === 'picture' ? [{ slug, settings }] : [],
  );

  test('stays within what every model paints well and has the shape of its place on paper', () => {
    for (const { settings } of painters) {
      for (const formatId of FORMAT_IDS) {
        for (const layoutId of PICTURE_LAYOUT_IDS) {
          const { widthPx, heightPx } = pictureSize({ formatId, layoutId }, settings);
          expect(widthPx % settings.sideMultiple).toBe(0);
          expect(heightPx % settings.sideMultiple).toBe(0);
          expect(Math.max(widthPx, heightPx)).toBeLessThanOrEqual(settings.sideMaxPx);
          expect(widthPx * heightPx).toBeLessThanOrEqual(settings.areaMaxPx);
          expect(Math.min(widthPx, heightPx)).toBeGreaterThanOrEqual(SIDE_MIN_PX);
          const error = widthPx / heightPx / slotAspect(formatId, layoutId) - 1;
          expect(Math.abs(error)).toBeLessThan(0.03);
        }
      }
    }
  });

  test('uses nearly all of the area that the model has', () => {
    const limits = { sideMaxPx: 1536, areaMaxPx: 1_600_000, sideMultiple: 16 };
    const { widthPx, heightPx } = sizeForAspect(1, limits);
    expect([widthPx, heightPx]).toEqual([1264, 1264]);
    expect(sizeForAspect(4, limits)).toEqual({ widthPx: 1536, heightPx: 400 });
    expect(sizeForAspect(1 / 4, limits)).toEqual({ widthPx: 400, heightPx: 1536 });
  });
});

describe('seeds', () => {
  test('step through other seeds, the same way each time, and stay in range', () => {
    const seen = new Set<number>();
    let seed = 7;
    for (let step = 0; step < 10_000; step += 1) {
      seed = nextSeed(seed);
      expect(seed).toBeGreaterThanOrEqual(1);
      expect(seed).toBeLessThanOrEqual(SEED_MAX);
      seen.add(seed);
    }
    expect(seen.size).toBe(10_000);
    expect(nextSeed(7)).toBe(337_897);
    for (const edge of [0, 1, SEED_MAX, SEED_MAX - 1, 4_294_967_295]) {
      expect(nextSeed(edge)).toBeGreaterThanOrEqual(1);
      expect(nextSeed(edge)).toBeLessThanOrEqual(SEED_MAX);
    }
    expect(randomSeed()).toBeGreaterThanOrEqual(1);
  });

  test('a good seed that was not used comes first, then the next one that was not used', () => {
    expect(pickSeed([5, 6], new Set([5]), 5)).toBe(6);
    expect(pickSeed([5, 6], new Set([5, 6]), 6)).toBe(nextSeed(6));
    expect(pickSeed([], new Set([nextSeed(6)]), 6)).toBe(nextSeed(nextSeed(6)));
  });
});

describe('variations', () => {
  test('each changes the moment only, and none piles up on another', () => {
    const first = varyPrompt('A bench.', new Set());
    expect(first).toBe(`A bench, ${VARIATION_ENDINGS[0]}.`);
    const second = varyPrompt('A bench.', new Set([first]));
    expect(second).not.toBe(first);
    expect(varyPrompt(first, new Set([first]))).toBe(second);
    expect(withoutEnding(second)).toBe('A bench.');
    expect(withoutEnding('Nothing to take away')).toBe('Nothing to take away');
  });
});

describe('states', () => {
  test('a step is open while a picture of it is, else it is what the best of them is', () => {
    expect(taskStatusOf(['QUEUED', 'QUEUED'])).toBe('QUEUED');
    expect(taskStatusOf(['COMPLETED', 'QUEUED'])).toBe('RUNNING');
    expect(taskStatusOf(['FAILED', 'RUNNING'])).toBe('RUNNING');
    expect(taskStatusOf(['FAILED', 'COMPLETED', 'CANCELLED'])).toBe('COMPLETED');
    expect(taskStatusOf(['FAILED', 'CANCELLED'])).toBe('FAILED');
    expect(taskStatusOf(['CANCELLED'])).toBe('CANCELLED');
  });

  test('a job is open while a step is; one picture makes it a finished one', () => {
    expect(jobStatusOf(['COMPLETED', 'QUEUED'])).toBe('RUNNING');
    expect(jobStatusOf(['COMPLETED', 'FAILED', 'CANCELLED'])).toBe('COMPLETED');
    expect(jobStatusOf(['FAILED', 'CANCELLED'])).toBe('CANCELLED');
    expect(jobStatusOf(['FAILED', 'FAILED'])).toBe('FAILED');
  });
});

describe('prices', () => {
  test('add up what the model and each shared style cost, for every picture', () => {
    expect(starsOfPictures(starsOfPicture(2, [5, 0]), 24)).toBe(168);
    expect(() => starsOfPicture(2, [-1])).toThrow();
    expect(() => starsOfPictures(2, 1.5)).toThrow();
  });
});

test('seasons are southern only in countries south of the equator', () => {
  expect([hemisphereOf('AU'), hemisphereOf('UA'), hemisphereOf(null)]).toEqual([
    'south',
    'north',
    'north',
  ]);
});
