import { z } from 'zod';
import type { PlainDate } from '@/lib/core/plain-date';
import { hashDistance } from '@/lib/pictures/perceptual-hash';

/** As many as the trainers learn a face well from; more of the same teaches them nothing. */
export const PHOTOS_MIN = 10;
export const PHOTOS_MAX = 20;
/** The trainers look at 512 to 1024 pixels: below the first a photo only teaches blur. */
const SIDE_MIN_PX = 512;
const SIDE_GOOD_PX = 1024;
/** As measured for the library (lib/pictures/present.ts). */
const BLURRED_BELOW = 16;
const SOFT_BELOW = 26;
/** Bits of 64: up to 6 the same scene (lib/pictures/perceptual-hash.ts), up to 12 the same pose in the same room. */
const SAME_SCENE_BITS = 6;
const SAME_PLACE_BITS = 12;
/** Height of the face in the picture: above it a close-up, below the other the whole figure. */
const CLOSE_FACE = 0.42;
const FULL_FACE = 0.16;
/** A share of photos that makes a habit. */
const MOST = 0.8;
/** Fewer photos than this say nothing about the choice as a whole. */
const SET_MIN = 5;

/** A chosen photo, as far as it was measured. */
export type GuidedPhoto = {
  id: string;
  /** GONE: deleted since it was chosen. */
  status: 'RECEIVED' | 'READY' | 'REFUSED' | 'GONE';
  isUpload: boolean;
  widthPx: number | null;
  heightPx: number | null;
  sharpness: number | null;
  perceptualHash: string | null;
  takenOn: PlainDate | null;
  /** Heights of the faces found, in fractions of the picture; null where nobody looked for faces. */
  faceHeights: readonly number[] | null;
};

const PhotoProblemSchema = z.strictObject({
  kind: z.enum([
    'gone',
    'refused',
    'preparing',
    'not_a_photo',
    'too_small',
    'small',
    'blurred',
    'soft',
    'alike',
    'no_face',
    'many_faces',
  ]),
  /** stop: no training with it. warn: the owner may keep it. wait: it clears up by itself. */
  weight: z.enum(['stop', 'warn', 'wait']),
  /** The better photo that this one is like. */
  likeId: z.string().optional(),
});
export type PhotoProblem = z.infer<typeof PhotoProblemSchema>;

const SetNoteSchema = z.enum([
  'few',
  'many',
  'one_day',
  'one_place',
  'only_close',
  'only_far',
  'varied',
]);
export type SetNote = z.infer<typeof SetNoteSchema>;

export const PhotoGuidanceSchema = z.strictObject({
  /** Parallel to the photos. */
  problems: z.array(z.array(PhotoProblemSchema)),
  /** About the choice as a whole, most pressing first. */
  notes: z.array(SetNoteSchema),
  /** Photos that a training would take. */
  usable: z.number().int(),
  /** More are needed. */
  missing: z.number().int(),
  /** More than a training takes. */
  tooMany: z.number().int(),
  isReady: z.boolean(),
});
export type PhotoGuidance = z.infer<typeof PhotoGuidanceSchema>;

/**
 * What is wrong with each photo and with the choice as a whole. Says only what was measured: where nobody looked for
 * faces it is silent about them.
 * @param subject isPerson: exactly one face is wanted
 * @param minimum what the chosen trainer asks for, if more than usual
 */
export function guidePhotos(
  photos: readonly GuidedPhoto[],
  subject: { isPerson: boolean },
  minimum: number = PHOTOS_MIN,
): PhotoGuidance {
  const like = likenesses(photos);
  const problems = photos.map((photo) => problemsOf(photo, subject, like.get(photo.id)));
  const usable = problems.filter((list) => list.every(({ weight }) => weight === 'warn')).length;
  const needed = Math.max(PHOTOS_MIN, minimum);
  const missing = Math.max(0, needed - usable);
  const tooMany = Math.max(0, photos.length - PHOTOS_MAX);
  return {
    problems,
    notes: notesOf(photos, { missing, tooMany, isPerson: subject.isPerson }),
    usable,
    missing,
    tooMany,
    isReady: missing === 0 && tooMany === 0 && usable === photos.length,
  };
}

