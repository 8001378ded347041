'use client';

import { CalendarHeart, ImagePlus, Images, RotateCw, Star } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useSubmit } from '@/components/account/use-submit';
import { callApi } from '@/components/call-api';
import { NotEnoughStars } from '@/components/stars/not-enough';
import { StarBalance } from '@/components/stars/star-balance';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { useErrorMessage } from '@/components/use-error-message';
import type { ErrorCode } from '@/lib/core/errors';
import type { LoraView, TrainerView, TrainingView } from '@/lib/studio/lora-view';
import { Stars } from '../stars';
import { LoraSettings } from './lora-settings';
import { LoraStatus } from './lora-status';
import { PreviewGrid } from './preview-grid';
import { ShareStyle } from './share-style';
import { TrainingHistory } from './training-history';
import { TrainingProgress } from './training-progress';
import { isUnderWay, useLora } from './use-lora';
import { stepPath } from './wizard-frame';

/** One learned model: how it comes along, what it looks like, and what can be done with it. */
export function LoraPage({
  initial,
  trainers,
  balance,
  extent,
}: {
  initial: LoraView;
  trainers: readonly TrainerView[];
  balance: number;
  /** What deleting it would take along. */
  extent: { goes: number; stays: number };
}) {
  const t = useTranslations('lora.page');
  const [lora, refresh] = useLora(initial);
  const [newest] = lora.trainings;
  const open = lora.trainings.find(({ status }) => status === 'QUEUED' || status === 'RUNNING');
  const hasFailed = newest?.status === 'FAILED';
  return (
    <main id="content" className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 sm:py-12">
      <div className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0 max-w-2xl">
          <p className="mb-1 flex flex-wrap items-center gap-2 text-ink-soft">
            {lora.categoryName}
            <LoraStatus lora={lora} />
            {lora.isDefault ? (
              <Badge tone="accent">
                <Star aria-hidden="true" className="fill-current" />
                {t('is_default')}
              </Badge>
            ) : null}
          </p>
          <h1 className="text-4xl break-words sm:text-5xl">{lora.name}</h1>
        </div>
        <StarBalance balance={balance} returnTo={`/studio/models/${lora.id}`} />
      </div>
      <div className="flex flex-col gap-10">
        {open ? (
          <Card>
            <TrainingProgress training={open} />
            <div className="mt-5 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
              <p className="text-sm text-ink-soft">{t('leave', { stars: open.stars })}</p>
              <CancelTraining lora={lora} training={open} onDone={refresh} />
            </div>
          </Card>
        ) : null}
        {hasFailed && newest ? (
          <Failure lora={lora} training={newest} trainers={trainers} balance={balance} />
        ) : null}
        {lora.status === 'DRAFT' && !open ? (
          <Alert
            tone="neutral"
            title={t('draft_title')}
            action={
              <ButtonLink size="sm" href={`/studio/models/new?model=${lora.id}`}>
                {t('draft_action')}
              </ButtonLink>
            }
          >
            {t('draft_text')}
          </Alert>
        ) : null}
        {lora.status === 'READY' ? (
          <>
            <section aria-labelledby="previews" className="flex flex-col gap-4">
              <div className="flex flex-wrap items-end justify-between gap-4">
                <div>
                  <h2 id="previews" className="text-3xl">
                    {t('previews')}
                  </h2>
                  <p className="mt-1 text-ink-soft">
                    {t(lora.type === 'STYLE' ? 'previews_text_style' : 'previews_text')}
                  </p>
                </div>
                <div className="flex flex-wrap gap-3">
                  {lora.type === 'PORTRAIT' ? (
                    <ButtonLink href={`/studio/sets/new?model=${lora.id}`}>
                      <CalendarHeart aria-hidden="true" />
                      {t('month_set')}
                    </ButtonLink>
                  ) : null}
                  <ButtonLink
                    variant={lora.type === 'PORTRAIT' ? 'secondary' : 'primary'}
                    href={
                      lora.type === 'PORTRAIT'
                        ? `/studio/generate?model=${lora.id}`
                        : `/studio/generate?style=${lora.id}`
                    }
                  >
                    <ImagePlus aria-hidden="true" />
                    {t('free_prompt')}
                  </ButtonLink>
                </div>
              </div>
              <PreviewGrid previews={lora.previews} name={lora.name} />
            </section>
            {lora.type === 'STYLE' ? <ShareStyle lora={lora} onDone={refresh} /> : null}
          </>
        ) : null}
        <div className="grid gap-8 lg:grid-cols-2">
          <Photos lora={lora} />
          <TrainingHistory trainings={lora.trainings} />
        </div>
        <LoraSettings lora={lora} extent={extent} onDone={refresh} />
      </div>
    </main>
  );
}

