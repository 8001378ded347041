'use client';

import {
  ChevronLeft,
  ChevronRight,
  Columns2,
  Copy,
  Heart,
  PenLine,
  Repeat2,
  Wand,
} from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { AiBadge } from '@/components/pictures/ai-badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select, Textarea } from '@/components/ui/field';
import { monthName } from '@/lib/calendar-days/names';
import type { PrintLanguage } from '@/lib/calendars/document';
import type { GenerationView, JobView } from '@/lib/studio/generation-view';
import { PictureState } from './picture-state';
import { Stars } from './stars';
import { useGenerationActions } from './use-generation-actions';
import { useLocalName } from './use-local-name';

const PROMPT_MAX = 2000;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

type Props = {
  /** null is closed. */
  generation: GenerationView | null;
  /** Photos that its subject was learned from, to compare with. */
  references: JobView['references'];
  /** The month that it stands in now; null for none. Left out where there are no months. */
  standsIn?: number | null;
  /** Its neighbours, where one can turn the leaves. */
  onTurn?: ((by: -1 | 1) => void) | undefined;
  onClose: () => void;
  onChanged: () => void;
};

/** One picture large: everything it was made from, and everything that can be done with it. */
export function GenerationDialog(props: Props) {
  const t = useTranslations('sets.picture');
  const locale = useLocale() as PrintLanguage;
  const nameOf = useLocalName();
  const { generation, onClose } = props;
  const title =
    generation?.month && generation.themeNames
      ? `${monthName(generation.month, locale)}, ${nameOf(generation.themeNames)}`
      : t('title');
  return (
    <Dialog
      open={generation !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={title}
      closeLabel={t('close')}
      className="sm:w-[min(96vw,72rem)]"
    >
      {generation ? <Detail key={generation.id} {...props} generation={generation} /> : null}
    </Dialog>
  );
}

function Detail({
  generation,
  references,
  standsIn,
  onTurn,
  onClose,
  onChanged,
}: Props & { generation: GenerationView }) {
  const t = useTranslations('sets.picture');
  const locale = useLocale() as PrintLanguage;
  const actions = useGenerationActions(onChanged);
  const [isComparing, setIsComparing] = useState(false);
  const { picture, starsAgain, isFavourite } = generation;
  useEffect(() => {
    if (!onTurn) return;
    const turn = (event: KeyboardEvent) => {
      if (
        event.target instanceof HTMLElement &&
        /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
      )
        return;
      if (event.key === 'ArrowLeft') onTurn(-1);
      if (event.key === 'ArrowRight') onTurn(1);
    };
    window.addEventListener('keydown', turn);
    return () => window.removeEventListener('keydown', turn);
  }, [onTurn]);
  const isOpen = generation.status === 'QUEUED' || generation.status === 'RUNNING';
  const repeat = async (how: 'again' | 'variation' | 'edit', prompt?: string) => {
    if (await actions.repeat(generation, how, prompt)) onClose();
  };
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <div className="flex min-w-0 flex-col gap-3">
        <div className={classes('grid items-start gap-3', isComparing && 'sm:grid-cols-2')}>
          <div
            className="relative flex items-center justify-center overflow-hidden rounded-control bg-linen"
            style={
              picture
                ? undefined
                : { aspectRatio: `${generation.widthPx} / ${generation.heightPx}` }
            }
          >
            {picture?.screenUrl ? (
              // biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser
              <img
                src={picture.screenUrl}
                alt={generation.prompt}
                width={generation.widthPx}
                height={generation.heightPx}
                className="max-h-[70dvh] w-auto max-w-full object-contain"
              />
            ) : (
              <PictureState generation={generation} />
            )}
            {picture ? <AiBadge className="absolute top-2 left-2" /> : null}
          </div>
          {isComparing ? (
            <ul
              aria-label={t('photos')}
              className="grid max-h-[70dvh] grid-cols-2 gap-2 overflow-y-auto"
            >
              {references.map(({ id, screenUrl }) => (
                <li key={id}>
                  {/* biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser */}
                  <img
                    src={screenUrl}
                    alt={t('photo')}
                    loading="lazy"
                    className="aspect-square w-full rounded-control bg-linen object-cover"
                  />
                </li>
              ))}
            </ul>
          ) : null}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {onTurn ? (
            <>
              <Button
                variant="ghost"
                size="icon"
                aria-label={t('previous')}
                onClick={() => onTurn(-1)}
              >
                <ChevronLeft aria-hidden="true" />
              </Button>
              <Button variant="ghost" size="icon" aria-label={t('next')} onClick={() => onTurn(1)}>
                <ChevronRight aria-hidden="true" />
              </Button>
            </>
          ) : null}
          {picture ? (
            <Button
              variant="secondary"
              size="sm"
              aria-pressed={isFavourite}
              pending={actions.pending === 'favourite'}
              onClick={() => void actions.favourite(generation)}
            >
              <Heart
                aria-hidden="true"
                className={isFavourite ? 'fill-accent text-accent' : undefined}
              />
              {t('favourite')}
            </Button>
          ) : null}
          {picture && references.length > 0 ? (
            <Button
              variant="secondary"
              size="sm"
              aria-pressed={isComparing}
              onClick={() => setIsComparing((old) => !old)}
            >
              <Columns2 aria-hidden="true" />
              {isComparing ? t('compare_end') : t('compare')}
            </Button>
          ) : null}
          <ButtonLink href={`/studio/generate?from=${generation.id}`} variant="secondary" size="sm">
            <Copy aria-hidden="true" />
            {t('copy')}
          </ButtonLink>
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-5">
        {picture && standsIn !== undefined ? (
          <Field label={t('month')} hint={standsIn === null ? t('month_none') : t('month_swap')}>
            {(field) => (
              <Select
                {...field}
                value={standsIn ?? ''}
                disabled={actions.pending === 'choose'}
                onChange={(event) => void actions.choose(generation, Number(event.target.value))}
              >
                {standsIn === null ? <option value="">{t('month_pick')}</option> : null}
                {MONTHS.map((month) => (
                  <option key={month} value={month}>
                    {monthName(month, locale)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : null}
        {isOpen ? null : starsAgain === null ? (
          <p className="text-sm text-ink-soft">{t('no_more')}</p>
        ) : (
          <Repeats
            generation={generation}
            stars={starsAgain}
            pending={actions.pending}
            onRepeat={(how, prompt) => void repeat(how, prompt)}
          />
        )}
        <Facts generation={generation} />
      </div>
    </div>
  );
}

function Repeats({
  generation,
  stars,
  pending,
  onRepeat,
}: {
  generation: GenerationView;
  stars: number;
  pending: string | null;
  onRepeat: (how: 'again' | 'variation' | 'edit', prompt?: string) => void;
}) {
  const t = useTranslations('sets.picture');
  const [prompt, setPrompt] = useState<string | null>(null);
  return (
    <section aria-label={t('more')} className="flex flex-col gap-2">
      <h3 className="text-lg">{t('more')}</h3>
      <Button
        variant="secondary"
        className="justify-between"
        disabled={pending !== null}
        pending={pending === 'again'}
        onClick={() => onRepeat('again')}
      >
        <span className="inline-flex items-center gap-2">
          <Repeat2 aria-hidden="true" />
          {t('again')}
        </span>
        <Stars count={stars} />
      </Button>
      <p className="-mt-1 text-sm text-ink-soft">{t('again_hint')}</p>
      {generation.picture ? (
        <>
          <Button
            variant="secondary"
            className="justify-between"
            disabled={pending !== null}
            pending={pending === 'variation'}
            onClick={() => onRepeat('variation')}
          >
            <span className="inline-flex items-center gap-2">
              <Wand aria-hidden="true" />
              {t('variation')}
            </span>
            <Stars count={stars} />
          </Button>
          <p className="-mt-1 text-sm text-ink-soft">{t('variation_hint')}</p>
        </>
      ) : null}
      {prompt === null ? (
        <Button
          variant="secondary"
          className="justify-start"
          onClick={() => setPrompt(generation.prompt)}
        >
          <PenLine aria-hidden="true" />
          {t('edit')}
        </Button>
      ) : (
        <div className="flex flex-col gap-2">
          <Field label={t('words')} hint={t('edit_hint')}>
            {(field) => (
              <Textarea
                {...field}
                value={prompt}
                maxLength={PROMPT_MAX}
                className="min-h-40 text-sm"
                onChange={(event) => setPrompt(event.target.value)}
              />
            )}
          </Field>
          <div className="flex justify-end gap-2">
            <Button variant="ghost" size="sm" onClick={() => setPrompt(null)}>
              {t('cancel')}
            </Button>
            <Button
              size="sm"
              disabled={prompt.trim() === '' || prompt.trim() === generation.prompt}
              pending={pending === 'edit'}
              onClick={() => onRepeat('edit', prompt)}
            >
              {t('edit_start')}
              <Stars count={stars} />
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}

/** What the picture was made from: with these it is made again exactly. */
function Facts({ generation }: { generation: GenerationView }) {
  const t = useTranslations('sets.picture');
  const { loras, widthPx, heightPx, stars, seed, steps, guidance, baseModelName } = generation;
  const rows = [
    [t('model'), baseModelName],
    [
      t('learned'),
      loras.map(({ name, scale }) => `${name ?? t('deleted')} × ${scale}`).join(', ') || t('none'),
    ],
    [t('seed'), String(seed)],
    [t('size'), `${widthPx} × ${heightPx} px`],
    [t('steps'), t('steps_value', { steps, guidance })],
    [t('cost'), t('cost_value', { count: stars })],
  ] as const;
  return (
    <details
      className="group rounded-control border border-line px-4 py-3"
      open={!generation.month}
    >
      <summary className="font-medium">{t('record')}</summary>
      <p className="mt-3 text-sm break-words whitespace-pre-wrap">{generation.prompt}</p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="min-w-0 break-words tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
