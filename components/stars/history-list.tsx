import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { classes } from '@/components/ui/classes';
import { isErrorCode } from '@/lib/core/errors';
import { INSTANT } from '@/lib/i18n/time-zone';
import { formatInstant } from '@/lib/orders/format-period';
import type { HistoryLine } from '@/lib/stars/read-history';
import { useMonthName } from './use-month-name';

const NOTED = ['under_way', 'set_aside', 'returned', 'undone'] as const;
const REASONS = ['cancelled', 'expired', 'staff'] as const;

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value);

/**
 * The ledger as people read it: what each line was for, what it did, what was left after it.
 * @param isForStaff leaves out the ways to pages that only the owner may open
 */
export function HistoryList({
  lines,
  isForStaff = false,
}: {
  lines: HistoryLine[];
  isForStaff?: boolean;
}) {
  const t = useTranslations('stars.history');
  return (
    <ol aria-label={t('title')} className="divide-y divide-line/70">
      {lines.map((line) => (
        <Line key={line.id} line={line} isForStaff={isForStaff} />
      ))}
    </ol>
  );
}

function Line({ line, isForStaff }: { line: HistoryLine; isForStaff: boolean }) {
  const t = useTranslations('stars.history');
  const locale = useLocale();
  const format = useFormatter();
  const title = useTitle(line);
  const reason = useReason(line);
  const sign = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  const href = isForStaff ? null : line.subject?.href;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium">
          {href ? (
            <Link
              href={href}
              className="min-w-0 break-words underline decoration-line-strong/60 underline-offset-4 hover:decoration-accent"
            >
              {title}
            </Link>
          ) : (
            <span className="min-w-0 break-words">{title}</span>
          )}
          {isOneOf(NOTED, line.move) ? (
            <Badge tone={line.move === 'under_way' ? 'fine' : 'neutral'}>
              {t(`moves.${line.move}`)}
            </Badge>
          ) : null}
        </p>
        {reason ? <p className="text-sm break-words text-ink-soft">{reason}</p> : null}
        <p className="text-sm text-ink-soft">
          <time dateTime={line.at}>
            {isForStaff
              ? formatInstant(new Date(line.at), locale)
              : format.dateTime(new Date(line.at), INSTANT)}
          </time>
        </p>
      </div>
      <div className="text-right tabular-nums">
        <p
          className={classes(
            'font-display text-xl',
            line.amount > 0 && 'text-good',
            line.amount === 0 && 'text-ink-soft',
          )}
        >
          {sign.format(line.amount).replace('-', '−')}
        </p>
        <p className="text-sm text-ink-soft">{t('after', { count: line.balanceAfter })}</p>
      </div>
    </li>
  );
}

function useTitle({ type, move, subject, reason }: HistoryLine): string {
  const t = useTranslations('stars.history.titles');
  const monthName = useMonthName();
  const name = subject?.name ?? null;
  const ofWork = {
    picture: subject?.month
      ? t('picture_of_month', { month: monthName(subject.month) })
      : t('picture'),
    training: name ? t('training_of', { name }) : t('training'),
    upscale: t('upscale'),
    style: name ? t('earning_of', { name }) : t('earning'),
  };
  switch (type) {
    case 'GENERATION':
      return ofWork.picture;
    case 'TRAINING':
      return ofWork.training;
    case 'UPSCALE':
      return ofWork.upscale;
    case 'EARNING':
      return ofWork.style;
    case 'STAGING':
      return t('staging');
    case 'PURCHASE':
      return t('purchase');
    case 'BONUS':
      return t('bonus');
    case 'REFUND':
      if (reason === 'disputed' || reason === 'dispute_won') return t(reason);
      if (move === 'taken') return t('refund');
      return subject ? t('work_refunded', { work: ofWork[subject.kind] }) : t('refund_failed');
    case 'ADMIN_GRANT':
      return move === 'taken' ? t('grant_back') : t('grant');
  }
}

/** Staff's words as they wrote them; codes in the reader's language; nothing for a code that has no words. */
function useReason({ type, reason, subject }: HistoryLine): string | null {
  const errors = useTranslations('errors');
  const t = useTranslations('stars.history.reasons');
  if (reason === null) return null;
  if (type === 'ADMIN_GRANT' || (type === 'REFUND' && subject !== null)) return reason;
  if (isOneOf(REASONS, reason)) return t(reason);
  if (!isErrorCode(reason) || !errors.has(reason)) return null;
  return errors(reason);
}
