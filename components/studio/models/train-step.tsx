'use client';

import { Clock, Sparkles } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { useSubmit } from '@/components/account/use-submit';
import { callApi } from '@/components/call-api';
import { NotEnoughStars } from '@/components/stars/not-enough';
import { StarBalance } from '@/components/stars/star-balance';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import type { LoraDraft } from '@/lib/studio/get-lora-draft';
import { Stars } from '../stars';
import { trainerName } from './trainer-name';
import { stepPath, WizardBar } from './wizard-frame';

/** How it is learned, what that costs and takes, and the start. */
export function TrainStep({ draft, balance }: { draft: LoraDraft; balance: number }) {
  const t = useTranslations('lora.train');
  const router = useRouter();
  const { submit, isPending, message, problem } = useSubmit();
  const { lora, photos } = draft;
  const trainers = draft.trainers.filter(({ photosMin }) => photosMin <= photos.length);
  const [chosenId, setChosenId] = useState(
    (trainers.find(({ isDefault }) => isDefault) ?? trainers[0])?.id ?? null,
  );
  // One key for this visit: pressing twice, or again after a lost answer, is one training.
  const requestKey = useRef(crypto.randomUUID());
  const group = useId();
  const chosen = trainers.find(({ id }) => id === chosenId);
  const here = stepPath(lora.id, 'train');
  const isShort = chosen !== undefined && chosen.priceStars > balance;

  const start = () => {
    if (!chosen) return;
    submit(
      async () => {
        await callApi('POST', `/api/studio/models/${lora.id}/trainings`, {
          baseModelId: chosen.id,
          priceStars: chosen.priceStars,
          requestKey: requestKey.current,
          isAgain: false,
        });
        router.push(`/studio/models/${lora.id}`);
      },
      {
        leavesPage: true,
        onRefused: ({ code }) => {
          if (code === 'stars.price_changed' || code === 'stars.not_enough') router.refresh();
        },
      },
    );
  };

  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-ink-soft">{t('summary', { name: lora.name, count: photos.length })}</p>
        <StarBalance balance={balance} returnTo={here} />
      </div>
      <fieldset>
        <legend className="mb-3 font-display text-2xl">{t('how')}</legend>
        <div className="grid gap-3">
          {trainers.map((trainer) => {
            const isChosen = trainer.id === chosenId;
            const name = trainerName(trainer);
            return (
              <label
                key={trainer.id}
                className={classes(
                  'flex cursor-pointer flex-wrap items-start gap-x-6 gap-y-2 rounded-card border bg-sheet p-5 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
                  isChosen
                    ? 'border-accent bg-accent-soft shadow-sheet'
                    : 'border-line hover:border-line-strong',
                )}
              >
                <input
                  type="radio"
                  name={`trainer-${group}`}
                  value={trainer.id}
                  checked={isChosen}
                  onChange={() => setChosenId(trainer.id)}
                  className="sr-only"
                />
                <span className="min-w-0 flex-1 basis-64">
                  <span className="flex flex-wrap items-center gap-2 text-lg font-semibold">
                    {name ? t(`trainers.${name}.name`) : trainer.name}
                    {name === 'portrait' ? <Badge tone="accent">{t('advised')}</Badge> : null}
                  </span>
                  <span className="mt-1 block text-ink-soft">
                    {name ? t(`trainers.${name}.text`) : trainer.version}
                  </span>
                </span>
                <span className="flex flex-col items-start gap-1 sm:items-end">
                  <Stars count={trainer.priceStars} className="text-xl font-semibold" />
                  <span className="inline-flex items-center gap-1.5 text-sm text-ink-soft">
                    <Clock aria-hidden="true" className="size-4" />
                    {t('takes', { minutes: Math.max(1, Math.round(trainer.usualSeconds / 60)) })}
                  </span>
                </span>
              </label>
            );
          })}
        </div>
      </fieldset>
      {trainers.length === 0 ? <Alert tone="warn">{t('no_trainer')}</Alert> : null}
      <p className="max-w-2xl text-sm text-ink-soft">
        {t('promise')} {t('leave')}
      </p>
      {message && problem?.code !== 'stars.not_enough' ? <Alert tone="bad">{message}</Alert> : null}
      {isShort ? (
        <NotEnoughStars needed={chosen.priceStars} balance={balance} returnTo={here} />
      ) : null}
      <WizardBar backTo={stepPath(lora.id, 'photos')}>
        <Button disabled={!chosen || isShort} pending={isPending} onClick={start}>
          <Sparkles aria-hidden="true" />
          {t('start')}
          {chosen ? <Stars count={chosen.priceStars} className="opacity-90" /> : null}
        </Button>
      </WizardBar>
    </div>
  );
}
