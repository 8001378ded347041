'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { useRestored } from '@/components/orders/use-restored';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { useErrorMessage } from '@/components/use-error-message';
import { formatMoney, money } from '@/lib/core/money';
import type { PlainDate } from '@/lib/core/plain-date';
import type { Problem } from '@/lib/http/problem';
import { CERTIFICATE_SUMS } from '@/lib/orders/certificates/schema';
import { type TillName, tillsFor } from '@/lib/payments/till-choice';
import { CertificateSheet } from './certificate-sheet';
import { draftAmount, draftProblems, type GiftDraft, GiftDraftSchema, giftOf } from './gift-draft';
import { GiftFields } from './gift-fields';
import { TillField } from './till-field';

const DRAFT_KEY = 'twelvefold-gift';

/** Makes and buys a certificate, which is seen as it will be printed. What was typed survives signing in. */
export function GiftForm({
  first,
  isKept,
  today,
  available,
  hasAccount,
}: {
  first: GiftDraft;
  /** False where the page itself says what the gift is: nothing typed before replaces it. */
  isKept: boolean;
  today: PlainDate;
  /** Tills that have a key here. */
  available: readonly string[];
  hasAccount: boolean;
}) {
  const t = useTranslations('gifts.form');
  const locale = useLocale();
  const router = useRouter();
  const errorMessage = useErrorMessage();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(first);
  const [till, setTill] = useState<TillName | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  // Repeated after a refusal, one wish stays one purchase; anything changed is another.
  const requestKey = useRef<string | null>(null);
  useEffect(() => {
    if (!isKept) return;
    const kept = GiftDraftSchema.safeParse(readKept());
    if (kept.success) setDraft(kept.data);
  }, [isKept]);
  useRestored(
    useCallback(() => {
      requestKey.current = null;
      setIsPending(false);
      router.refresh();
    }, [router]),
  );
  const change = (part: Partial<GiftDraft>) => {
    const next = { ...draft, ...part };
    requestKey.current = null;
    setDraft(next);
    window.sessionStorage.setItem(DRAFT_KEY, JSON.stringify(next));
  };
  const tills = tillsFor({ currency: draft.currency, country: null, available });
  const chosen = till !== null && tills.includes(till) ? till : tills[0];
  const amountMinor = draftAmount(draft);
  const shown = money(amountMinor ?? CERTIFICATE_SUMS[draft.currency].min, draft.currency);
  const problems = draftProblems(draft, today);

  async function buy(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (problems.length > 0 || amountMinor === null || !chosen) {
      form.current?.querySelector<HTMLElement>(`[name="${problems[0]}"]`)?.focus();
      return;
    }
    requestKey.current ??= crypto.randomUUID();
    setIsPending(true);
    setProblem(null);
    try {
      const { certificateId, redirectUrl } = await callApi<{
        certificateId: string;
        redirectUrl: string | null;
      }>('POST', '/api/gift-certificates', {
        ...giftOf(draft, amountMinor),
        till: chosen,
        locale,
        requestKey: requestKey.current,
      });
      window.sessionStorage.removeItem(DRAFT_KEY);
      if (redirectUrl) return window.location.assign(redirectUrl);
      router.push(`/gift-certificates/${certificateId}?payment=done`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (error.problem.code === 'payment.not_payable') requestKey.current = null;
      setProblem(error.problem);
      setIsPending(false);
    }
  }

  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.05fr)]">
      <div className="lg:sticky lg:top-6 lg:order-2">
        <CertificateSheet
          worth={shown}
          recipientName={draft.recipientName.trim()}
          buyerName={draft.buyerName.trim()}
          message={draft.message.trim()}
          code={null}
          validTo={null}
        />
        <p className="mt-3 text-sm text-ink-soft">{t('preview')}</p>
      </div>
      <Card className="min-w-0">
        <form ref={form} noValidate onSubmit={buy} className="flex flex-col gap-8">
          <GiftFields
            draft={draft}
            onChange={change}
            problems={isChecked ? problems : []}
            today={today}
          />
          {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
          <div className="flex flex-col gap-4 border-t border-line pt-5">
            {chosen && hasAccount ? (
              <TillField tills={tills} value={chosen} onChange={setTill} />
            ) : null}
            <p className="flex items-baseline justify-between gap-4 text-lg">
              <span>{t('to_pay')}</span>
              <span className="font-display text-3xl tabular-nums">
                {amountMinor === null ? '—' : formatMoney(shown, locale)}
              </span>
            </p>
            {hasAccount ? (
              <Button type="submit" size="lg" pending={isPending}>
                {t('buy')}
              </Button>
            ) : (
              <>
                <ButtonLink href="/sign-in?returnTo=%2Fgift-certificates" size="lg">
                  {t('sign_in')}
                </ButtonLink>
                <p className="text-sm text-ink-soft">{t('sign_in_text')}</p>
              </>
            )}
            <p className="text-sm text-ink-soft">{t('terms')}</p>
          </div>
        </form>
      </Card>
    </div>
  );
}

function readKept(): unknown {
  try {
    return JSON.parse(window.sessionStorage.getItem(DRAFT_KEY) ?? 'null');
  } catch {
    return null;
  }
}
