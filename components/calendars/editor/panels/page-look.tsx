'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { FilterPicker } from '@/components/calendars/filter-picker';
import { LayoutPicker } from '@/components/calendars/layout-picker';
import { ThemePicker } from '@/components/calendars/theme-picker';
import { useStable } from '@/components/calendars/use-stable';
import { useThemeChoices } from '@/components/calendars/use-theme-choices';
import { Button } from '@/components/ui/button';
import { DropdownItem, DropdownMenu } from '@/components/ui/dropdown-menu';
import { Field, Input } from '@/components/ui/field';
import { SwitchRow } from '@/components/ui/switch-row';
import { useToast } from '@/components/ui/toast';
import {
  changePage,
  copyStyle,
  designedPagesOf,
  lockPages,
  pageAt,
  setLayout,
  setPageFilter,
  setTheme,
} from '@/lib/calendars/change-document';
import {
  CAPTION_MAX,
  type CalendarPage,
  COVER_PAGE,
  type FilterId,
  type LayoutId,
  type PageIndex,
  type ThemeId,
} from '@/lib/calendars/document';
import { slotCountOf } from '@/lib/calendars/drop-rules';
import { useEditor } from '../editor-context';

/** The words and the look of one page, or the look of several at once. */
export function PageLook({ pages }: { pages: readonly PageIndex[] }) {
  const t = useTranslations('calendars.design');
  const { document, change, pictures } = useEditor();
  // The hand comes first: what the choices would look like may follow a moment later.
  const deferred = useDeferredValue(document);
  const previewed = pages.every((page) => page < deferred.monthCount) ? deferred : document;
  const themes = useThemeChoices();
  const [first = COVER_PAGE] = pages;
  const areSeveral = pages.length > 1;
  const months = pages.filter((page) => page !== COVER_PAGE);
  const key = pages.join();
  const layoutId = common(
    months.map((page) => pageAt(document, page).layoutId ?? document.layoutId),
  );
  const themeId = common(pages.map((page) => pageAt(document, page).themeId ?? document.themeId));
  const slots = pages.flatMap((page) =>
    pageAt(document, page)
      .slots.slice(0, slotCountOf(document, page))
      .flatMap((slot) => (slot ? [slot] : [])),
  );
  const thumb = slots.flatMap(({ pictureId }) => pictures.get(pictureId)?.thumbUrl ?? [])[0];
  const shownMonth = months[0];
  const chooseLayout = useStable((layout: LayoutId) =>
    change('layout', (before) => setLayout(before, months, layout), `layout:${key}`),
  );
  const chooseTheme = useStable((theme: ThemeId) =>
    change('theme', (before) => setTheme(before, pages, theme), `theme:${key}`),
  );
  return (
    <>
      {areSeveral ? null : first === COVER_PAGE ? <CoverWords /> : <Caption pageIndex={first} />}
      {shownMonth === undefined ? null : (
        <LayoutPicker
          label={t(areSeveral ? 'pages_layout' : 'page_layout')}
          value={layoutId}
          document={previewed}
          target={shownMonth}
          onChoose={chooseLayout}
        />
      )}
      <ThemePicker
        label={t(areSeveral ? 'pages_theme' : 'page_theme')}
        themes={themes}
        value={themeId}
        document={previewed}
        target={first}
        onChoose={chooseTheme}
      />
      {slots.length === 0 ? null : (
        <FilterPicker
          label={t(areSeveral ? 'filter' : 'page_filter')}
          value={common(slots.map(({ filter }) => filter))}
          thumbUrl={thumb ?? null}
          onChoose={(filter: FilterId) =>
            change('filter', (before) => setPageFilter(before, pages, filter), `filter:${key}`)
          }
        />
      )}
      <LockSwitch pages={pages} />
      {areSeveral ? null : <CopyStyle from={first} />}
    </>
  );
}

/** What all have in common; null where they differ. */
function common<T>(values: readonly T[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

function LockSwitch({ pages }: { pages: readonly PageIndex[] }) {
  const t = useTranslations('calendars.design');
  const { document, change } = useEditor();
  const isLocked = pages.every((page) => pageAt(document, page).isLocked);
  return (
    <SwitchRow
      label={t(pages.length > 1 ? 'lock_pages' : 'lock')}
      hint={t('lock_hint')}
      isOn={isLocked}
      onToggle={(next) => change('lock', (before) => lockPages(before, pages, next))}
      className="border-t border-line pt-4"
    />
  );
}

function CopyStyle({ from }: { from: PageIndex }) {
  const t = useTranslations('calendars.design');
  const toast = useToast();
  const { document, change, chosenPages } = useEditor();
  const copyTo = (to: readonly PageIndex[]) => {
    change('style', (before) => copyStyle(before, from, to));
    toast(t('copied', { count: to.filter((page) => page !== from).length }), 'good');
  };
  const all = designedPagesOf(document);
  return (
    <div className="flex items-center gap-4 border-t border-line pt-4">
      <p className="flex-1 text-xs text-ink-soft">{t('copy_hint')}</p>
      <DropdownMenu
        trigger={
          <Button variant="secondary" size="sm">
            <Copy />
            {t('copy_style')}
          </Button>
        }
      >
        <DropdownItem onSelect={() => copyTo(all.filter((page) => page !== COVER_PAGE))}>
          {t('copy_to_months')}
        </DropdownItem>
        <DropdownItem onSelect={() => copyTo(all)}>{t('copy_to_all')}</DropdownItem>
        {chosenPages.size > 0 ? (
          <DropdownItem onSelect={() => copyTo([...chosenPages])}>
            {t('copy_to_chosen', { count: chosenPages.size })}
          </DropdownItem>
        ) : null}
      </DropdownMenu>
    </div>
  );
}

function CoverWords() {
  const t = useTranslations('calendars.design');
  const { document, change, settle } = useEditor();
  return (
    <>
      <Field label={t('title')}>
        {(props) => (
          <Input
            {...props}
            value={document.title}
            maxLength={60}
            onBlur={settle}
            onChange={(event) => {
              const title = event.target.value;
              change('title', (before) => ({ ...before, title }), 'title');
            }}
          />
        )}
      </Field>
      <Field label={t('subtitle')}>
        {(props) => (
          <Input
            {...props}
            value={document.subtitle}
            maxLength={80}
            onBlur={settle}
            onChange={(event) => {
              const subtitle = event.target.value;
              change('subtitle', (before) => ({ ...before, subtitle }), 'subtitle');
            }}
          />
        )}
      </Field>
    </>
  );
}

function Caption({ pageIndex }: { pageIndex: PageIndex }) {
  const t = useTranslations('calendars.design');
  const { document, change, settle } = useEditor();
  const page: CalendarPage = pageAt(document, pageIndex);
  return (
    <Field label={t('caption')} hint={t('caption_hint')}>
      {(props) => (
        <Input
          {...props}
          value={page.caption}
          maxLength={CAPTION_MAX}
          onBlur={settle}
          onChange={(event) => {
            const caption = event.target.value;
            change(
              'caption',
              (before) => changePage(before, pageIndex, { caption }),
              `caption:${pageIndex}`,
            );
          }}
        />
      )}
    </Field>
  );
}
