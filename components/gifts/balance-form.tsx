'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import { normaliseGiftCode } from '@/lib/core/gift-code';
import { formatMoney } from '@/lib/core/money';
import type { Problem } from '@/lib/http/problem';
import type { BalanceView } from '@/lib/orders/certificates/check-balance';
import { formatDay } from '@/lib/orders/format-period';

/** What is left on a certificate, for whoever has its code. */
export function BalanceForm() {
  const t = useTranslations('gifts.balance');
  const locale = useLocale();
  const errorMessage = useErrorMessage();
  const [code, setCode] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [found, setFound] = useState<BalanceView | null>(null);
  const isRight = normaliseGiftCode(code) !== null;

  async function look(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    setFound(null);
    setProblem(null);
    if (!isRight) return;
    setIsPending(true);
    try {
      setFound(await callApi<BalanceView>('POST', '/api/gift-certificates/balance', { code }));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
    } finally {
      setIsPending(false);
    }
  }

  return (
    <div className="flex flex-col gap-6">
      <form noValidate onSubmit={look} className="flex flex-col gap-4">
        <Field
          label={t('code')}
          hint={t('code_hint')}
          error={isChecked && !isRight ? t('code_error') : undefined}
        >
          {(control) => (
            <Input
              {...control}
              name="code"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={40}
              placeholder="0000-0000-0000-0000"
              className="font-mono text-lg tracking-wider uppercase placeholder:tracking-wider"
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" pending={isPending} className="sm:self-start">
          {t('look')}
        </Button>
      </form>
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <div aria-live="polite" className="empty:-mt-6">
        {found ? (
          <div className="rounded-card bg-linen p-5">
            <p className="text-ink-soft">{t('left')}</p>
            <p className="font-display text-5xl tabular-nums">
              {formatMoney(found.balance, locale)}
            </p>
            <p className="mt-2 text-ink-soft">
              {found.isOver
                ? t('was_valid_to', { day: formatDay(found.validTo, locale) })
                : t('facts', {
                    worth: formatMoney(found.worth, locale),
                    day: formatDay(found.validTo, locale),
                  })}
            </p>
            {found.isOver || found.balance.amountMinor === 0 ? null : (
              <ButtonLink href="/templates" className="mt-4">
                {t('begin')}
              </ButtonLink>
            )}
          </div>
        ) : null}
      </div>
    </div>
  );
}
