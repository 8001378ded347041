import { useLocale, useTranslations } from 'next-intl';
import type { PaymentMove } from '@/lib/admin/get-order-payments';
import { formatInstant } from '@/lib/orders/format-period';

/** Each move of a payment and of its refunds, folded: what, why, by whom, when. */
export function PaymentHistory({ history }: { history: readonly PaymentMove[] }) {
  const t = useTranslations('tills');
  const tOrder = useTranslations('admin.order');
  const locale = useLocale();
  if (history.length === 0) return null;
  const wordsOf = (reason: string) => {
    const key = `reasons.${reason}`;
    if (t.has(key)) return t(key);
    return tOrder.has(key) ? tOrder(key) : reason.replaceAll('_', ' ');
  };
  return (
    <details className="mt-2 text-sm">
      <summary className="min-h-6 cursor-pointer py-1 text-ink-soft">{t('history')}</summary>
      <ol className="mt-1 flex flex-col gap-2">
        {history.map((move) => (
          <li key={move.id} className="border-l-2 border-line pl-3">
            <p>
              {move.isRefund
                ? t('history_refund', { status: tOrder(`refund_status.${move.toStatus}`) })
                : move.toStatus === 'CREATED'
                  ? t('history_begun')
                  : tOrder(`payment_status.${move.toStatus}`)}
              {move.reason ? <span className="break-words"> · {wordsOf(move.reason)}</span> : null}
            </p>
            <p className="text-ink-soft">
              {tOrder('by', {
                actor: move.actor ?? tOrder('system'),
                time: formatInstant(new Date(move.at), locale),
              })}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
