'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { classes } from '@/components/ui/classes';
import { Spinner } from '@/components/ui/spinner';
import { useErrorMessage } from '@/components/use-error-message';
import { formatMoney } from '@/lib/core/money';
import type { Problem } from '@/lib/http/problem';
import { PriceRows } from '../price-rows';
import type { Pricing } from './use-quote';

/** What it costs, line by line, and the one button. An older price is never shown as the present one. */
export function Summary({
  pricing,
  problem,
  errorCount,
  isPlacing,
  isFilesOnly,
  hasTill,
  onPriceAgain,
}: {
  pricing: Pricing;
  problem: Problem | null;
  /** Fields that are marked now. */
  errorCount: number;
  isPlacing: boolean;
  /** Nothing is printed, so other terms hold. */
  isFilesOnly: boolean;
  hasTill: boolean;
  onPriceAgain: () => void;
}) {
  const t = useTranslations('checkout');
  const errorMessage = useErrorMessage();
  const locale = useLocale();
  const { quote, isCurrent } = pricing;
  const due = quote && isCurrent ? quote.due : null;
  const isFree = due?.amountMinor === 0;
  return (
    <Card className="flex flex-col gap-5 lg:sticky lg:top-6">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="text-2xl">{t('summary')}</h2>
        <Link href="/cart" className="text-sm text-accent underline underline-offset-4">
          {t('change_cart')}
        </Link>
      </div>
      {quote ? (
        <div
          aria-hidden={!isCurrent || undefined}
          className={classes('transition-opacity', !isCurrent && 'opacity-40')}
        >
          <PriceRows rows={quote.rows} isOpen />
        </div>
      ) : null}
      <div aria-live="polite" className="empty:hidden">
        {pricing.problem ? (
          <Alert
            tone="warn"
            action={
              <Button variant="secondary" size="sm" onClick={onPriceAgain}>
                {t('search.again')}
              </Button>
            }
          >
            {errorMessage(pricing.problem)}
          </Alert>
        ) : due ? (
          <p className="sr-only">{t('due_now', { due: formatMoney(due, locale) })}</p>
        ) : (
          <p className="flex items-center gap-3 text-ink-soft">
            <Spinner /> {t('pricing')}
          </p>
        )}
      </div>
      {problem ? (
        <Alert tone="bad">
          {errorMessage(problem)}{' '}
          {problem.code.startsWith('cart.') || problem.code.startsWith('proof.') ? (
            <Link href="/cart" className="underline underline-offset-4">
              {t('to_cart')}
            </Link>
          ) : null}
        </Alert>
      ) : errorCount > 0 ? (
        <Alert tone="bad">{t('check_fields', { count: errorCount })}</Alert>
      ) : null}
      {due && !isFree && !hasTill ? <Alert tone="warn">{t('no_till')}</Alert> : null}
      <Button
        type="submit"
        size="lg"
        pending={isPlacing}
        disabled={!due || (!isFree && !hasTill)}
        className="whitespace-normal"
      >
        {isPlacing
          ? t('placing')
          : isFree
            ? t('place_free')
            : due
              ? t('place', { total: formatMoney(due, locale) })
              : t(pricing.problem ? 'no_price' : 'pricing')}
      </Button>
      <p className="text-sm text-ink-soft">{t(isFilesOnly ? 'terms_files' : 'terms')}</p>
    </Card>
  );
}
