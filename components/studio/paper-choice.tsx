'use client';

import { useTranslations } from 'next-intl';
import { ChoiceGrid } from '@/components/calendars/choice-grid';
import { Field, Select } from '@/components/ui/field';
import type { FormatId } from '@/lib/calendars/document';
import { formatOf } from '@/lib/print/formats';
import { pageLayoutOf } from '@/lib/print/page-layout';
import { PICTURE_LAYOUT_IDS, type PictureLayoutId } from '@/lib/studio/picture-size';

const HEIGHT_PX = 64;

/** The paper that the pictures are for: their shape is the shape of its place for a picture. */
export function PaperChoice({
  formatIds,
  formatId,
  layoutId,
  hasOwnSize = false,
  onChange,
}: {
  formatIds: readonly FormatId[];
  formatId: FormatId;
  layoutId: PictureLayoutId;
  /** The size comes from elsewhere: no place is chosen until one is pressed. */
  hasOwnSize?: boolean;
  onChange: (choice: { formatId: FormatId; layoutId: PictureLayoutId }) => void;
}) {
  const t = useTranslations('sets.paper');
  const tf = useTranslations('calendars.formats');
  const tl = useTranslations('calendars.design.layouts');
  return (
    <div className="@container">
      <div className="grid gap-4 @2xl:grid-cols-[minmax(0,14rem)_1fr]">
        <Field label={tf('label')} hint={t('format_hint')}>
          {(field) => (
            <Select
              {...field}
              value={formatId}
              onChange={(event) => onChange({ formatId: event.target.value as FormatId, layoutId })}
            >
              {formatIds.map((id) => (
                <option key={id} value={id}>
                  {tf(`${id}.name`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <ChoiceGrid<PictureLayoutId>
          label={t('layout')}
          value={hasOwnSize ? null : layoutId}
          className="grid-cols-2 @sm:grid-cols-4"
          onChoose={(next) => onChange({ formatId, layoutId: next })}
          choices={PICTURE_LAYOUT_IDS.map((id) => ({
            value: id,
            label: tl(id),
            picture: <Sheet formatId={formatId} layoutId={id} />,
          }))}
        />
      </div>
    </div>
  );
}

/** A page with its picture's place, at true proportions. */
function Sheet({ formatId, layoutId }: { formatId: FormatId; layoutId: PictureLayoutId }) {
  const format = formatOf(formatId);
  const { widthMm, heightMm } = format.trim;
  const [slot] = pageLayoutOf(layoutId, format).slots;
  const scale = HEIGHT_PX / Math.max(widthMm, heightMm);
  return (
    <svg
      aria-hidden="true"
      className="my-2"
      width={widthMm * scale}
      height={heightMm * scale}
      viewBox={`0 0 ${widthMm} ${heightMm}`}
    >
      <rect
        width={widthMm}
        height={heightMm}
        className="fill-sheet stroke-line-strong"
        strokeWidth={3}
      />
      {slot ? (
        <rect
          x={slot.left * widthMm}
          y={slot.top * heightMm}
          width={(slot.right - slot.left) * widthMm}
          height={(slot.bottom - slot.top) * heightMm}
          className="fill-accent/40"
        />
      ) : null}
    </svg>
  );
}
