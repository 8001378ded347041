'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, Input, Select, Textarea } from '@/components/ui/field';
import type { StaffTheme } from '@/lib/admin/themes';
import { FORMAT_IDS, type FormatId, LAYOUT_IDS, type LayoutId } from '@/lib/calendars/document';
import {
  COVER_ARTS,
  COVER_STYLES,
  GRID_STYLES,
  HEADING_STYLES,
  NUMBER_SHAPES,
  type Theme,
  TINTS,
} from '@/lib/print/theme';
import { FONT_CHOICES } from '@/lib/print/theme-schema';
import { LookPreview, type LookProblems } from './look-preview';
import { useLookSave } from './use-look-save';

const FONT_ROLES = [
  'display',
  'displayLight',
  'displayQuiet',
  'numeral',
  'text',
  'textStrong',
  'caption',
  'label',
] as const;
const PALETTES = ['palette', 'bandPalette', 'darkBandPalette'] as const;
const COLOURS = [
  'paper',
  'ink',
  'muted',
  'neighbour',
  'rule',
  'accent',
  'holiday',
  'saturday',
  'placeholder',
  'tint',
] as const;
const STYLES = {
  grid: GRID_STYLES,
  tinted: TINTS,
  numberShape: NUMBER_SHAPES,
  heading: HEADING_STYLES,
  cover: COVER_STYLES,
  coverArt: COVER_ARTS,
  dayAlign: ['left', 'centre'],
} as const;

/** Ornaments, their colours and what seasons change: for those who know what they are doing. */
type Rest = Pick<Theme, 'ornaments' | 'decorations' | 'seasons'>;

