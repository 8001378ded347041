'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { dropPageChoices, setLayout } from '@/lib/calendars/change-document';
import {
  type CalendarDocument,
  LAYOUT_IDS,
  type LayoutId,
  type PageIndex,
} from '@/lib/calendars/document';
import { printIndexOf } from '@/lib/calendars/page-plan';
import { ChoiceGrid } from './choice-grid';
import { LookPicture } from './look-picture';
import { variantOf, withSamplePhotos } from './look-variants';

/** Every layout, drawn with the calendar's own photos and days. Hand it the same callback each time: it is large. */
export const LayoutPicker = memo(function LayoutPicker({
  label,
  value,
  document,
  target,
  onChoose,
  className,
}: {
  label: string;
  /** Null where several pages differ. */
  value: LayoutId | null;
  document: CalendarDocument;
  /** What the choice is for: one month, which is drawn, or the calendar, of which the first is drawn. */
  target: PageIndex | 'calendar';
  onChoose: (layoutId: LayoutId) => void;
  className?: string;
}) {
  const t = useTranslations('calendars.design.layouts');
  const month = target === 'calendar' ? 0 : target;
  const withLayout = (before: CalendarDocument, layoutId: LayoutId) =>
    target === 'calendar'
      ? { ...dropPageChoices(before, 'layoutId'), layoutId }
      : setLayout(before, [month], layoutId);
  return (
    <ChoiceGrid<LayoutId>
      label={label}
      value={value}
      onChoose={onChoose}
      {...(className === undefined ? {} : { className })}
      choices={LAYOUT_IDS.map((id) => ({
        value: id,
        label: t(id),
        picture: (
          <LookPicture
            document={variantOf(document, `layout ${target} ${id}`, (before) =>
              withSamplePhotos(withLayout(before, id), month),
            )}
            index={printIndexOf(document, month) ?? 0}
          />
        ),
      }))}
    />
  );
});
