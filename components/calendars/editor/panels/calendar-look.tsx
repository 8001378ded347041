'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { LayoutPicker } from '@/components/calendars/layout-picker';
import { ThemePicker } from '@/components/calendars/theme-picker';
import { useStable } from '@/components/calendars/use-stable';
import { useThemeChoices } from '@/components/calendars/use-theme-choices';
import { Button } from '@/components/ui/button';
import { dropPageChoices } from '@/lib/calendars/change-document';
import type { LayoutId, ThemeId } from '@/lib/calendars/document';
import { printIndexOf } from '@/lib/calendars/page-plan';
import { useEditor } from '../editor-context';

/** Look and layout of the whole calendar, which every page follows that has none of its own. */
export function CalendarLook() {
  const t = useTranslations('calendars.design');
  const { document, change } = useEditor();
  const previewed = useDeferredValue(document);
  const themes = useThemeChoices();
  const pages = [document.cover, ...document.pages];
  const ownLayouts = pages.filter((page) => page.layoutId !== null).length;
  const ownThemes = pages.filter((page) => page.themeId !== null).length;
  // Of a poster only one sheet is printed, and it has no layout.
  const hasMonths = printIndexOf(document, 0) !== null;
  const chooseTheme = useStable((themeId: ThemeId) =>
    change('theme', (before) => ({ ...before, themeId }), 'theme:calendar'),
  );
  const chooseLayout = useStable((layoutId: LayoutId) =>
    change('layout', (before) => ({ ...before, layoutId }), 'layout:calendar'),
  );
  return (
    <>
      <p className="text-sm text-ink-soft">{t('whole_hint')}</p>
      <div className="flex flex-col gap-2">
        <ThemePicker
          label={t('theme')}
          themes={themes}
          value={document.themeId}
          document={previewed}
          target="calendar"
          onChoose={chooseTheme}
        />
        {ownThemes > 0 ? (
          <Button
            variant="link"
            size="sm"
            className="self-start text-left whitespace-normal"
            onClick={() => change('theme', (before) => dropPageChoices(before, 'themeId'))}
          >
            {t('same_theme', { count: ownThemes })}
          </Button>
        ) : null}
      </div>
      {hasMonths ? (
        <div className="flex flex-col gap-2">
          <LayoutPicker
            label={t('layout')}
            value={document.layoutId}
            document={previewed}
            target="calendar"
            onChoose={chooseLayout}
          />
          {ownLayouts > 0 ? (
            <Button
              variant="link"
              size="sm"
              className="self-start text-left whitespace-normal"
              onClick={() => change('layout', (before) => dropPageChoices(before, 'layoutId'))}
            >
              {t('same_layout', { count: ownLayouts })}
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
