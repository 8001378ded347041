import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { WaitingThing } from '@/lib/admin/dashboard/find-waiting';
import { formatMoney } from '@/lib/core/money';
import { formatInstant } from '@/lib/orders/format-period';

const SHOWN = 8;
const LINK = 'font-medium text-accent underline underline-offset-4';

/** What does not go on by itself, newest first; the older ones open on demand. */
export function WaitingList({ waiting }: { waiting: readonly WaitingThing[] }) {
  const t = useTranslations('dashboard');
  const rest = waiting.slice(SHOWN);
  return (
    <>
      <Things things={waiting.slice(0, SHOWN)} />
      {rest.length > 0 ? (
        <details className="mt-3">
          <summary className="min-h-6 font-medium text-accent">
            {t('more', { count: rest.length })}
          </summary>
          <div className="mt-3">
            <Things things={rest} />
          </div>
        </details>
      ) : null}
    </>
  );
}

function Things({ things }: { things: readonly WaitingThing[] }) {
  const t = useTranslations('dashboard');
  const locale = useLocale();
  return (
    <ul className="flex flex-col gap-3">
      {things.map((thing) => (
        <li key={thing.id}>
          <Card className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4 sm:py-4">
            <Badge tone="bad">
              {thing.href ? (
                <Link href={thing.href} className="underline underline-offset-4">
                  {t(`kinds.${thing.kind}`)}
                </Link>
              ) : (
                t(`kinds.${thing.kind}`)
              )}
            </Badge>
            {thing.order ? (
              <Link href={`/admin/orders/${thing.order.id}`} className={LINK}>
                {t('open_order', { number: thing.order.number })}
              </Link>
            ) : null}
            <code className="min-w-0 flex-1 basis-52 text-sm break-all text-ink-soft">
              {thing.code} · {thing.id}
            </code>
            {thing.amount ? (
              <span className="tabular-nums">{formatMoney(thing.amount, locale)}</span>
            ) : null}
            <time dateTime={thing.at} className="text-sm text-ink-soft">
              {formatInstant(new Date(thing.at), locale)}
            </time>
          </Card>
        </li>
      ))}
    </ul>
  );
}
