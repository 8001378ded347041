'use client';

import { Dices, Sparkles } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { classes } from '@/components/ui/classes';
import { Field, Input, Select } from '@/components/ui/field';
import { Segments } from '@/components/ui/segments';
import { useErrorMessage } from '@/components/use-error-message';
import type { TestDesk } from '@/lib/admin/get-test-desk';
import { TEST_PICTURES_MAX, TEST_SEEDS_MAX, type TestShape } from '@/lib/admin/prompt-schema';
import type { Locale } from '@/lib/i18n/locales';
import type { Hemisphere } from '@/lib/studio/prompt-template';
import { randomSeed, SEED_MAX } from '@/lib/studio/seeds';
import { inLanguage } from '@/lib/studio/theme-content';
import { useMonthName } from './use-month-name';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Chooses what is painted next on the test desk, and says what it comes to. */
export function TestRunForm({ desk }: { desk: TestDesk }) {
  const t = useTranslations('prompts');
  const locale = useLocale() as Locale;
  const monthName = useMonthName();
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [loraModelId, setLora] = useState(desk.models[0]?.id ?? null);
  const [categoryId, setCategory] = useState(desk.categories[0]?.id ?? '');
  const family = desk.models.find(({ id }) => id === loraModelId)?.family;
  const fitting = desk.baseModels.filter((one) => family === undefined || one.family === family);
  const [baseModelId, setBaseModel] = useState(fitting[0]?.id ?? null);
  const baseModel = fitting.find(({ id }) => id === baseModelId) ?? fitting[0];
  const [hemisphere, setHemisphere] = useState<Hemisphere>('north');
  const [shape, setShape] = useState<TestShape>('portrait');
  const [months, setMonths] = useState<number[]>([1]);
  const [seedText, setSeedText] = useState('');
  const requestKey = useRef(crypto.randomUUID());
  const seeds = readSeeds(seedText);
  const pictures = months.length * (seeds?.length ?? 0);
  const kept = [
    ...new Set(
      desk.months
        .filter(({ month }) => months.includes(month))
        .flatMap((one) => one.seeds)
        .filter((seed) => seed.baseModelId === baseModel?.id)
        .map(({ seed }) => seed),
    ),
  ].slice(0, TEST_SEEDS_MAX);
  const canStart =
    baseModel !== undefined && pictures > 0 && pictures <= TEST_PICTURES_MAX && !isPending;

  async function start(event: FormEvent) {
    event.preventDefault();
    if (!canStart || !seeds) return;
    const body = {
      requestKey: requestKey.current,
      baseModelId: baseModel.id,
      loraModelId,
      categoryId,
      hemisphere,
      shape,
      months,
      seeds,
    };
    const path = `/api/admin/prompts/${desk.id}/tests`;
    if (await send('POST', path, body, t('test.started', { count: pictures })))
      requestKey.current = crypto.randomUUID();
  }

  return (
    <Card>
      <form noValidate onSubmit={start} className="flex flex-col gap-5">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <Field label={t('test.subject')}>
            {(control) => (
              <Select
                {...control}
                value={loraModelId ?? ''}
                onChange={(event) =>
                  setLora(desk.models.find(({ id }) => id === event.target.value)?.id ?? null)
                }
              >
                {desk.models.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
                <option value="">{t('test.nobody')}</option>
              </Select>
            )}
          </Field>
          {loraModelId === null ? (
            <Field label={t('test.category')}>
              {(control) => (
                <Select
                  {...control}
                  value={categoryId}
                  onChange={(event) => setCategory(event.target.value)}
                >
                  {desk.categories.map(({ id, names }) => (
                    <option key={id} value={id}>
                      {inLanguage(names, locale)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          ) : null}
          <Field label={t('test.base_model')}>
            {(control) => (
              <Select
                {...control}
                value={baseModel?.id ?? ''}
                onChange={(event) =>
                  setBaseModel(fitting.find(({ id }) => id === event.target.value)?.id ?? null)
                }
              >
                {fitting.map(({ id, name, priceStars }) => (
                  <option key={id} value={id}>
                    {t('test.base_model_option', { name, stars: priceStars })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Segments
            label={t('editor.hemisphere')}
            isLabelShown
            value={hemisphere}
            options={(['north', 'south'] as const).map((value) => ({
              value,
              label: t(`hemispheres.${value}`),
            }))}
            onChange={setHemisphere}
          />
          <Segments
            label={t('test.shape')}
            isLabelShown
            value={shape}
            options={(['portrait', 'square', 'landscape'] as const).map((value) => ({
              value,
              label: t(`shapes.${value}`),
            }))}
            onChange={setShape}
          />
        </div>
        <fieldset>
          <legend className="mb-1.5 text-sm font-medium">{t('test.months')}</legend>
          <div className="flex flex-wrap gap-2">
            {MONTHS.map((month) => (
              <label
                key={month}
                className={classes(
                  'relative inline-flex min-h-9 cursor-pointer items-center rounded-full border px-3 text-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
                  months.includes(month)
                    ? 'border-accent bg-accent-soft font-medium text-accent-deep'
                    : 'border-line-strong/60 text-ink-soft hover:text-ink',
                )}
              >
                <input
                  type="checkbox"
                  className="sr-only"
                  checked={months.includes(month)}
                  onChange={(event) =>
                    setMonths((before) =>
                      event.target.checked
                        ? [...before, month].toSorted((a, b) => a - b)
                        : before.filter((one) => one !== month),
                    )
                  }
                />
                {monthName(month)}
              </label>
            ))}
            <Button
              variant="link"
              size="sm"
              onClick={() => setMonths(months.length === 12 ? [] : MONTHS)}
            >
              {t(months.length === 12 ? 'test.no_months' : 'test.all_months')}
            </Button>
          </div>
        </fieldset>
        <div className="flex flex-wrap items-start gap-3">
          <Field
            label={t('test.seeds')}
            hint={t('test.seeds_hint', { max: TEST_SEEDS_MAX })}
            error={
              seeds === null
                ? t('test.seeds_error', { max: TEST_SEEDS_MAX, largest: SEED_MAX })
                : undefined
            }
            className="min-w-64 flex-1"
          >
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                autoComplete="off"
                value={seedText}
                onChange={(event) => setSeedText(event.target.value)}
              />
            )}
          </Field>
          <Button
            variant="secondary"
            className="sm:mt-7"
            onClick={() =>
              setSeedText([...(seeds ?? []), randomSeed()].slice(-TEST_SEEDS_MAX).join(', '))
            }
          >
            <Dices aria-hidden="true" />
            {t('test.random')}
          </Button>
          <Button
            variant="secondary"
            className="sm:mt-7"
            disabled={kept.length === 0}
            onClick={() => setSeedText(kept.join(', '))}
          >
            <Sparkles aria-hidden="true" />
            {t('test.kept_seeds')}
          </Button>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-4 border-t border-line pt-4">
          <p className="text-sm text-ink-soft" aria-live="polite">
            {pictures > TEST_PICTURES_MAX
              ? t('test.too_many', { max: TEST_PICTURES_MAX })
              : t('test.cost', {
                  count: pictures,
                  stars: pictures * (baseModel?.priceStars ?? 0),
                })}
          </p>
          <Button type="submit" pending={isPending} disabled={!canStart}>
            {t('test.start')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** Numbers separated by commas or spaces; null for what cannot be used. */
function readSeeds(text: string): number[] | null {
  const words = text.split(/[\s,;]+/).filter(Boolean);
  const seeds = [...new Set(words.map(Number))];
  const isGood = seeds.every((seed) => Number.isInteger(seed) && seed >= 1 && seed <= SEED_MAX);
  return isGood && seeds.length <= TEST_SEEDS_MAX ? seeds : null;
}
