'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Wordmark } from '@/components/site/wordmark';
import { formatMoney, type Money } from '@/lib/core/money';
import type { PlainDate } from '@/lib/core/plain-date';
import { formatDay } from '@/lib/orders/format-period';

const MONTHS = [
  'bg-white/25',
  'bg-white/40',
  'bg-white/20',
  'bg-white/55',
  'bg-white/30',
  'bg-white/45',
  'bg-white/70',
  'bg-white/25',
  'bg-white/50',
  'bg-white/35',
  'bg-white/60',
  'bg-white/95',
];

/** A certificate as it is printed and handed over; it keeps its proportions at every width. */
export function CertificateSheet({
  worth,
  recipientName,
  buyerName,
  message,
  code,
  validTo,
}: {
  worth: Money;
  recipientName: string;
  buyerName: string;
  message: string;
  /** In groups of four; null while it is only a preview. */
  code: string | null;
  validTo: PlainDate | null;
}) {
  const t = useTranslations('gifts.sheet');
  const locale = useLocale();
  const small = 'text-[max(2.1cqw,0.7rem)] leading-snug';
  return (
    <div className="@container [print-color-adjust:exact]">
      <div className="grid aspect-[8/5] grid-cols-[32%_minmax(0,1fr)] rounded-card border border-line bg-sheet shadow-sheet print:shadow-none">
        <div className="flex min-w-0 flex-col justify-between gap-[3cqw] rounded-l-card bg-accent p-[4cqw] text-white">
          <p className="text-[max(2.4cqw,0.72rem)] leading-tight font-medium">{t('kind')}</p>
          <div aria-hidden="true" className="grid grid-cols-3 gap-[1.3cqw]">
            {MONTHS.map((tone, month) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: twelve months that never move
                key={month}
                className={`aspect-square rounded-[0.5cqw] ${tone}`}
              />
            ))}
          </div>
          <p className="font-display text-[max(5cqw,1.05rem)] leading-none tabular-nums">
            {formatMoney(worth, locale)}
          </p>
        </div>
        <div className="flex min-w-0 flex-col p-[4.5cqw]">
          <p className={`${small} text-ink-soft`}>{t('for')}</p>
          <p className="font-display text-[max(6cqw,1.35rem)] leading-tight break-words">
            {recipientName || t('someone')}
          </p>
          {message ? (
            <p className="mt-[2cqw] text-[max(2.5cqw,0.8rem)] leading-snug break-words whitespace-pre-line text-ink-soft italic">
              {message}
            </p>
          ) : null}
          {buyerName ? (
            <p className="mt-[2cqw] text-[max(2.5cqw,0.8rem)] break-words">
              {t('from', { name: buyerName })}
            </p>
          ) : null}
          <div className="mt-auto pt-[3cqw]">
            <p className="rounded-control border border-dashed border-line-strong/60 bg-linen/60 px-[2cqw] py-[1.6cqw] text-center font-mono text-[max(3cqw,0.72rem)] font-semibold tracking-[0.04em] whitespace-nowrap">
              {code ?? '••••-••••-••••-••••'}
            </p>
            <p className={`${small} mt-[1.5cqw] text-ink-soft`}>
              {validTo ? t('how', { day: formatDay(validTo, locale) }) : t('how_short')}
            </p>
            <p className={`${small} mt-[1cqw] hidden justify-end @lg:flex`}>
              <Wordmark />
            </p>
          </div>
        </div>
      </div>
    </div>
  );
}