function CancelTraining({
  lora,
  training,
  onDone,
}: {
  lora: LoraView;
  training: TrainingView;
  onDone: () => void;
}) {
  const t = useTranslations('lora.page');
  const { submit, isPending, message } = useSubmit();
  const path = `/api/studio/models/${lora.id}/trainings/${training.id}`;
  return (
    <div className="flex items-center gap-3">
      {message ? <p className="text-sm text-bad">{message}</p> : null}
      <Button
        variant="secondary"
        size="sm"
        pending={isPending}
        onClick={() => submit(() => callApi('DELETE', path), { onDone, onRefused: onDone })}
      >
        {t('cancel')}
      </Button>
    </div>
  );
}

/** Why the last attempt came to nothing, that it cost nothing, and the way on. */
function Failure({
  lora,
  training,
  trainers,
  balance,
}: {
  lora: LoraView;
  training: TrainingView;
  trainers: readonly TrainerView[];
  balance: number;
}) {
  const t = useTranslations('lora.page');
  const words = useErrorMessage();
  const router = useRouter();
  const { submit, isPending, message } = useSubmit();
  const requestKey = useRef(crypto.randomUUID());
  const trainer =
    trainers.find(({ id }) => id === training.baseModelId) ??
    trainers.find(({ isDefault }) => isDefault) ??
    trainers[0];
  const retry = () => {
    if (!trainer) return;
    submit(
      async () => {
        await callApi('POST', `/api/studio/models/${lora.id}/trainings`, {
          baseModelId: trainer.id,
          priceStars: trainer.priceStars,
          requestKey: requestKey.current,
          isAgain: true,
        });
        requestKey.current = crypto.randomUUID();
        router.refresh();
      },
      { onRefused: () => router.refresh() },
    );
  };
  const reason = (training.errorCode ?? 'model.failed') as ErrorCode;
  const isShort = trainer !== undefined && trainer.priceStars > balance;
  return (
    <div className="flex flex-col gap-4">
      <Alert tone="bad" title={t('failed_title')}>
        <p>{words({ code: reason, params: {} })}</p>
        <p className="mt-1">{t('failed_stars', { stars: training.stars })}</p>
      </Alert>
      {message ? <Alert tone="warn">{message}</Alert> : null}
      {isShort ? (
        <NotEnoughStars
          needed={trainer.priceStars}
          balance={balance}
          returnTo={`/studio/models/${lora.id}`}
        />
      ) : null}
      <div className="flex flex-wrap gap-3">
        {trainer ? (
          <Button onClick={retry} pending={isPending} disabled={isShort}>
            <RotateCw aria-hidden="true" />
            {t('retry')}
            <Stars count={trainer.priceStars} className="opacity-90" />
          </Button>
        ) : null}
        <ButtonLink variant="secondary" href={stepPath(lora.id, 'photos')}>
          <Images aria-hidden="true" />
          {t('other_photos')}
        </ButtonLink>
      </div>
    </div>
  );
}

function Photos({ lora }: { lora: LoraView }) {
  const t = useTranslations('lora.page');
  const gone = lora.photoCount - lora.photoUrls.length;
  if (lora.photoCount === 0) return null;
  return (
    <section aria-labelledby="photos">
      <h2 id="photos" className="text-2xl">
        {t(lora.status === 'READY' ? 'photos' : 'photos_chosen', { count: lora.photoCount })}
      </h2>
      <ul className="mt-3 grid grid-cols-5 gap-1.5 sm:grid-cols-7">
        {lora.photoUrls.map((url, index) => (
          <li key={url} className="aspect-square overflow-hidden rounded-control bg-linen">
            {/* biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser */}
            <img
              src={url}
              alt={t('photo', { number: index + 1 })}
              loading="lazy"
              className="size-full object-cover"
            />
          </li>
        ))}
      </ul>
      {gone > 0 ? (
        <p className="mt-2 text-sm text-ink-soft">{t('photos_gone', { count: gone })}</p>
      ) : null}
      {lora.status === 'READY' && !isUnderWay(lora) ? (
        <ButtonLink variant="link" className="mt-3" href={stepPath(lora.id, 'photos')}>
          <RotateCw aria-hidden="true" />
          {t('learn_again')}
        </ButtonLink>
      ) : null}
    </section>
  );
}
