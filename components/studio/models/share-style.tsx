'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSubmit } from '@/components/account/use-submit';
import { callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, Input, Textarea } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import { DESCRIPTION_MAX, STYLE_STARS_MAX } from '@/lib/studio/lora-schema';
import type { LoraView } from '@/lib/studio/lora-view';

/** Offers a learned look to everybody, for stars if its owner wishes, and takes it back. */
export function ShareStyle({ lora, onDone }: { lora: LoraView; onDone: () => void }) {
  const t = useTranslations('lora.share');
  const toast = useToast();
  const { submit, isPending, message } = useSubmit();
  const [stars, setStars] = useState(String(lora.starsRequired));
  const [description, setDescription] = useState(lora.description);
  const asked = Number.parseInt(stars, 10);
  const isValid = Number.isInteger(asked) && asked >= 0 && asked <= STYLE_STARS_MAX;

  const send = (isPublic: boolean) =>
    submit(
      () =>
        callApi('PUT', `/api/studio/models/${lora.id}/sharing`, {
          isPublic,
          starsRequired: isValid ? asked : lora.starsRequired,
          description,
        }),
      {
        onDone: () => {
          toast(t(isPublic ? 'done' : 'stopped'), 'good');
          onDone();
        },
      },
    );

  return (
    <Card>
      <h2 className="text-2xl">{t('title')}</h2>
      <p className="mt-1 mb-5 max-w-2xl text-ink-soft">{t('text')}</p>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (isValid) send(true);
        }}
      >
        <div className="grid gap-4 sm:grid-cols-[1fr_14rem]">
          <Field label={t('description')} hint={t('description_hint')}>
            {(control) => (
              <Textarea
                {...control}
                value={description}
                maxLength={DESCRIPTION_MAX}
                onChange={(event) => setDescription(event.target.value)}
              />
            )}
          </Field>
          <Field
            label={t('stars')}
            hint={t('stars_hint')}
            error={isValid ? undefined : t('stars_invalid', { max: STYLE_STARS_MAX })}
          >
            {(control) => (
              <Input
                {...control}
                type="number"
                inputMode="numeric"
                min={0}
                max={STYLE_STARS_MAX}
                value={stars}
                onChange={(event) => setStars(event.target.value)}
              />
            )}
          </Field>
        </div>
        {message ? <Alert tone="bad">{message}</Alert> : null}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" pending={isPending} disabled={!isValid}>
            {t(lora.isPublic ? 'save' : 'share')}
          </Button>
          {lora.isPublic ? (
            <Button variant="secondary" disabled={isPending} onClick={() => send(false)}>
              {t('stop')}
            </Button>
          ) : null}
        </div>
      </form>
    </Card>
  );
}
