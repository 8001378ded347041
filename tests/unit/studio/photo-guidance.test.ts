import { describe, expect, test } from 'vitest';
import type { PlainDate } from '@/lib/core/plain-date';
import { type GuidedPhoto, guidePhotos, PHOTOS_MAX, PHOTOS_MIN } from '@/lib/studio/photo-guidance';

/** Hashes whose distance is large: each differs from the next in half of its bits. */
const HASHES = Array.from({ length: 40 }, (_, index) =>
  ((BigInt(index + 1) * 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn).toString(16).padStart(16, '0'),
);

const photo = (index: number, more: Partial<GuidedPhoto> = {}): GuidedPhoto => ({
  id: `pic_${index}`,
  status: 'READY',
  isUpload: true,
  widthPx: 2000,
  heightPx: 1500,
  sharpness: 60,
  perceptualHash: HASHES[index] ?? '0',
  takenOn: `2026-0${1 + (index % 9)}-10` as PlainDate,
  faceHeights: null,
  ...more,
});

const photos = (count: number, more: Partial<GuidedPhoto> = {}) =>
  Array.from({ length: count }, (_, index) => photo(index, more));

const person = { isPerson: true };
const thing = { isPerson: false };
const kinds = (list: readonly { kind: string }[] | undefined) => list?.map(({ kind }) => kind);

describe('the number of photos', () => {
  test('ten to twenty good ones are ready, and are told so', () => {
    for (const count of [PHOTOS_MIN, PHOTOS_MAX]) {
      const guidance = guidePhotos(photos(count), person);
      expect(guidance).toMatchObject({ isReady: true, missing: 0, tooMany: 0, notes: ['varied'] });
    }
  });

  test('one fewer or one more is not, and says how many', () => {
    const few = guidePhotos(photos(PHOTOS_MIN - 1), person);
    expect(few).toMatchObject({ isReady: false, missing: 1 });
    expect(few.notes[0]).toBe('few');
    const many = guidePhotos(photos(PHOTOS_MAX + 1), person);
    expect(many).toMatchObject({ isReady: false, tooMany: 1 });
    expect(many.notes[0]).toBe('many');
  });

  test('nothing chosen asks for all of them and finds nothing else', () => {
    expect(guidePhotos([], person)).toMatchObject({ notes: ['few'], missing: PHOTOS_MIN });
  });

  test('a trainer that asks for more is heard, one that asks for fewer is not', () => {
    expect(guidePhotos(photos(12), thing, 15).missing).toBe(3);
    expect(guidePhotos(photos(8), thing, 4).missing).toBe(2);
  });
});

describe('what is wrong with a photo', () => {
  const problemsOf = (more: Partial<GuidedPhoto>, subject = person) =>
    guidePhotos([photo(0, more), ...photos(12).slice(1)], subject).problems[0];

  test.each([
    ['a shorter side under 512 pixels stops', { heightPx: 511 }, 'too_small', 'stop'],
    ['one under 1024 is a warning', { heightPx: 1023 }, 'small', 'warn'],
    ['a blurred one is a warning', { sharpness: 15.9 }, 'blurred', 'warn'],
    ['a soft one is a warning', { sharpness: 25.9 }, 'soft', 'warn'],
    ['one that was deleted stops', { status: 'GONE' as const }, 'gone', 'stop'],
    ['one that was refused stops', { status: 'REFUSED' as const }, 'refused', 'stop'],
    ['one that is being prepared waits', { status: 'RECEIVED' as const }, 'preparing', 'wait'],
    ['a picture that is no photo stops', { isUpload: false }, 'not_a_photo', 'stop'],
    ['a photo without a face is a warning', { faceHeights: [] }, 'no_face', 'warn'],
    ['two faces are a warning', { faceHeights: [0.3, 0.2] }, 'many_faces', 'warn'],
  ])('%s', (_name, more, kind, weight) => {
    expect(problemsOf(more)).toEqual([{ kind, weight }]);
  });

  test('the limits themselves are good', () => {
    expect(problemsOf({ heightPx: 1024, sharpness: 26, faceHeights: [0.3] })).toEqual([]);
    expect(kinds(problemsOf({ heightPx: 512 }))).toEqual(['small']);
  });

  test('faces count only where one person is learned, and only where somebody looked', () => {
    expect(problemsOf({ faceHeights: [] }, thing)).toEqual([]);
    expect(problemsOf({ faceHeights: null })).toEqual([]);
  });

  test('what stops is not counted as usable; a warning is', () => {
    const list = photos(PHOTOS_MIN);
    expect(guidePhotos(with0(list, { sharpness: 10 }), person).isReady).toBe(true);
    const stopped = guidePhotos(with0(list, { widthPx: 300 }), person);
    expect(stopped).toMatchObject({ isReady: false, usable: PHOTOS_MIN - 1, missing: 1 });
  });
});

function with0(list: GuidedPhoto[], more: Partial<GuidedPhoto>): GuidedPhoto[] {
  return list.map((one, index) => (index === 0 ? { ...one, ...more } : one));
}

describe('photos that look the same', () => {
  test('the sharper one stands, whatever the order, and the other names it', () => {
    const list = with0(photos(12), { perceptualHash: HASHES[5] ?? '', sharpness: 40 });
    for (const order of [list, list.toReversed()]) {
      const { problems } = guidePhotos(order, person);
      const byId = new Map(order.map(({ id }, index) => [id, problems[index]]));
      expect(byId.get('pic_0')).toEqual([{ kind: 'alike', weight: 'warn', likeId: 'pic_5' }]);
      expect(byId.get('pic_5')).toEqual([]);
    }
  });

  test('one that is too small gives way, however sharp it is', () => {
    const list = with0(photos(12), {
      perceptualHash: HASHES[5] ?? '',
      sharpness: 90,
      widthPx: 400,
    });
    const { problems } = guidePhotos(list, person);
    expect(kinds(problems[0])).toEqual(['too_small', 'alike']);
    expect(problems[5]).toEqual([]);
  });

  test('six bits apart is the same scene, seven is another', () => {
    const bits = (count: number) => ((1n << BigInt(count)) - 1n).toString(16).padStart(16, '0');
    const pair = (count: number) => [
      photo(0, { perceptualHash: bits(0) }),
      photo(1, { perceptualHash: bits(count), sharpness: 50 }),
    ];
    expect(kinds(guidePhotos(pair(6), person).problems[1])).toEqual(['alike']);
    expect(kinds(guidePhotos(pair(7), person).problems[1])).toEqual([]);
  });
});

describe('the choice as a whole', () => {
  test('photos of one day are named', () => {
    const sameDay = photos(12, { takenOn: '2026-05-01' as PlainDate });
    expect(guidePhotos(sameDay, person).notes).toContain('one_day');
    expect(guidePhotos(photos(12, { takenOn: null }), person).notes).not.toContain('one_day');
  });

  test('photos of few places are named', () => {
    const list = photos(12).map((one, index) => ({
      ...one,
      perceptualHash: HASHES[index % 3] ?? '',
    }));
    expect(guidePhotos(list, person).notes).toContain('one_place');
  });

  test('only close-ups and only distant figures are named, a mixture is not', () => {
    expect(guidePhotos(photos(12, { faceHeights: [0.6] }), person).notes).toContain('only_close');
    expect(guidePhotos(photos(12, { faceHeights: [0.1] }), person).notes).toContain('only_far');
    const mixed = photos(12).map((one, index) => ({
      ...one,
      faceHeights: [index % 2 ? 0.6 : 0.1],
    }));
    expect(guidePhotos(mixed, person).notes).toEqual(['varied']);
  });

  test('framing is not judged where nobody looked for faces', () => {
    const notes = guidePhotos(photos(12), person).notes;
    expect(notes).not.toContain('only_close');
    expect(notes).not.toContain('only_far');
  });
});
