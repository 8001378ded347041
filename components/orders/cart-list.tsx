'use client';

import { Minus, Plus, Trash2, TrendingDown } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState, useTransition } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { AiNote } from '@/components/pictures/ai-badge';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, Select } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import { formatMoney } from '@/lib/core/money';
import { formatPeriod } from '@/lib/orders/format-period';
import type { CartLine } from '@/lib/orders/get-cart';
import { QUANTITY_MAX } from '@/lib/orders/price-order';

/** The calendars in the cart. `covers[i]` is the drawn cover of lines[i]. */
export function CartList({ lines, covers }: { lines: readonly CartLine[]; covers: ReactNode[] }) {
  return (
    <ul className="flex flex-col gap-4">
      {lines.map((line, index) => (
        <li key={line.id}>
          <CartCard
            line={line}
            cover={covers[index]}
            // Copies of one product count together, so its next step is said once.
            isHinted={lines.findIndex(({ productId }) => productId === line.productId) === index}
          />
        </li>
      ))}
    </ul>
  );
}

function CartCard({
  line,
  cover,
  isHinted,
}: {
  line: CartLine;
  cover: ReactNode;
  isHinted: boolean;
}) {
  const t = useTranslations('orders');
  const errorMessage = useErrorMessage();
  const locale = useLocale();
  const toast = useToast();
  const router = useRouter();
  const [isRefreshing, startRefresh] = useTransition();
  const [isSending, setIsSending] = useState(false);
  const isPending = isSending || isRefreshing;
  const title = line.title || t('untitled');

  async function send(work: () => Promise<unknown>, done?: ReactNode) {
    setIsSending(true);
    try {
      await work();
      if (done) toast(done, 'neutral');
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      toast(errorMessage(error.problem), 'bad');
    } finally {
      setIsSending(false);
      startRefresh(() => router.refresh());
    }
  }
  const url = `/api/orders/cart/${line.id}`;
  const setQuantity = (quantity: number) => send(() => callApi('PATCH', url, { quantity }));
  const setProduct = (productId: string) => send(() => callApi('PATCH', url, { productId }));

  const putBack = () => {
    const { calendarId, productId, quantity, proofId } = line;
    void send(
      () => callApi('POST', '/api/orders/cart', { calendarId, productId, quantity, proofId }),
      t('cart.restored', { title }),
    );
  };
  const remove = () =>
    send(
      () => callApi('DELETE', url),
      <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        {t('cart.removed', { title })}
        {line.proofId ? (
          <Button variant="secondary" size="sm" onClick={putBack}>
            {t('cart.undo')}
          </Button>
        ) : null}
      </span>,
    );

  return (
    <Card className="flex flex-col gap-4">
      <div className="flex gap-4 sm:gap-6">
        <div className="w-20 shrink-0 sm:w-28">{cover}</div>
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <h2 className="text-xl break-words sm:text-2xl">{title}</h2>
          <p className="font-medium">{formatPeriod(line.period, locale)}</p>
          {line.options.length > 1 ? (
            <Field
              label={<span className="sr-only">{t('cart.edition', { title })}</span>}
              className="mt-1 max-w-lg gap-0 max-sm:hidden"
            >
              {(control) => (
                <EditionSelect
                  control={control}
                  line={line}
                  isDisabled={isPending}
                  onChange={setProduct}
                />
              )}
            </Field>
          ) : (
            <p className="text-sm text-ink-soft">{line.productName}</p>
          )}
          <AiNote count={line.aiPictures} />
        </div>
        <Button
          variant="ghost"
          size="icon"
          aria-label={t('cart.remove', { title })}
          disabled={isPending}
          onClick={remove}
        >
          <Trash2 aria-hidden="true" />
        </Button>
      </div>
      {line.options.length > 1 ? (
        <Field
          label={<span className="sr-only">{t('cart.edition', { title })}</span>}
          className="gap-0 sm:hidden"
        >
          {(control) => (
            <EditionSelect
              control={control}
              line={line}
              isDisabled={isPending}
              onChange={setProduct}
            />
          )}
        </Field>
      ) : null}
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
        {line.isFile ? (
          <p className="text-sm text-ink-soft">{t('cart.file_note')}</p>
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex row in every browser
          <div
            role="group"
            aria-label={t('cart.quantity', { title })}
            className="flex items-center"
          >
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
        )}
        {line.total && line.unit ? (
          <div className="text-right">
            <p className="font-display text-xl tabular-nums">{formatMoney(line.total, locale)}</p>
            {line.isFile ? null : <EachPrice line={line} />}
          </div>
        ) : null}
      </div>
      {line.nextStep && isHinted ? (
        <p className="-mt-1 flex items-center gap-2 text-sm text-ink-soft">
          <TrendingDown aria-hidden="true" className="size-4 shrink-0 text-good" />
          {t('cart.next_step', {
            more: line.nextStep.more,
            price: formatMoney(line.nextStep.unit, locale),
          })}
        </p>
      ) : null}
    </Card>
  );
}

function EditionSelect({
  control,
  line,
  isDisabled,
  onChange,
}: {
  control: { id: string };
  line: CartLine;
  isDisabled: boolean;
  onChange: (productId: string) => void;
}) {
  const t = useTranslations('orders.cart');
  const locale = useLocale();
  return (
    <Select
      {...control}
      value={line.productId}
      disabled={isDisabled}
      onChange={(event) => onChange(event.target.value)}
    >
      {line.options.some(({ productId }) => productId === line.productId) ? null : (
        <option value={line.productId}>{line.productName}</option>
      )}
      {line.options.map(({ productId, name, price }) => (
        <option key={productId} value={productId}>
          {t('edition_option', { name, price: formatMoney(price, locale) })}
        </option>
      ))}
    </Select>
  );
}

function EachPrice({ line: { unit, listUnit } }: { line: CartLine }) {
  const t = useTranslations('orders.cart');
  const locale = useLocale();
  if (!unit || !listUnit) return null;
  const isCheaper = unit.amountMinor < listUnit.amountMinor;
  return (
    <p className="text-sm text-ink-soft">
      {isCheaper ? (
        <>
          <span className="sr-only">{t('was', { price: formatMoney(listUnit, locale) })}</span>{' '}
          <s aria-hidden="true" className="tabular-nums">
            {formatMoney(listUnit, locale)}
          </s>{' '}
        </>
      ) : null}
      {t('each', { price: formatMoney(unit, locale) })}
    </p>
  );
}
