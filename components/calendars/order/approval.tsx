'use client';

import { CalendarRange, CircleCheck, LockKeyhole, Minus, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { FindingList } from '@/components/calendars/finding-list';
import { ReportFactsList } from '@/components/calendars/report-facts';
import { usePeriodName } from '@/components/calendars/use-page-name';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { classes } from '@/components/ui/classes';
import { Checkbox } from '@/components/ui/field';
import { Spinner } from '@/components/ui/spinner';
import { useErrorMessage } from '@/components/use-error-message';
import type { CalendarDocument } from '@/lib/calendars/document';
import { periodOf } from '@/lib/calendars/period';
import type { FindingView } from '@/lib/calendars/present-proof';
import { formatMoney } from '@/lib/core/money';
import type { Problem } from '@/lib/http/problem';
import type { ProductView } from '@/lib/orders/list-products';
import { QUANTITY_MAX } from '@/lib/orders/price-order';
import { ProofProgress } from './proof-progress';
import { useProof } from './use-proof';

/**
 * From the check of the print file to the cart: nothing can be ordered before the file exists, has passed and its
 * months have been confirmed.
 */
export function Approval({
  calendarId,
  document,
  products,
}: {
  calendarId: string;
  document: CalendarDocument;
  products: readonly ProductView[];
}) {
  const t = useTranslations('calendars.order');
  const words = useErrorMessage();
  const router = useRouter();
  const { proof, problem, isAsking, request } = useProof(calendarId, 'PRINT');
  const ask = () => {
    request().catch(reportError);
  };
  useEffect(() => {
    request().catch(reportError);
  }, [request]);
  const go = (finding: FindingView) =>
    router.push(`/calendars/${calendarId}?page=${finding.pageIndex ?? 0}&panel=check`);
  const report = proof?.status === 'READY' ? proof.preflight : null;

  return (
    <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
      <Card className="flex flex-col gap-4">
        <h2 className="text-2xl">{t('check_title')}</h2>
        <p className="text-ink-soft">{t('check_text')}</p>
        {problem ? (
          <Alert
            tone="bad"
            action={
              <Button variant="secondary" size="sm" pending={isAsking} onClick={ask}>
                {t('again')}
              </Button>
            }
          >
            {words(problem)}
          </Alert>
        ) : proof?.status === 'FAILED' ? (
          <Alert
            tone="bad"
            action={
              <Button variant="secondary" size="sm" pending={isAsking} onClick={ask}>
                {t('again')}
              </Button>
            }
          >
            {words({ code: proof.failureCode ?? 'proof.failed', params: {} })}
          </Alert>
        ) : report ? (
          <>
            {report.verdict === 'blocked' ? (
              <Alert tone="bad" title={t('blocked_title')}>
                {t('blocked_text')}
              </Alert>
            ) : (
              <p className="flex items-center gap-2.5 font-medium text-good">
                <CircleCheck aria-hidden="true" className="size-5" />
                {t(report.verdict === 'pass' ? 'passed' : 'passed_with_notes')}
              </p>
            )}
            {report.findings.length > 0 ? (
              <FindingList
                findings={report.findings}
                document={document}
                onGo={go}
                canGo={({ rule }) => !rule.startsWith('file-')}
              />
            ) : null}
            <ReportFactsList pictures={report.pictures} ink={report.ink} />
          </>
        ) : proof ? (
          <ProofProgress proof={proof} label={t('print_in_work')} onAgain={ask} />
        ) : (
          <p className="flex items-center gap-2 text-ink-soft">
            <Spinner />
            {t('starting')}
          </p>
        )}
      </Card>
      <Confirmation
        calendarId={calendarId}
        document={document}
        products={products}
        proofId={report && report.verdict !== 'blocked' ? (proof?.id ?? null) : null}
        isBlocked={report?.verdict === 'blocked'}
        needsNotesSeen={report?.verdict === 'warn'}
      />
    </div>
  );
}

function Confirmation({
  calendarId,
  document,
  products,
  proofId,
  isBlocked,
  needsNotesSeen,
}: {
  calendarId: string;
  document: CalendarDocument;
  products: readonly ProductView[];
  /** The finished print file that may be approved; null until there is one. */
  proofId: string | null;
  isBlocked: boolean;
  needsNotesSeen: boolean;
}) {
  const t = useTranslations('calendars.order');
  const words = useErrorMessage();
  const router = useRouter();
  const periodName = usePeriodName();
  const [productId, setProductId] = useState<string | null>(products[0]?.id ?? null);
  const [quantity, setQuantity] = useState(1);
  const [isPeriodConfirmed, setPeriodConfirmed] = useState(false);
  const [areNotesSeen, setNotesSeen] = useState(false);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const period = periodName(periodOf(document));
  const isFile = products.find(({ id }) => id === productId)?.isFile ?? false;
  const isReady =
    proofId !== null &&
    productId !== null &&
    isPeriodConfirmed &&
    (!needsNotesSeen || areNotesSeen);
  const fileHint = isBlocked ? 'blocked' : proofId === null ? 'waits' : null;
  const hint = fileHint ?? (isReady ? 'freezes' : 'ticks');

  const approve = async () => {
    setPending(true);
    setProblem(null);
    try {
      await callApi('POST', '/api/orders/cart', {
        calendarId,
        productId,
        quantity: isFile ? 1 : quantity,
        proofId,
      });
      router.push('/cart');
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      setPending(false);
    }
  };

  return (
    <Card className="flex flex-col gap-5">
      <h2 className="text-2xl">{t('approve_title')}</h2>
      <ProductChoice products={products} value={productId} onChange={setProductId} />
      {isFile ? null : <Quantity value={quantity} onChange={setQuantity} />}
      <div className="rounded-card border-2 border-accent bg-accent-soft px-4 py-3">
        <p className="flex items-center gap-2 text-sm text-accent-deep">
          <CalendarRange aria-hidden="true" className="size-4.5" />
          {t('period')}
        </p>
        <p className="mt-1 font-display text-2xl">{period}</p>
        <Checkbox
          checked={isPeriodConfirmed}
          onChange={(event) => setPeriodConfirmed(event.target.checked)}
          label={t('confirm_period', { period })}
        />
      </div>
      {needsNotesSeen ? (
        <Checkbox
          checked={areNotesSeen}
          onChange={(event) => setNotesSeen(event.target.checked)}
          label={t('confirm_notes')}
        />
      ) : null}
      {problem ? <Alert tone="bad">{words(problem)}</Alert> : null}
      <Button
        size="lg"
        disabled={!isReady}
        pending={isPending}
        onClick={() => {
          approve().catch(reportError);
        }}
      >
        {t('approve')}
      </Button>
      <p className="flex items-start gap-2 text-sm text-ink-soft">
        <LockKeyhole aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        {t(`approve_${hint}`)}
      </p>
    </Card>
  );
}

function ProductChoice({
  products,
  value,
  onChange,
}: {
  products: readonly ProductView[];
  value: string | null;
  onChange: (productId: string) => void;
}) {
  const t = useTranslations('calendars.order');
  const locale = useLocale();
  const name = useId();
  if (products.length === 0) return <Alert tone="warn">{t('no_products')}</Alert>;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 text-sm font-medium">{t('product')}</legend>
      {products.map((product) => (
        <label
          key={product.id}
          className={classes(
            'flex cursor-pointer items-start gap-3 rounded-control border p-3.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
            product.id === value
              ? 'border-accent ring-1 ring-accent'
              : 'border-line hover:bg-linen',
          )}
        >
          <input
            type="radio"
            name={name}
            checked={product.id === value}
            onChange={() => onChange(product.id)}
            className="mt-1 size-4.5 shrink-0 accent-accent"
          />
          <span className="min-w-0 flex-1">
            <span className="block font-medium">{product.name}</span>
            <span className="block text-sm text-ink-soft">{product.description}</span>
          </span>
          <span className="text-right tabular-nums">
            <span className="block font-display text-lg">{formatMoney(product.price, locale)}</span>
            {product.volume && !product.isFile ? (
              <span className="block max-w-32 text-sm text-ink-soft">
                {t('volume', {
                  copies: product.volume.fromCopies,
                  price: formatMoney(product.volume.unit, locale),
                })}
              </span>
            ) : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Quantity({ value, onChange }: { value: number; onChange: (quantity: number) => void }) {
  const t = useTranslations('calendars.order');
  const id = useId();
  return (
    <div className="flex items-center justify-between gap-4">
      <label htmlFor={id} className="text-sm font-medium">
        {t('quantity')}
      </label>
      <div className="flex items-center gap-1">
        <Button
          variant="secondary"
          size="icon"
          aria-label={t('fewer')}
          disabled={value <= 1}
          onClick={() => onChange(value - 1)}
        >
          <Minus />
        </Button>
        <input
          id={id}
          inputMode="numeric"
          value={value}
          onChange={(event) => {
            const number = Number(event.target.value.replace(/\D/g, ''));
            onChange(Math.min(QUANTITY_MAX, Math.max(1, number)));
          }}
          className="h-11 w-14 rounded-control border border-line-strong/70 bg-sheet text-center tabular-nums"
        />
        <Button
          variant="secondary"
          size="icon"
          aria-label={t('more')}
          disabled={value >= QUANTITY_MAX}
          onClick={() => onChange(value + 1)}
        >
          <Plus />
        </Button>
      </div>
    </div>
  );
}
