'use client';

import { ArrowRight, CloudUpload, EyeOff, type LucideIcon, Timer, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSubmit } from '@/components/account/use-submit';
import { callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/field';
import { LORA_CONSENT_VERSION } from '@/lib/studio/consent-text';
import type { CategoryView, LoraView } from '@/lib/studio/lora-view';
import { stepPath, WizardBar } from './wizard-frame';

/** What is done with the photos, in four sentences: their words are versioned together with the agreement. */
const POINTS: readonly { name: string; icon: LucideIcon }[] = [
  { name: 'sent', icon: CloudUpload },
  { name: 'kept', icon: Timer },
  { name: 'private', icon: EyeOff },
  { name: 'deleted', icon: Trash2 },
];

/** The agreement to learning this subject, and a guardian's word where a child is shown. */
export function ConsentStep({ lora, kind }: { lora: LoraView; kind: CategoryView['kind'] }) {
  const t = useTranslations('lora.consent');
  const format = useFormatter();
  const router = useRouter();
  const { submit, isPending, message } = useSubmit();
  const [agrees, setAgrees] = useState(false);
  const [isGuardian, setGuardian] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const next = stepPath(lora.id, 'photos');
  const who = kind === 'person' ? 'person' : kind === 'style' ? 'style' : 'thing';

  const give = (event: FormEvent) => {
    event.preventDefault();
    if (!agrees || (lora.needsGuardian && !isGuardian)) {
      setMissing(true);
      return;
    }
    submit(
      async () => {
        await callApi('PUT', `/api/studio/models/${lora.id}/consent`, {
          agrees: true,
          isGuardian,
          textVersion: LORA_CONSENT_VERSION,
        });
        router.push(next);
      },
      { leavesPage: true },
    );
  };

  return (
    <form onSubmit={give} className="flex flex-col gap-6">
      <Card>
        <ul className="grid gap-5 sm:grid-cols-2">
          {POINTS.map(({ name, icon: Icon }) => (
            <li key={name} className="flex gap-3">
              <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
              <div>
                <h2 className="font-sans text-base font-semibold tracking-normal">
                  {t(`points.${name}.title`)}
                </h2>
                <p className="text-ink-soft">{t(`points.${name}.text`)}</p>
              </div>
            </li>
          ))}
        </ul>
      </Card>
      {lora.hasConsent && lora.consentGivenAt ? (
        <Alert tone="good" title={t('given')}>
          {t('given_at', {
            date: format.dateTime(new Date(lora.consentGivenAt), {
              dateStyle: 'long',
            }),
          })}
        </Alert>
      ) : (
        <div className="flex flex-col gap-2">
          <Checkbox
            label={t(`agree.${who}`)}
            checked={agrees}
            aria-invalid={isMissing && !agrees ? true : undefined}
            onChange={(event) => setAgrees(event.target.checked)}
          />
          {lora.needsGuardian ? (
            <Checkbox
              label={t('guardian')}
              checked={isGuardian}
              aria-invalid={isMissing && !isGuardian ? true : undefined}
              onChange={(event) => setGuardian(event.target.checked)}
            />
          ) : null}
          {isMissing ? (
            <p role="alert" className="font-medium text-bad">
              {t('missing')}
            </p>
          ) : null}
          {message ? <Alert tone="bad">{message}</Alert> : null}
          <p className="text-sm text-ink-soft">{t('version', { version: LORA_CONSENT_VERSION })}</p>
        </div>
      )}
      <WizardBar backTo={stepPath(lora.id, 'subject')}>
        {lora.hasConsent ? (
          <ButtonLink href={next}>
            {t('next')}
            <ArrowRight aria-hidden="true" />
          </ButtonLink>
        ) : (
          <Button type="submit" pending={isPending}>
            {t('accept')}
            <ArrowRight aria-hidden="true" />
          </Button>
        )}
      </WizardBar>
    </form>
  );
}
