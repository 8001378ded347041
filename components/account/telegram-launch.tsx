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
import { launchPlaceOf, openBesideFrame } from './launch-place';

type Step = 'waiting' | 'outside' | 'framed' | 'known' | 'unknown' | 'refused';
type Consent = 'none' | 'enter' | 'add';
type Answer = { outcome: 'entered' | 'known' | 'unknown'; label: string | null };

const HOME = '/calendars';

/**
 * The page that Telegram opens: signs in whoever opened it there, or offers what can be done instead. In the frame of
 * Telegram's web client it only leads out into a tab; a tab asks before it signs anybody in, because the address may
 * have come from somebody else.
 */
export function TelegramLaunch({ botUrl, isSignedIn }: { botUrl: string; isSignedIn: boolean }) {
  const t = useTranslations('telegram.app');
  const errorMessage = useErrorMessage();
  const [step, setStep] = useState<Step>('waiting');
  const [name, setName] = useState('');
  const [isTab, setIsTab] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const launch = useRef<string | null>(null);

  const enter = useCallback(async (consent: Consent) => {
    setStep('waiting');
    try {
      const body = { initData: launch.current, consent };
      const { outcome, label } = await callApi<Answer>('POST', '/api/telegram/session', body);
      setName(label ?? '');
      // A whole new page: nothing of what the browser kept for the visitor before may stay.
      if (outcome === 'entered') window.location.replace(HOME);
      else setStep(outcome);
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.problem : UNREACHABLE);
      setStep('refused');
    }
  }, []);

  useEffect(() => {
    if (launch.current !== null) return;
    // Telegram appends what it vouches for to the address, where no server sees it.
    launch.current = new URLSearchParams(window.location.hash.slice(1)).get('tgWebAppData') ?? '';
    const place = launchPlaceOf(window);
    if (place === 'frame') {
      setStep('framed');
      return;
    }
    if (launch.current === '') {
      setStep('outside');
      return;
    }
    const forget = () => window.history.replaceState(null, '', window.location.pathname);
    forget();
    // The router begins after its pages, and would put back the address that it began with.
    setTimeout(forget);
    setIsTab(place === 'tab');
    void enter(place === 'app' ? 'enter' : 'none');
  }, [enter]);

  switch (step) {
    case 'waiting':
      return (
        <p role="status" className="flex items-center gap-3 text-lg">
          <Spinner />
          {t('waiting')}
        </p>
      );
    case 'framed':
      return <LeadOut launch={launch.current ?? ''} />;
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
    case 'known':
      return (
        <Card className="flex flex-col gap-5">
          <div>
            <h2 className="text-2xl break-words">{t('known_title', { name })}</h2>
            <p className="mt-1 text-ink-soft">{t('known')}</p>
          </div>
          {isSignedIn ? <Alert tone="warn">{t('known_other')}</Alert> : null}
          <div className="flex flex-wrap gap-3">
            <Button size="lg" onClick={() => void enter('enter')}>
              {t('known_enter')}
            </Button>
            <ButtonLink href="/" variant="secondary" size="lg">
              {t('known_not_me')}
            </ButtonLink>
          </div>
          <p className="text-sm text-ink-soft">{t('known_hint')}</p>
        </Card>
      );
    case 'unknown':
      return (
        <Card className="flex flex-col gap-5">
          <div>
            <h2 className="text-2xl">{t(isSignedIn ? 'connect_title' : 'unknown_title')}</h2>
            <p className="mt-1 break-words text-ink-soft">{t('unknown', { name })}</p>
          </div>
          <div className="flex flex-col gap-2">
            {isSignedIn && isTab ? (
              // A stranger's launch must not become a way into this account: there one signs in at Telegram oneself.
              <ButtonLink href="/account/links" size="lg">
                {t('connect_there')}
              </ButtonLink>
            ) : (
              <Button size="lg" onClick={() => void enter('add')}>
                {t(isSignedIn ? 'connect' : 'create')}
              </Button>
            )}
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
          {isTab && !isSignedIn ? <p className="text-sm text-ink-soft">{t('known_hint')}</p> : null}
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

/** The way out of the web client's frame. The launch itself goes along: Telegram signed it, and it signs in once. */
function LeadOut({ launch }: { launch: string }) {
  const t = useTranslations('telegram.app');
  const [wasPressed, setWasPressed] = useState(false);
  function leave() {
    const url = new URL(window.location.pathname, window.location.origin);
    if (launch !== '') url.hash = new URLSearchParams({ tgWebAppData: launch }).toString();
    openBesideFrame(url.toString());
    setWasPressed(true);
  }
  return (
    <Card className="flex flex-col gap-5">
      <div>
        <h2 className="text-2xl">{t('frame_title')}</h2>
        <p className="mt-1 text-ink-soft">{t('frame')}</p>
      </div>
      <Button size="lg" onClick={leave}>
        {t('frame_open')}
      </Button>
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {wasPressed ? t('frame_again') : null}
      </p>
    </Card>
  );
}
