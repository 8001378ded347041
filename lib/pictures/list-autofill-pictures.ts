import { assert } from '@/lib/core/assert';
import type { Id } from '@/lib/core/ids';
import type { PlainDate } from '@/lib/core/plain-date';
import { asPerson, type ReadCtx } from '@/lib/db/context';
import { fromDateColumn } from '@/lib/db/plain-date-column';
import { LIBRARY_MAX_PICTURES } from './limits';
import { type PictureAnalysis, readAnalysis } from './picture-analysis';
import { findForAutofill } from './store';

/** What choosing a picture for a month goes by. */
export type AutofillPicture = {
  id: Id<'picture'>;
  widthPx: number;
  heightPx: number;
  takenOn: PlainDate | null;
  /** 0 and up; under 16 is blurred, from 26 on it is crisp. */
  sharpness: number;
  /** 64 bits as 16 hex digits; compare with `hashDistance`. */
  perceptualHash: string;
} & Pick<PictureAnalysis, 'focus' | 'faces'>;

/** All of the person's pictures that are ready, newest first. */
export async function listAutofillPictures(ctx: ReadCtx): Promise<AutofillPicture[]> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const rows = await findForAutofill(ctx, owner, LIBRARY_MAX_PICTURES);
  return rows.map((row) => {
    const { widthPx, heightPx, sharpness, perceptualHash } = row;
    assert(
      widthPx && heightPx && sharpness !== null && perceptualHash,
      'a ready picture is measured',
    );
    const { focus, faces } = readAnalysis(row.analysis);
    return {
      id: row.id as Id<'picture'>,
      widthPx,
      heightPx,
      takenOn: row.takenOn ? fromDateColumn(row.takenOn) : null,
      sharpness,
      perceptualHash,
      ...(focus ? { focus } : {}),
      ...(faces ? { faces } : {}),
    };
  });
}
