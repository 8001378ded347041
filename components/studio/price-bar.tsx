'use client';

import { Sparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { NotEnoughStars } from '@/components/stars/not-enough';
import { StarBalance } from '@/components/stars/star-balance';
import { Button } from '@/components/ui/button';
import { Stars } from './stars';

/** What it costs in full, what the person has, and the button that spends it. */
export function PriceBar({
  stars,
  balance,
  sum,
  label,
  returnTo,
  isReady,
  isPending,
  onStart,
}: {
  stars: number;
  balance: number;
  /** How the price comes about. */
  sum: ReactNode;
  label: string;
  /** Where the wallet leads back to. */
  returnTo: string;
  isReady: boolean;
  isPending: boolean;
  onStart: () => void;
}) {
  const t = useTranslations('sets.price');
  const isShort = stars > balance;
  return (
    <section
      aria-label={t('label')}
      className="@container flex flex-col gap-4 rounded-card border border-line bg-sheet p-4 shadow-float sm:p-5"
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1">
          <p className="font-display text-3xl leading-none" aria-live="polite">
            <Stars count={stars} />
          </p>
          <p className="mt-1.5 text-sm text-ink-soft">{sum}</p>
        </div>
        <StarBalance balance={balance} returnTo={returnTo} />
        <Button
          size="lg"
          className="w-full @2xl:w-auto"
          disabled={!isReady || isShort}
          pending={isPending}
          onClick={onStart}
        >
          <Sparkles aria-hidden="true" />
          {label}
        </Button>
      </div>
      {isShort ? (
        <NotEnoughStars needed={stars} balance={balance} returnTo={returnTo} />
      ) : (
        <p className="text-sm text-ink-soft">{t('promise')}</p>
      )}
    </section>
  );
}
