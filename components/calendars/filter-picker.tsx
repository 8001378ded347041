'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { FILTER_IDS, type FilterId } from '@/lib/calendars/document';
import { filterMatrix } from '@/lib/print/filters';
import { ChoiceGrid } from './choice-grid';

/** The filters on a photo of the page, by the same numbers that print. */
export function FilterPicker({
  label,
  value,
  thumbUrl,
  onChoose,
}: {
  label: string;
  /** Null where the photos differ. */
  value: FilterId | null;
  thumbUrl: string | null;
  onChoose: (filter: FilterId) => void;
}) {
  const t = useTranslations('calendars.design.filters');
  const prefix = useId();
  return (
    <>
      <svg aria-hidden="true" className="absolute size-0">
        {FILTER_IDS.map((id) => {
          const matrix = filterMatrix(id);
          if (!matrix) return null;
          const rows = matrix.map(([r, g, b, offset]) => `${r} ${g} ${b} 0 ${offset}`);
          return (
            <filter key={id} id={`${prefix}${id}`} colorInterpolationFilters="sRGB">
              <feColorMatrix values={`${rows.join(' ')} 0 0 0 1 0`} />
            </filter>
          );
        })}
      </svg>
      <ChoiceGrid<FilterId>
        label={label}
        value={value}
        onChoose={onChoose}
        className="grid-cols-5 gap-1.5"
        choices={FILTER_IDS.map((id) => ({
          value: id,
          label: t(id),
          picture: thumbUrl ? (
            // biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser
            <img
              src={thumbUrl}
              alt=""
              className="aspect-square w-full object-cover"
              style={id === 'none' ? undefined : { filter: `url("#${prefix}${id}")` }}
            />
          ) : (
            <span className="block aspect-square w-full" />
          ),
        }))}
      />
    </>
  );
}
