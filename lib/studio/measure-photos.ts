import { fromDateColumn } from '@/lib/db/plain-date-column';
import { readAnalysis } from '@/lib/pictures/picture-analysis';
import type { MeasuredPhoto } from './lora-store';
import type { GuidedPhoto } from './photo-guidance';
import { type CategoryWords, CategoryWordsSchema } from './prompt-template';

/** Photos in the chosen order with what was measured of them; one that is not there any more says so. */
export function measuredPhotos(
  pictureIds: readonly string[],
  rows: readonly MeasuredPhoto[],
): GuidedPhoto[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return pictureIds.map((id) => {
    const row = byId.get(id);
    return {
      id,
      status: row?.status ?? 'GONE',
      isUpload: row?.origin === 'UPLOAD',
      widthPx: row?.widthPx ?? null,
      heightPx: row?.heightPx ?? null,
      sharpness: row?.sharpness ?? null,
      perceptualHash: row?.perceptualHash ?? null,
      takenOn: row?.takenOn ? fromDateColumn(row.takenOn) : null,
      faceHeights: row
        ? (readAnalysis(row.analysis).faces?.map(({ height }) => height) ?? null)
        : null,
    };
  });
}

/** Whether one face is what the photos should show. */
export function isOnePerson(words: unknown): boolean {
  const { kind, pronoun } = readCategoryWords(words);
  return kind === 'person' && pronoun !== 'they';
}

/** The words of a Category row. @throws ZodError when the row was made by hand and wrongly */
export function readCategoryWords(words: unknown): CategoryWords {
  return CategoryWordsSchema.parse(words);
}
