'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ChoiceGrid } from '@/components/calendars/choice-grid';
import { usePageName } from '@/components/calendars/use-page-name';
import { useVariants } from '@/components/calendars/use-rendered-pages';
import { VariantPicture } from '@/components/calendars/variant-picture';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { COVER_PAGE, changePage, dropPageChoices, pageAt } from '@/lib/calendars/change-document';
import {
  CAPTION_MAX,
  type CalendarDocument,
  LAYOUT_IDS,
  type LayoutId,
  THEME_IDS,
  type ThemeId,
} from '@/lib/calendars/document';
import { designedPageOf, useEditor } from '../editor-context';

/** How this page and the whole calendar look: words, theme, layout. Every choice is shown as it would be printed. */
export function DesignPanel() {
  const t = useTranslations('calendars.design');
  const pageName = usePageName();
  const { document, printIndex } = useEditor();
  const designed = designedPageOf(document, printIndex);
  return (
    <div className="flex flex-col gap-7">
      <section aria-labelledby="design-page" className="flex flex-col gap-5">
        <h3 id="design-page" className="text-lg">
          {pageName(document, printIndex)}
        </h3>
        {designed === null ? (
          <p className="text-sm text-ink-soft">{t('back_hint')}</p>
        ) : designed === COVER_PAGE ? (
          <CoverWords />
        ) : (
          <Caption pageIndex={designed} />
        )}
        {designed === null ? null : <PageLook pageIndex={designed} />}
      </section>
      <section
        aria-labelledby="design-all"
        className="flex flex-col gap-5 border-t border-line pt-6"
      >
        <h3 id="design-all" className="text-lg">
          {t('whole')}
        </h3>
        <CalendarLook />
      </section>
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

function Caption({ pageIndex }: { pageIndex: number }) {
  const t = useTranslations('calendars.design');
  const { document, change, settle } = useEditor();
  return (
    <Field label={t('caption')} hint={t('caption_hint')}>
      {(props) => (
        <Input
          {...props}
          value={pageAt(document, pageIndex).caption}
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

function PageLook({ pageIndex }: { pageIndex: number }) {
  const t = useTranslations('calendars.design');
  const { document, printIndex, change } = useEditor();
  const page = pageAt(document, pageIndex);
  const layouts = useLooks(document, printIndex, LAYOUT_IDS, (layoutId) =>
    changePage(document, pageIndex, { layoutId }),
  );
  const themes = useLooks(document, printIndex, THEME_IDS, (themeId) =>
    changePage(document, pageIndex, { themeId }),
  );
  return (
    <>
      {pageIndex === COVER_PAGE ? null : (
        <div>
          <ChoiceGrid<LayoutId>
            label={t('page_layout')}
            value={page.layoutId ?? document.layoutId}
            onChoose={(layoutId) =>
              change('layout', (before) =>
                changePage(before, pageIndex, {
                  layoutId: layoutId === before.layoutId ? null : layoutId,
                }),
              )
            }
            choices={layouts.map(({ id, picture }) => ({
              value: id,
              label: t(`layouts.${id}`),
              picture,
            }))}
          />
        </div>
      )}
      <ChoiceGrid<ThemeId>
        label={t('page_theme')}
        value={page.themeId ?? document.themeId}
        onChoose={(themeId) =>
          change('theme', (before) =>
            changePage(before, pageIndex, {
              themeId: themeId === before.themeId ? null : themeId,
            }),
          )
        }
        choices={themes.map(({ id, picture }) => ({
          value: id,
          label: t(`themes.${id}`),
          picture,
        }))}
      />
    </>
  );
}

function CalendarLook() {
  const t = useTranslations('calendars.design');
  const { document, change } = useEditor();
  const layouts = useLooks(document, 1, LAYOUT_IDS, (layoutId) => ({ ...document, layoutId }));
  const themes = useLooks(document, 0, THEME_IDS, (themeId) => ({ ...document, themeId }));
  const pages = [document.cover, ...document.pages];
  const ownLayouts = pages.filter((page) => page.layoutId !== null).length;
  const ownThemes = pages.filter((page) => page.themeId !== null).length;
  return (
    <>
      <div className="flex flex-col gap-2">
        <ChoiceGrid<ThemeId>
          label={t('theme')}
          value={document.themeId}
          onChoose={(themeId) => change('theme', (before) => ({ ...before, themeId }))}
          choices={themes.map(({ id, picture }) => ({
            value: id,
            label: t(`themes.${id}`),
            picture,
          }))}
        />
        {ownThemes > 0 ? (
          <Button
            variant="link"
            size="sm"
            className="self-start"
            onClick={() => change('theme', (before) => dropPageChoices(before, 'themeId'))}
          >
            {t('same_theme', { count: ownThemes })}
          </Button>
        ) : null}
      </div>
      <div className="flex flex-col gap-2">
        <ChoiceGrid<LayoutId>
          label={t('layout')}
          value={document.layoutId}
          onChoose={(layoutId) => change('layout', (before) => ({ ...before, layoutId }))}
          choices={layouts.map(({ id, picture }) => ({
            value: id,
            label: t(`layouts.${id}`),
            picture,
          }))}
        />
        {ownLayouts > 0 ? (
          <Button
            variant="link"
            size="sm"
            className="self-start"
            onClick={() => change('layout', (before) => dropPageChoices(before, 'layoutId'))}
          >
            {t('same_layout', { count: ownLayouts })}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** One page drawn with each of the choices. */
function useLooks<V extends string>(
  document: CalendarDocument,
  printIndex: number,
  ids: readonly V[],
  variant: (id: V) => CalendarDocument,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the variant is made from the document and nothing else
  const variants = useMemo(
    () => ids.map((id) => ({ id, document: variant(id), index: printIndex })),
    [document, printIndex, ids],
  );
  const pages = useVariants(variants);
  return variants.map(({ id }, index) => ({
    id,
    picture: <VariantPicture page={pages[index] ?? null} document={document} />,
  }));
}
