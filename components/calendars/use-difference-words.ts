'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import { monthName, weekdayName } from '@/lib/calendar-days/names';
import type {
  ComparedField,
  Comparison,
  ListChange,
  PageChange,
  SlotChange,
} from '@/lib/calendars/compare-documents';
import type { CalendarDocument, PageIndex, PrintLanguage } from '@/lib/calendars/document';
import type { MergeGroup } from '@/lib/calendars/merge-documents';
import { printIndexOf } from '@/lib/calendars/page-plan';
import { periodOf } from '@/lib/calendars/period';
import { monthPartsOf } from '@/lib/core/plain-date';
import { LANGUAGE_NAMES } from './print-languages';
import { usePageName, usePeriodName } from './use-page-name';
import { useThemeChoices } from './use-theme-choices';

/** More than these are counted, not named. */
const NAMED_MAX = 3;

const GROUP_OF: Record<ComparedField, MergeGroup> = {
  title: 'words',
  subtitle: 'words',
  formatId: 'paper',
  hasOverview: 'paper',
  notesPages: 'paper',
  from: 'months',
  monthCount: 'months',
  themeId: 'look',
  layoutId: 'look',
  language: 'days',
  hasNativeDigits: 'days',
  firstWeekday: 'days',
  weekNumbers: 'days',
  secondaryCalendar: 'days',
  hasMoonPhases: 'days',
};

const SLOT_WORDS = {
  placed: 'photo_placed',
  removed: 'photo_removed',
  replaced: 'photo_replaced',
  cropped: 'photo_cropped',
  filtered: 'photo_filtered',
} as const satisfies Record<SlotChange['kind'], string>;

/**
 * What distinguishes one version of a calendar from another, in words. `comparison` leads from the other version to the
 * one that is described.
 */
export function useDifferenceWords() {
  const t = useTranslations('calendars.differences');
  const td = useTranslations('calendars.design');
  const ts = useTranslations('calendars.settings');
  const tf = useTranslations('calendars.formats');
  const locale = useLocale() as PrintLanguage;
  const pageName = usePageName();
  const periodName = usePeriodName();

  const themes = useThemeChoices();

  const themeName = useCallback(
    (id: string) => themes.find((theme) => theme.id === id)?.name ?? id,
    [themes],
  );
  const nameOfPage = useCallback(
    (document: CalendarDocument, pageIndex: PageIndex) => {
      const place = printIndexOf(document, pageIndex);
      if (place !== null) return pageName(document, place);
      const { month } = monthPartsOf(periodOf({ ...document, monthCount: pageIndex + 1 }).last);
      return monthName(month, locale);
    },
    [pageName, locale],
  );

  const page = useCallback(
    (document: CalendarDocument, change: PageChange, moves: Comparison['moves']): string[] => {
      const now = change.pageIndex === -1 ? document.cover : document.pages[change.pageIndex];
      if (!now) return [];
      const fields = change.fields.map((field) => {
        switch (field) {
          case 'layoutId':
            return t('layout', {
              after: now.layoutId ? td(`layouts.${now.layoutId}`) : t('as_calendar'),
            });
          case 'themeId':
            return t('theme', { after: now.themeId ? themeName(now.themeId) : t('as_calendar') });
          case 'caption':
            return now.caption ? t('caption', { after: now.caption }) : t('caption_gone');
          case 'isLocked':
            return t(now.isLocked ? 'locked' : 'unlocked');
        }
        return field satisfies never;
      });
      const slots = change.slots.map(({ kind, after }) => {
        const move = moves.find(({ pictureId, to }) => {
          return pictureId === after?.pictureId && to === change.pageIndex;
        });
        return move
          ? t('photo_from', { page: nameOfPage(document, move.from) })
          : t(SLOT_WORDS[kind]);
      });
      return [...new Set([...slots, ...fields])];
    },
    [t, td, themeName, nameOfPage],
  );

  const named = useCallback(
    (texts: readonly string[]) => {
      const shown = texts.slice(0, NAMED_MAX).join(', ');
      const count = texts.length - NAMED_MAX;
      return count > 0 ? t('more', { texts: shown, count }) : shown;
    },
    [t],
  );

  const field = useCallback(
    (document: CalendarDocument, name: ComparedField): string => {
      const { title, subtitle } = document;
      switch (name) {
        case 'title':
          return title ? t('title', { value: title }) : t('no_title');
        case 'subtitle':
          return subtitle ? t('subtitle', { value: subtitle }) : t('no_subtitle');
        case 'formatId':
          return tf(`${document.formatId}.name`);
        case 'from':
        case 'monthCount':
          return periodName(periodOf(document));
        case 'hasOverview':
          return t('overview', { value: String(document.hasOverview) });
        case 'notesPages':
          return t('notes', { count: document.notesPages });
        case 'language':
          return LANGUAGE_NAMES[document.language];
        case 'hasNativeDigits':
          return t('native', { value: String(document.hasNativeDigits) });
        case 'firstWeekday':
          return t('first_weekday', { day: weekdayName(document.firstWeekday, locale, 'long') });
        case 'weekNumbers':
          return t('week_numbers', { value: ts(`week_numbers_${document.weekNumbers}`) });
        case 'secondaryCalendar':
          return t('secondary', { value: ts(`secondary_${document.secondaryCalendar}`) });
        case 'hasMoonPhases':
          return t('moon', { value: String(document.hasMoonPhases) });
        case 'themeId':
          return t('theme', { after: themeName(document.themeId) });
        case 'layoutId':
          return t('layout', { after: td(`layouts.${document.layoutId}`) });
      }
      return name satisfies never;
    },
    [t, td, tf, ts, locale, periodName, themeName],
  );

  const list = useCallback(
    <T>(items: readonly T[], change: ListChange<T>, textOf: (item: T) => string, none: string) => {
      const { added, changed } = change;
      return [
        items.length === 0 ? none : null,
        added.length > 0 ? t('dates_only', { texts: named(added.map(textOf)) }) : null,
        changed.length > 0
          ? t('dates_changed', { texts: named(changed.map(({ after }) => textOf(after))) })
          : null,
      ].filter((line) => line !== null);
    },
    [t, named],
  );

  const group = useCallback(
    (document: CalendarDocument, name: MergeGroup, comparison: Comparison): string[] => {
      if (name === 'dates') {
        const count = t('dates_count', { count: document.dates.length });
        const lines = list(document.dates, comparison.dates, ({ text }) => text, count);
        return document.dates.length === 0 ? lines : [count, ...lines];
      }
      if (name === 'people') {
        const lines = list(
          document.people,
          comparison.people,
          (person) => person.name,
          t('no_people'),
        );
        return lines.length > 0 ? lines : [document.people.map((person) => person.name).join(', ')];
      }
      if (name === 'holidays') {
        const countries = document.holidaySets.map(({ country, region }) => region ?? country);
        return [
          countries.length > 0
            ? t('countries', { countries: countries.join(', ') })
            : t('no_countries'),
          ...(comparison.holidayChoices > 0
            ? [t('holiday_choices', { count: comparison.holidayChoices })]
            : []),
        ];
      }
      const lines = comparison.fields
        .filter((change) => GROUP_OF[change.field] === name)
        .map((change) => field(document, change.field));
      return [...new Set(lines)];
    },
    [t, list, field],
  );

  return useMemo(() => ({ page, group, nameOfPage }), [page, group, nameOfPage]);
}
