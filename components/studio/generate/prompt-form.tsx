'use client';

import { Dices, Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input, Select, Textarea } from '@/components/ui/field';
import { Segments } from '@/components/ui/segments';
import { FORMAT_IDS } from '@/lib/calendars/document';
import type { GenerationView } from '@/lib/studio/generation-view';
import { PROMPT_MAX, SCALE_MAX, SCALE_MIN } from '@/lib/studio/job-settings';
import { pictureSize } from '@/lib/studio/picture-size';
import { starsOfPicture, starsOfPictures } from '@/lib/studio/prices';
import { randomSeed, SEED_MAX } from '@/lib/studio/seeds';
import type { ModelChoice, StudioChoices } from '@/lib/studio/studio-choices';
import { PaperChoice } from '../paper-choice';
import { PriceBar } from '../price-bar';
import { useStartJob } from '../use-start-job';
import { COUNTS, type Draft, firstDraft } from './prompt-draft';

/** A prompt of one's own, with everything that a model lets one choose. */
export function PromptForm({
  choices,
  copied,
  onStarted,
}: {
  choices: StudioChoices;
  /** Its record fills the form, so that it is made again exactly. */
  copied: GenerationView | null;
  onStarted: (jobId: string) => void;
}) {
  const t = useTranslations('sets.generate');
  const { start, isPending, failure } = useStartJob();
  const [draft, setDraft] = useState(() => firstDraft(choices, copied));
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const base =
    choices.baseModels.find(({ id }) => id === draft.baseModelId) ?? choices.baseModels[0];
  if (!base) return <Alert tone="warn">{t('no_base')}</Alert>;
  const { settings, family } = base;
  const usable = choices.models.filter((model) => model.family === family);
  const loras = draft.loras.filter(({ loraModelId }) =>
    usable.some(({ id }) => id === loraModelId),
  );
  const free = usable.filter(({ id }) => !loras.some(({ loraModelId }) => loraModelId === id));
  const extra = loras.map(
    ({ loraModelId }) => usable.find(({ id }) => id === loraModelId)?.stars ?? 0,
  );
  const starsOfOne = starsOfPicture(base.priceStars, extra);
  const count = Number(draft.count);
  const stars = starsOfPictures(starsOfOne, count);
  const size = draft.sizePx ?? pictureSize(draft, settings);
  const within = (value: number, { min, max }: { min: number; max: number }) =>
    Math.min(max, Math.max(min, value));
  const lost = draft.loras.length - loras.length;
  /** The text with the word by which a model knows what it learned. */
  const promptWith = ({ triggerWord }: ModelChoice) =>
    draft.prompt.includes(triggerWord)
      ? draft.prompt
      : `${draft.prompt}${draft.prompt && !/\s$/.test(draft.prompt) ? ' ' : ''}${triggerWord} `;
  const addLora = (model: ModelChoice) =>
    change({
      loras: [...loras, { loraModelId: model.id, scale: model.type === 'STYLE' ? 0.8 : 1 }],
      prompt: promptWith(model),
    });
  const begin = async () => {
    const jobId = await start({
      kind: 'PROMPT',
      prompt: draft.prompt.trim(),
      negativePrompt: settings.hasNegativePrompt ? draft.negativePrompt.trim() : '',
      baseModelId: base.id,
      formatId: draft.formatId,
      layoutId: draft.layoutId,
      sizePx: draft.sizePx,
      steps: within(draft.steps, settings.steps),
      guidance: within(draft.guidance, settings.guidance),
      seed: draft.seed,
      loras,
      count,
      starsShown: stars,
    });
    if (jobId) onStarted(jobId);
  };
  return (
    <form
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      {copied ? <Alert tone="fine">{t('copied')}</Alert> : null}
      {lost > 0 ? <Alert tone="warn">{t('lost', { count: lost })}</Alert> : null}
      <Field label={t('prompt')} hint={t('prompt_hint')}>
        {(field) => (
          <Textarea
            {...field}
            value={draft.prompt}
            maxLength={PROMPT_MAX}
            className="min-h-36"
            placeholder={t('prompt_example')}
            onChange={(event) => change({ prompt: event.target.value })}
          />
        )}
      </Field>
      {settings.hasNegativePrompt ? (
        <Field label={t('negative')}>
          {(field) => (
            <Input
              {...field}
              value={draft.negativePrompt}
              maxLength={PROMPT_MAX}
              onChange={(event) => change({ negativePrompt: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1.5 text-sm font-medium">{t('loras')}</legend>
        {loras.map(({ loraModelId, scale }) => {
          const model = usable.find(({ id }) => id === loraModelId);
          if (!model) return null;
          return (
            <div
              key={loraModelId}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 rounded-control border border-line bg-sheet py-2 pr-1 pl-3"
            >
              <label className="flex min-w-0 flex-col gap-1">
                <span className="flex items-baseline justify-between gap-2 text-sm">
                  <span className="truncate font-medium">
                    {model.name}{' '}
                    <span className="font-normal text-ink-soft">{model.triggerWord}</span>
                  </span>
                  <span className="tabular-nums">× {scale.toFixed(2)}</span>
                </span>
                <input
                  type="range"
                  min={SCALE_MIN}
                  max={SCALE_MAX}
                  step={0.05}
                  value={scale}
                  aria-label={t('scale', { name: model.name })}
                  className="w-full accent-accent"
                  onChange={(event) =>
                    change({
                      loras: loras.map((lora) =>
                        lora.loraModelId === loraModelId
                          ? { ...lora, scale: Number(event.target.value) }
                          : lora,
                      ),
                    })
                  }
                />
              </label>
              <Button
                variant="ghost"
                size="icon"
                aria-label={t('lora_remove', { name: model.name })}
                onClick={() =>
                  change({ loras: loras.filter((lora) => lora.loraModelId !== loraModelId) })
                }
              >
                <X aria-hidden="true" />
              </Button>
              {draft.prompt.includes(model.triggerWord) ? null : (
                <p className="col-span-2 flex flex-wrap items-baseline gap-x-2 pt-1 pr-2 text-sm text-warn">
                  {t('word_missing', { word: model.triggerWord })}
                  <Button
                    variant="link"
                    size="sm"
                    onClick={() => change({ prompt: promptWith(model) })}
                  >
                    {t('word_add')}
                  </Button>
                </p>
              )}
            </div>
          );
        })}
        {free.length > 0 && loras.length < settings.lorasMax ? (
          <div className="relative">
            <Plus
              aria-hidden="true"
              className="pointer-events-none absolute top-1/2 left-3 size-4.5 -translate-y-1/2 text-accent"
            />
            <Select
              aria-label={t('lora_add')}
              value=""
              className="pl-9"
              onChange={(event) => {
                const model = free.find(({ id }) => id === event.target.value);
                if (model) addLora(model);
              }}
            >
              <option value="">{t('lora_add')}</option>
              {free.map(({ id, name, stars: more }) => (
                <option key={id} value={id}>
                  {more > 0 ? t('lora_stars', { name, count: more }) : name}
                </option>
              ))}
            </Select>
          </div>
        ) : loras.length === 0 ? (
          <p className="text-sm text-ink-soft">{t('loras_none')}</p>
        ) : null}
      </fieldset>
      <PaperChoice
        formatIds={FORMAT_IDS}
        formatId={draft.formatId}
        layoutId={draft.layoutId}
        hasOwnSize={draft.sizePx !== null}
        onChange={(paper) => change({ ...paper, sizePx: null })}
      />
      <p className="-mt-4 text-sm text-ink-soft">
        {t('size', { width: size.widthPx, height: size.heightPx })}
      </p>
      <Segments
        label={t('count')}
        isLabelShown
        value={draft.count}
        options={COUNTS.map((value) => ({ value, label: value }))}
        onChange={(value) => change({ count: value })}
      />
      <details className="rounded-control border border-line px-4 py-3" open={copied !== null}>
        <summary className="font-medium">{t('fine')}</summary>
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          {choices.baseModels.length > 1 ? (
            <Field label={t('base')} className="sm:col-span-2">
              {(field) => (
                <Select
                  {...field}
                  value={base.id}
                  onChange={(event) => {
                    const next = choices.baseModels.find(({ id }) => id === event.target.value);
                    if (!next) return;
                    change({
                      baseModelId: next.id,
                      steps: next.settings.steps.default,
                      guidance: next.settings.guidance.default,
                      sizePx: null,
                    });
                  }}
                >
                  {choices.baseModels.map(({ id, name, priceStars }) => (
                    <option key={id} value={id}>
                      {t('lora_stars', { name, count: priceStars })}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          ) : null}
          <NumberField
            label={t('steps')}
            value={draft.steps}
            range={settings.steps}
            step={1}
            onChange={(steps) => change({ steps })}
          />
          <NumberField
            label={t('guidance')}
            value={draft.guidance}
            range={settings.guidance}
            step={0.1}
            onChange={(guidance) => change({ guidance })}
          />
          <Field label={t('seed')} hint={t('seed_hint')} className="sm:col-span-2">
            {(field) => (
              <div className="flex gap-2">
                <Input
                  {...field}
                  inputMode="numeric"
                  value={draft.seed ?? ''}
                  placeholder={t('seed_random')}
                  onChange={(event) => {
                    const digits = event.target.value.replaceAll(/\D/g, '');
                    change({
                      seed:
                        digits === '' ? null : within(Number(digits), { min: 1, max: SEED_MAX }),
                    });
                  }}
                />
                <Button
                  variant="secondary"
                  size="icon"
                  className="shrink-0"
                  aria-label={t('seed_new')}
                  onClick={() => change({ seed: randomSeed() })}
                >
                  <Dices aria-hidden="true" />
                </Button>
              </div>
            )}
          </Field>
        </div>
      </details>
      {failure ? <Alert tone="bad">{failure}</Alert> : null}
      <PriceBar
        stars={stars}
        balance={choices.balance}
        sum={t('sum', { pictures: count, count: starsOfOne })}
        label={t('start', { count })}
        returnTo="/studio/generate"
        isReady={draft.prompt.trim() !== ''}
        isPending={isPending}
        onStart={() => void begin()}
      />
    </form>
  );
}

function NumberField({
  label,
  value,
  range,
  step,
  onChange,
}: {
  label: string;
  value: number;
  range: { min: number; max: number };
  step: number;
  onChange: (value: number) => void;
}) {
  return (
    <Field label={label} hint={`${range.min} – ${range.max}`}>
      {(field) => (
        <Input
          {...field}
          type="number"
          min={range.min}
          max={range.max}
          step={step}
          value={value}
          onChange={(event) => onChange(Number(event.target.value))}
        />
      )}
    </Field>
  );
}
