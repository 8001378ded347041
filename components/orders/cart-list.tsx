'use client';

import { Minus, Plus, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState, useTransition } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { AiNote } from '@/components/pictures/ai-badge';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import { formatMoney } from '@/lib/core/money';
import { formatPeriod } from '@/lib/orders/format-period';
import type { CartLine } from '@/lib/orders/get-cart';
import { QUANTITY_MAX } from '@/lib/orders/price-cart';

/** The calendars in the cart. `covers[i]` is the drawn cover of lines[i]. */
export function CartList({ lines, covers }: { lines: readonly CartLine[]; covers: ReactNode[] }) {
  return (
    <ul className="flex flex-col gap-4">
      {lines.map((line, index) => (
        <li key={line.id}>
          <CartCard line={line} cover={covers[index]} />
        </li>
      ))}
    </ul>
  );
}

function CartCard({ line, cover }: { line: CartLine; cover: ReactNode }) {
  const t = useTranslations('orders');
  const errorMessage = useErrorMessage();
  const locale = useLocale();
  const toast = useToast();
  const router = useRouter();
  const [isRefreshing, startRefresh] = useTransition();
  const [isSending, setIsSending] = useState(false);
  const isPending = isSending || isRefreshing;
  const title = line.title || t('untitled');

  async function send(work: () => Promise<unknown>, done?: string) {
    setIsSending(true);
    try {
      await work();
      if (done) toast(done, 'neutral');
      startRefresh(() => router.refresh());
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      toast(errorMessage(error.problem), 'bad');
      startRefresh(() => router.refresh());
    } finally {
      setIsSending(false);
    }
  }
  const url = `/api/orders/cart/${line.id}`;
  const setQuantity = (quantity: number) => send(() => callApi('PATCH', url, { quantity }));

  return (
    <Card className="flex flex-col gap-4">
      <div className="flex gap-4 sm:gap-6">
        <div className="w-20 shrink-0 sm:w-28">{cover}</div>
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <h2 className="text-xl break-words sm:text-2xl">{title}</h2>
          <p className="font-medium">{formatPeriod(line.period, locale)}</p>
          <p className="text-sm text-ink-soft">{line.productName}</p>
          <AiNote count={line.aiPictures} />
          {line.unit ? (
            <p className="text-sm text-ink-soft">
              {t('cart.each', { price: formatMoney(line.unit, locale) })}
            </p>
          ) : null}
        </div>
        <Button
          variant="ghost"
          size="icon"
          aria-label={t('cart.remove', { title })}
          disabled={isPending}
          onClick={() => send(() => callApi('DELETE', url), t('cart.removed', { title }))}
        >
          <Trash2 aria-hidden="true" />
        </Button>
      </div>
      {line.problem ? (
        <Alert
          tone="warn"
          action={
            <Link
              href={`/calendars/${line.calendarId}/order`}
              className="font-medium text-accent underline underline-offset-4"
            >
              {t('cart.approve_again')}
            </Link>
          }
        >
          {errorMessage({ code: line.problem, params: {} })}
        </Alert>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex row in every browser */}
        <div role="group" aria-label={t('cart.quantity', { title })} className="flex items-center">
          <Button
            variant="secondary"
            size="icon"
            aria-label={t('cart.fewer', { title })}
            disabled={isPending || line.quantity <= 1}
            onClick={() => setQuantity(line.quantity - 1)}
          >
            <Minus aria-hidden="true" />
          </Button>
          <output className="min-w-12 text-center font-semibold tabular-nums">
            {line.quantity}
          </output>
          <Button
            variant="secondary"
            size="icon"
            aria-label={t('cart.more', { title })}
            disabled={isPending || line.quantity >= QUANTITY_MAX}
            onClick={() => setQuantity(line.quantity + 1)}
          >
            <Plus aria-hidden="true" />
          </Button>
        </div>
        {line.total ? (
          <p className="font-display text-xl tabular-nums">{formatMoney(line.total, locale)}</p>
        ) : null}
      </div>
    </Card>
  );
}