function problemsOf(
  photo: GuidedPhoto,
  subject: { isPerson: boolean },
  likeId: string | undefined,
): PhotoProblem[] {
  if (photo.status === 'GONE') return [{ kind: 'gone', weight: 'stop' }];
  if (photo.status === 'REFUSED') return [{ kind: 'refused', weight: 'stop' }];
  if (photo.status === 'RECEIVED') return [{ kind: 'preparing', weight: 'wait' }];
  if (!photo.isUpload) return [{ kind: 'not_a_photo', weight: 'stop' }];
  const found: PhotoProblem[] = [];
  const side = Math.min(photo.widthPx ?? 0, photo.heightPx ?? 0);
  if (side < SIDE_MIN_PX) found.push({ kind: 'too_small', weight: 'stop' });
  else if (side < SIDE_GOOD_PX) found.push({ kind: 'small', weight: 'warn' });
  const { sharpness, faceHeights } = photo;
  if (sharpness !== null && sharpness < BLURRED_BELOW) {
    found.push({ kind: 'blurred', weight: 'warn' });
  } else if (sharpness !== null && sharpness < SOFT_BELOW) {
    found.push({ kind: 'soft', weight: 'warn' });
  }
  if (likeId !== undefined) found.push({ kind: 'alike', weight: 'warn', likeId });
  if (subject.isPerson && faceHeights !== null) {
    if (faceHeights.length === 0) found.push({ kind: 'no_face', weight: 'warn' });
    if (faceHeights.length > 1) found.push({ kind: 'many_faces', weight: 'warn' });
  }
  return found;
}

/** Of photos that look the same the largest and then the sharpest stands; each other one names it. */
function likenesses(photos: readonly GuidedPhoto[]): Map<string, string> {
  const best = photos
    .filter(({ status, perceptualHash }) => status === 'READY' && perceptualHash !== null)
    .toSorted((a, b) => sizeRank(b) - sizeRank(a) || (b.sharpness ?? 0) - (a.sharpness ?? 0));
  const kept: GuidedPhoto[] = [];
  const like = new Map<string, string>();
  for (const photo of best) {
    const same = kept.find((other) => distance(photo, other) <= SAME_SCENE_BITS);
    if (same) like.set(photo.id, same.id);
    else kept.push(photo);
  }
  return like;
}

/** 0 too small, 1 rather small, 2 good. */
function sizeRank({ widthPx, heightPx }: GuidedPhoto): number {
  const side = Math.min(widthPx ?? 0, heightPx ?? 0);
  return Number(side >= SIDE_MIN_PX) + Number(side >= SIDE_GOOD_PX);
}

function distance(a: GuidedPhoto, b: GuidedPhoto): number {
  return hashDistance(a.perceptualHash ?? '0', b.perceptualHash ?? '0');
}

function notesOf(
  photos: readonly GuidedPhoto[],
  set: { missing: number; tooMany: number; isPerson: boolean },
): SetNote[] {
  const notes: SetNote[] = [];
  if (set.missing > 0) notes.push('few');
  if (set.tooMany > 0) notes.push('many');
  const ready = photos.filter(({ status }) => status === 'READY');
  if (ready.length < SET_MIN) return notes;
  const before = notes.length;
  if (areOfOneDay(ready)) notes.push('one_day');
  if (areOfOnePlace(ready)) notes.push('one_place');
  if (set.isPerson) notes.push(...framingOf(ready));
  if (notes.length === before && set.missing === 0) notes.push('varied');
  return notes;
}

function areOfOneDay(photos: readonly GuidedPhoto[]): boolean {
  const days = new Map<PlainDate, number>();
  for (const { takenOn } of photos) {
    if (takenOn === null) continue;
    days.set(takenOn, (days.get(takenOn) ?? 0) + 1);
  }
  return Math.max(0, ...days.values()) >= photos.length * MOST;
}

/** Fewer than half as many scenes as photos. */
function areOfOnePlace(photos: readonly GuidedPhoto[]): boolean {
  const measured = photos.filter(({ perceptualHash }) => perceptualHash !== null);
  if (measured.length < SET_MIN) return false;
  const scenes: GuidedPhoto[] = [];
  for (const photo of measured) {
    if (!scenes.some((other) => distance(photo, other) <= SAME_PLACE_BITS)) scenes.push(photo);
  }
  return scenes.length < measured.length / 2;
}

/** Close, half or full figure, where faces were looked for in most of them. */
function framingOf(photos: readonly GuidedPhoto[]): SetNote[] {
  const faces = photos.flatMap(({ faceHeights }) => faceHeights?.slice(0, 1) ?? []);
  if (faces.length < photos.length * MOST) return [];
  if (faces.every((height) => height > CLOSE_FACE)) return ['only_close'];
  if (faces.every((height) => height < FULL_FACE)) return ['only_far'];
  return [];
}
