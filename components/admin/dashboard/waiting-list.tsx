import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { classes } from '@/components/ui/classes';
import type { WaitingThing } from '@/lib/admin/dashboard/find-waiting';
import { formatMoney } from '@/lib/core/money';
import { formatInstant } from '@/lib/orders/format-period';

const SHOWN = 8;
/** What may wait until tomorrow. */
const CALM: readonly WaitingThing['kind'][] = ['claim', 'mail', 'event', 'finding'];
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
  const wordsOf = useWords();
  return (
    <ul
      data-rows
      className="divide-y divide-line/70 overflow-hidden rounded-card border border-line bg-sheet"
    >
      {things.map((thing) => {
        const { id, kind, order } = thing;
        const href = thing.href ?? (order ? `/admin/orders/${order.id}` : null);
        const isForOrder = href === `/admin/orders/${order?.id}`;
        return (
          <li
            key={id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1 px-4 py-3 focus-within:bg-accent-soft/40 hover:bg-linen/50 md:grid-cols-[14rem_minmax(0,1fr)_7rem_7rem_11rem]"
          >
            <span className="flex items-baseline gap-2.5 font-medium">
              <span
                aria-hidden="true"
                className={classes(
                  'size-2 shrink-0 rounded-full',
                  CALM.includes(kind) ? 'bg-warn' : 'bg-bad',
                )}
              />
              {href ? (
                <Link href={href} prefetch={false} className={LINK}>
                  {t(`kinds.${kind}`)}
                </Link>
              ) : (
                t(`kinds.${kind}`)
              )}
            </span>
            <span className="order-last col-span-2 min-w-0 text-sm break-words text-ink-soft md:order-none md:col-span-1">
              {wordsOf(thing)}
              {href ? null : <code className="block text-xs break-all">{id}</code>}
            </span>
            <span className="text-right text-sm whitespace-nowrap md:text-left">
              {order && !isForOrder ? (
                <Link href={`/admin/orders/${order.id}`} prefetch={false} className={LINK}>
                  {order.number}
                </Link>
              ) : (
                order?.number
              )}
            </span>
            <span className="text-sm tabular-nums md:text-right">
              {thing.amount ? formatMoney(thing.amount, locale) : null}
            </span>
            <time
              dateTime={thing.at}
              className="text-right text-sm whitespace-nowrap text-ink-soft tabular-nums"
            >
              {formatInstant(new Date(thing.at), locale)}
            </time>
          </li>
        );
      })}
    </ul>
  );
}

/** What is known of a thing, in words where we have them and else as its code says it. */
function useWords() {
  const t = useTranslations('tills');
  return ({ kind, code }: WaitingThing): string => {
    if (kind === 'payment' && t.has(`reasons.${code}`)) return t(`reasons.${code}`);
    if (kind === 'finding') {
      const [till, what] = code.split(' ');
      const isKnown = t.has(`names.${till}`) && t.has(`kinds.${what}`);
      if (isKnown) return `${t(`names.${till}`)}: ${t(`kinds.${what}`)}`;
    }
    return code.replaceAll('_', ' ');
  };
}
