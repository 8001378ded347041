'use client';

import { memo } from 'react';
import { dropPageChoices, setTheme } from '@/lib/calendars/change-document';
import {
  type CalendarDocument,
  COVER_PAGE,
  type PageIndex,
  type ThemeId,
} from '@/lib/calendars/document';
import { printIndexOf } from '@/lib/calendars/page-plan';
import { ChoiceGrid } from './choice-grid';
import { LookPicture } from './look-picture';
import { variantOf } from './look-variants';
import { ThemeFilter, useThemeFilter } from './theme-filter';
import type { ThemeChoice } from './use-theme-choices';

/**
 * Every theme on one page of the calendar, with a search where there are many. Hand it the same callback each time: it
 * is large.
 */
export const ThemePicker = memo(function ThemePicker({
  label,
  themes,
  value,
  document,
  target,
  onChoose,
}: {
  label: string;
  themes: readonly ThemeChoice[];
  /** Null where several pages differ. */
  value: ThemeId | null;
  document: CalendarDocument;
  /** What the choice is for: one page, which is drawn, or the calendar, of which the cover is drawn. */
  target: PageIndex | 'calendar';
  onChoose: (themeId: ThemeId) => void;
}) {
  const filter = useThemeFilter(themes, value);
  const page = target === 'calendar' ? COVER_PAGE : target;
  const withTheme = (before: CalendarDocument, themeId: ThemeId) =>
    target === 'calendar'
      ? { ...dropPageChoices(before, 'themeId'), themeId }
      : setTheme(before, [page], themeId);
  return (
    <ChoiceGrid<ThemeId>
      label={label}
      value={value}
      onChoose={onChoose}
      before={<ThemeFilter filter={filter} className="mb-3" />}
      choices={filter.shown.map(({ id, name }) => ({
        value: id,
        label: name,
        picture: (
          <LookPicture
            document={variantOf(document, `theme ${target} ${id}`, (before) =>
              withTheme(before, id),
            )}
            index={printIndexOf(document, page) ?? 0}
          />
        ),
      }))}
    />
  );
});
