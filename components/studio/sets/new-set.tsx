'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { classes } from '@/components/ui/classes';
import { Field, Input, Select } from '@/components/ui/field';
import { Segments } from '@/components/ui/segments';
import { CANDIDATES_MAX, MONTH_FORMAT_IDS } from '@/lib/studio/job-settings';
import { type PictureLayoutId, pictureSize } from '@/lib/studio/picture-size';
import { starsOfPicture, starsOfPictures } from '@/lib/studio/prices';
import { CHOICE_MAX } from '@/lib/studio/prompt-template';
import type { StudioChoices } from '@/lib/studio/studio-choices';
import { PaperChoice } from '../paper-choice';
import { PriceBar } from '../price-bar';
import { useLocalName } from '../use-local-name';
import { useStartJob } from '../use-start-job';
import { ModelChoice } from './model-choice';
import { suits, ThemeChoice } from './theme-choice';

const STYLE_SCALE = 0.8;
const MONTHS = 12;
const CANDIDATES = Array.from({ length: CANDIDATES_MAX }, (_, index) => String(index + 1));

/** Twelve months of a theme: whom, which theme, for which paper, and what it costs. */
export function NewSet({
  choices,
  wanted,
}: {
  choices: StudioChoices;
  /** From the address: where the person came from. */
  wanted: { modelId: string | null; themeId: string | null };
}) {
  const t = useTranslations('sets.new');
  const nameOf = useLocalName();
  const router = useRouter();
  const { start, isPending, failure } = useStartJob();
  const subjects = choices.models.filter(({ type }) => type === 'PORTRAIT');
  const last = choices.last.monthSet;
  const [modelId, setModelId] = useState(
    (
      subjects.find(({ id }) => id === wanted.modelId) ??
      subjects.find(({ isDefault }) => isDefault) ??
      subjects[0]
    )?.id ?? null,
  );
  const [themeId, setThemeId] = useState(
    choices.themes.find(({ id }) => id === wanted.themeId)?.id ?? null,
  );
  const [paper, setPaper] = useState<{
    formatId: (typeof MONTH_FORMAT_IDS)[number];
    layoutId: PictureLayoutId;
  }>({
    formatId: last?.formatId ?? 'wall-a3-portrait',
    layoutId: last?.layoutId ?? 'photo-above',
  });
  const [candidates, setCandidates] = useState('2');
  const [hemisphere, setHemisphere] = useState(last?.hemisphere ?? choices.hemisphere);
  const [place, setPlace] = useState('');
  const [outfit, setOutfit] = useState('');
  const [styleId, setStyleId] = useState<string>('');
  const [baseId, setBaseId] = useState<string | null>(null);

  const model = subjects.find(({ id }) => id === modelId);
  const theme = choices.themes.find(({ id }) => id === themeId);
  const bases = choices.baseModels.filter(({ family }) => family === model?.family);
  const base = bases.find(({ id }) => id === baseId) ?? bases[0];
  const styles = choices.models.filter(
    ({ type, family }) => type === 'STYLE' && family === model?.family,
  );
  const style = styles.find(({ id }) => id === styleId);
  const starsOfOne = starsOfPicture(base?.priceStars ?? 0, style ? [style.stars] : []);
  const stars = starsOfPictures(starsOfOne, MONTHS * Number(candidates));
  const size = base ? pictureSize(paper, base.settings) : null;

  const begin = async () => {
    if (!model || !theme || !base) return;
    const jobId = await start({
      kind: 'MONTH_SET',
      loraModelId: model.id,
      themeId: theme.id,
      baseModelId: base.id,
      candidates: Number(candidates),
      ...paper,
      hemisphere,
      place: place.trim(),
      outfit: outfit.trim(),
      style: style ? { loraModelId: style.id, scale: STYLE_SCALE } : null,
      starsShown: stars,
    });
    if (jobId) router.push(`/studio/sets/${jobId}`);
  };

  return (
    <div className="flex flex-col gap-10">
      <Step title={t('model')}>
        <ModelChoice models={subjects} value={modelId} onChange={setModelId} />
      </Step>
      <Step title={t('theme')} hint={t('theme_hint')}>
        <ThemeChoice
          themes={choices.themes}
          categoryId={model?.categoryId ?? null}
          value={themeId}
          onChange={setThemeId}
        />
      </Step>
      <Step
        title={t('paper')}
        hint={size ? t('paper_hint', { width: size.widthPx, height: size.heightPx }) : null}
      >
        <PaperChoice formatIds={MONTH_FORMAT_IDS} {...paper} onChange={setPaper} />
      </Step>
      <Step title={t('wishes')} hint={t('wishes_hint')}>
        <div className="grid gap-5 sm:grid-cols-2">
          <Segments
            label={t('candidates')}
            isLabelShown
            value={candidates}
            options={CANDIDATES.map((value) => ({ value, label: value }))}
            onChange={setCandidates}
          />
          <Segments
            label={t('hemisphere')}
            isLabelShown
            value={hemisphere}
            options={[
              { value: 'north', label: t('north') },
              { value: 'south', label: t('south') },
            ]}
            onChange={setHemisphere}
          />
          <Field
            label={t('place')}
            hint={theme?.place ? t('usual', { text: theme.place }) : t('english')}
          >
            {(field) => (
              <Input
                {...field}
                value={place}
                maxLength={CHOICE_MAX}
                placeholder={t('place_example')}
                onChange={(event) => setPlace(event.target.value)}
              />
            )}
          </Field>
          <Field
            label={t('outfit')}
            hint={theme?.outfit ? t('usual', { text: theme.outfit }) : t('english')}
          >
            {(field) => (
              <Input
                {...field}
                value={outfit}
                maxLength={CHOICE_MAX}
                placeholder={t('outfit_example')}
                onChange={(event) => setOutfit(event.target.value)}
              />
            )}
          </Field>
          {styles.length > 0 ? (
            <Field label={t('style')} hint={t('style_hint')}>
              {(field) => (
                <Select
                  {...field}
                  value={styleId}
                  onChange={(event) => setStyleId(event.target.value)}
                >
                  <option value="">{t('style_none')}</option>
                  {styles.map(({ id, name, stars: extra, isOwn }) => (
                    <option key={id} value={id}>
                      {isOwn ? name : t('style_stars', { name, count: extra })}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          ) : null}
          {bases.length > 1 ? (
            <Field label={t('base')}>
              {(field) => (
                <Select
                  {...field}
                  value={base?.id ?? ''}
                  onChange={(event) => setBaseId(event.target.value)}
                >
                  {bases.map(({ id, name, priceStars }) => (
                    <option key={id} value={id}>
                      {t('base_stars', { name, count: priceStars })}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          ) : null}
        </div>
      </Step>
      {/* Before a theme is chosen there is nothing to start, and the bar would stand before the themes. */}
      <div
        className={classes('flex flex-col gap-3', theme && 'sticky bottom-3 z-10 max-sm:static')}
      >
        {failure ? <Alert tone="bad">{failure}</Alert> : null}
        {model && theme && !suits(theme, model.categoryId) ? (
          <Alert tone="warn">
            {t('no_fit_chosen', {
              theme: nameOf(theme.names),
              category: nameOf(model.categoryNames),
            })}
          </Alert>
        ) : null}
        {model && !base ? <Alert tone="warn">{t('no_base')}</Alert> : null}
        <PriceBar
          stars={stars}
          balance={choices.balance}
          sum={t('sum', { candidates: Number(candidates), count: starsOfOne })}
          label={theme ? t('start') : t('choose_theme')}
          returnTo={`/studio/sets/new?model=${modelId ?? ''}&theme=${themeId ?? ''}`}
          isReady={Boolean(model && theme && base)}
          isPending={isPending}
          onStart={() => void begin()}
        />
      </div>
    </div>
  );
}

function Step({
  title,
  hint = null,
  children,
}: {
  title: string;
  hint?: string | null;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      {hint ? <p className="mt-1 text-ink-soft">{hint}</p> : null}
      <div className="mt-4">{children}</div>
    </section>
  );
}