/** Edits one theme beside its drawn pages. */
export function ThemeEditor({
  theme: stored,
  isNew,
}: {
  /** For a new theme, the one that it starts from. */
  theme: StaffTheme;
  isNew: boolean;
}) {
  const t = useTranslations('admin.looks');
  const tf = useTranslations('calendars.formats');
  const tl = useTranslations('calendars.design.layouts');
  const router = useRouter();
  const [id, setId] = useState(isNew ? '' : stored.id);
  const [name, setName] = useState(isNew ? '' : stored.name);
  const [theme, setTheme] = useState<Theme>(stored.theme);
  const [rest, setRest] = useState(() => restOf(stored.theme));
  const [restProblem, setRestProblem] = useState(false);
  const [problems, setProblems] = useState<LookProblems>({});
  const [formatId, setFormat] = useState<FormatId>('wall-a3-portrait');
  const [layoutId, setLayout] = useState<LayoutId>('photo-above');
  const showProblems = useCallback((found: LookProblems) => setProblems(found), []);
  const { isPending, save, remove } = useLookSave(showProblems);
  const change = (part: Partial<Theme>) => setTheme((before) => ({ ...before, ...part }));
  const problemOf = (field: string) => {
    const problem = problems[field];
    if (problem === undefined) return undefined;
    return t.has(`problems.${problem}`) ? t(`problems.${problem}`) : problem;
  };
  const store = (status: 'DRAFT' | 'PUBLISHED' | 'RETIRED') => {
    const slug = isNew ? id : stored.id;
    save(
      `/api/admin/themes/${slug}`,
      {
        name: name.trim() || slug,
        theme: { ...theme, id: slug },
        status,
        expectedVersion: isNew ? null : (stored.row?.version ?? null),
      },
      () => {
        if (isNew) router.push(`/admin/themes/${slug}`);
      },
    );
  };
  const canSave = !restProblem && (isNew ? id !== '' : true);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
      <div className="flex flex-col gap-5">
        <Card className="grid gap-4 sm:grid-cols-2">
          {isNew ? (
            <Field label={t('id')} hint={t('id_hint')}>
              {(props) => (
                <Input
                  {...props}
                  value={id}
                  maxLength={40}
                  pattern="[a-z][a-z0-9\-]+"
                  onChange={(event) => setId(event.target.value.toLowerCase())}
                />
              )}
            </Field>
          ) : null}
          <Field label={t('name')}>
            {(props) => (
              <Input
                {...props}
                value={name}
                maxLength={60}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
        </Card>
        <Card>
          <h2 className="mb-3 text-xl">{t('fonts')}</h2>
          <div className="grid gap-3 sm:grid-cols-2">
            {FONT_ROLES.map((role) => (
              <Field key={role} label={t(`font_roles.${role}`)} error={problemOf(`fonts.${role}`)}>
                {(props) => (
                  <Select
                    {...props}
                    value={theme.fonts[role]}
                    onChange={(event) =>
                      change({ fonts: { ...theme.fonts, [role]: event.target.value } })
                    }
                  >
                    {FONT_CHOICES.map((font) => (
                      <option key={font}>{font}</option>
                    ))}
                  </Select>
                )}
              </Field>
            ))}
          </div>
        </Card>
        {PALETTES.map((palette) => (
          <Card key={palette}>
            <h2 className="mb-3 text-xl">{t(`palettes.${palette}`)}</h2>
            <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
              {COLOURS.map((colour) => (
                <Field
                  key={colour}
                  label={t(`colours.${colour}`)}
                  error={problemOf(`${palette}.${colour}`)}
                >
                  {(props) => (
                    <input
                      {...props}
                      type="color"
                      value={theme[palette][colour]}
                      className="h-11 w-full cursor-pointer rounded-control border border-line-strong/70 bg-sheet p-1"
                      onChange={(event) =>
                        change({
                          [palette]: { ...theme[palette], [colour]: event.target.value },
                        })
                      }
                    />
                  )}
                </Field>
              ))}
            </div>
          </Card>
        ))}
        <Card>
          <h2 className="mb-3 text-xl">{t('styles')}</h2>
          <div className="grid gap-3 sm:grid-cols-2">
            {(Object.keys(STYLES) as (keyof typeof STYLES)[]).map((style) => (
              <Field key={style} label={t(`style_names.${style}`)} error={problemOf(style)}>
                {(props) => (
                  <Select
                    {...props}
                    value={theme[style]}
                    onChange={(event) => change({ [style]: event.target.value })}
                  >
                    {STYLES[style].map((value) => (
                      <option key={value}>{value}</option>
                    ))}
                  </Select>
                )}
              </Field>
            ))}
            <Field label={t('numeral_scale')} error={problemOf('numeralScale')}>
              {(props) => (
                <Input
                  {...props}
                  type="number"
                  min={0.7}
                  max={1.3}
                  step={0.02}
                  value={theme.numeralScale}
                  onChange={(event) => change({ numeralScale: Number(event.target.value) })}
                />
              )}
            </Field>
          </div>
        </Card>
        <Card>
          <Field
            label={t('rest')}
            hint={t('rest_hint')}
            error={restProblem ? t('problems.bad_json') : restErrors(problems, problemOf)}
          >
            {(props) => (
              <Textarea
                {...props}
                rows={12}
                spellCheck={false}
                className="font-mono text-sm"
                value={rest}
                onChange={(event) => {
                  setRest(event.target.value);
                  const read = readRest(event.target.value);
                  setRestProblem(read === null);
                  if (read) change(read);
                }}
              />
            )}
          </Field>
        </Card>
      </div>
      <div className="flex flex-col gap-4 lg:sticky lg:top-4">
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('preview_format')}>
            {(props) => (
              <Select
                {...props}
                value={formatId}
                onChange={(event) => setFormat(event.target.value as FormatId)}
              >
                {FORMAT_IDS.map((format) => (
                  <option key={format} value={format}>
                    {tf(`${format}.name`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('preview_layout')}>
            {(props) => (
              <Select
                {...props}
                value={layoutId}
                onChange={(event) => setLayout(event.target.value as LayoutId)}
              >
                {LAYOUT_IDS.map((layout) => (
                  <option key={layout} value={layout}>
                    {tl(layout)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <LookPreview
          body={{ theme: { ...theme, id: stored.id }, formatId, layoutId }}
          onProblems={showProblems}
        />
        <div className="flex flex-wrap gap-2">
          <Button pending={isPending} disabled={!canSave} onClick={() => store('PUBLISHED')}>
            {t('publish')}
          </Button>
          <Button
            variant="secondary"
            disabled={!canSave || isPending}
            onClick={() => store('DRAFT')}
          >
            {t('save_draft')}
          </Button>
          {stored.row && !isNew ? (
            <Button
              variant="secondary"
              disabled={isPending || !canSave}
              onClick={() => store('RETIRED')}
            >
              {t('withdraw')}
            </Button>
          ) : null}
          {stored.row && !isNew && (stored.isBuiltIn || stored.row.status === 'DRAFT') ? (
            <Button
              variant="ghost"
              disabled={isPending}
              onClick={() =>
                remove(`/api/admin/themes/${stored.id}`, () => router.push('/admin/themes'))
              }
            >
              {t(stored.isBuiltIn ? 'reset' : 'delete')}
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function restOf({ ornaments, decorations, seasons }: Theme): string {
  return JSON.stringify({ ornaments, decorations, seasons } satisfies Rest, null, 2);
}

/** null for what is no JSON object; the fields themselves are judged where they are drawn. */
function readRest(text: string): Rest | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Rest)
      : null;
  } catch {
    return null;
  }
}

function restErrors(
  problems: LookProblems,
  words: (field: string) => string | undefined,
): string | undefined {
  const found = Object.keys(problems).filter((field) =>
    /^(ornaments|decorations|seasons)/.test(field),
  );
  return found.length === 0
    ? undefined
    : found.map((field) => `${field}: ${words(field) ?? ''}`).join('; ');
}
