'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, callApi, UNREACHABLE } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Spinner } from '@/components/ui/spinner';
import { useErrorMessage } from '@/components/use-error-message';
import type { Problem } from '@/lib/http/problem';

type Step = 'waiting' | 'outside' | 'unknown' | 'refused';

const HOME = '/calendars';

/** The page that Telegram opens: signs in whoever opened it there, or offers what can be done instead. */
export function TelegramLaunch({ botUrl, isSignedIn }: { botUrl: string; isSignedIn: boolean }) {
  const t = useTranslations('telegram.app');
  const errorMessage = useErrorMessage();
  const [step, setStep] = useState<Step>('waiting');
  const [problem, setProblem] = useState<Problem | null>(null);
  const launch = useRef<string | null>(null);

  const enter = useCallback(async (mayAdd: boolean) => {
    setStep('waiting');
    try {
      const body = { initData: launch.current, mayAdd };
      const { isKnown } = await callApi<{ isKnown: boolean }>(
        'POST',
        '/api/telegram/session',
        body,
      );
      // A whole new page: nothing of what the browser kept for the visitor before may stay.
      if (isKnown) window.location.replace(HOME);
      else setStep('unknown');
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.problem : UNREACHABLE);
      setStep('refused');
    }
  }, []);

  useEffect(() => {
    if (launch.current !== null) return;
    // Telegram appends what it vouches for to the address, where no server sees it.
    launch.current = new URLSearchParams(window.location.hash.slice(1)).get('tgWebAppData') ?? '';
    if (launch.current === '') {
      setStep('outside');
      return;
    }
    window.history.replaceState(null, '', window.location.pathname);
    void enter(false);
  }, [enter]);

  switch (step) {
    case 'waiting':
      return (
        <p role="status" className="flex items-center gap-3 text-lg">
          <Spinner />
          {t('waiting')}
        </p>
      );
    case 'outside':
      return (
        <Card className="flex flex-col gap-5">
          <h2 className="text-2xl">{t('outside_title')}</h2>
          <p className="text-ink-soft">{t('outside')}</p>
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={botUrl}>{t('outside_bot')}</ButtonLink>
            <ButtonLink href="/sign-in" variant="secondary">
              {t('outside_sign_in')}
            </ButtonLink>
          </div>
        </Card>
      );
    case 'unknown':
      return (
        <Card className="flex flex-col gap-5">
          <div>
            <h2 className="text-2xl">{t(isSignedIn ? 'connect_title' : 'unknown_title')}</h2>
            <p className="mt-1 text-ink-soft">{t('unknown')}</p>
          </div>
          <div className="flex flex-col gap-2">
            <Button size="lg" onClick={() => void enter(true)}>
              {t(isSignedIn ? 'connect' : 'create')}
            </Button>
            <p className="text-sm text-ink-soft">
              {t(isSignedIn ? 'connect_hint' : 'create_hint')}
            </p>
          </div>
          {isSignedIn ? null : (
            <div className="flex flex-col gap-2">
              <ButtonLink href="/sign-in?returnTo=%2Faccount%2Flinks" variant="secondary" size="lg">
                {t('have_account')}
              </ButtonLink>
              <p className="text-sm text-ink-soft">{t('have_account_hint')}</p>
            </div>
          )}
        </Card>
      );
    case 'refused':
      return (
        <Alert tone="bad" title={t('problem_title')}>
          {problem ? errorMessage(problem) : null} {t('again')}
        </Alert>
      );
  }
}
