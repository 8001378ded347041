'use client';

import { Download } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Field, Select } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { WaitingOrder } from '@/lib/admin/print/get-print-desk';
import type { HandOverResult } from '@/lib/admin/print/hand-over';
import type { Problem } from '@/lib/http/problem';
import { formatInstant } from '@/lib/orders/format-period';

/** Paid orders to choose from; the chosen ones go to print together. */
export function WaitingOrders({
  orders,
  houses,
}: {
  orders: readonly WaitingOrder[];
  houses: readonly { id: string; name: string; isActive: boolean }[];
}) {
  const t = useTranslations('print_desk.waiting');
  const tJobs = useTranslations('print_desk.jobs');
  const tOrders = useTranslations('orders');
  const locale = useLocale();
  const router = useRouter();
  const errorMessage = useErrorMessage();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [house, setHouse] = useState('');
  const [isSending, setIsSending] = useState(false);
  const [isRefreshing, startRefresh] = useTransition();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [result, setResult] = useState<HandOverResult | null>(null);
  const [numbers, setNumbers] = useState<ReadonlyMap<string, string>>(new Map());
  const free = orders.filter(({ isHeld }) => !isHeld);
  const picked = free.filter(({ id }) => chosen.has(id));

  async function send() {
    setIsSending(true);
    setProblem(null);
    setNumbers(new Map(picked.map(({ id, number }) => [id, number])));
    try {
      const body = { orderIds: picked.map(({ id }) => id), printHouseId: house || null };
      setResult(await callApi<HandOverResult>('POST', '/api/admin/print/hand-overs', body));
      setChosen(new Set());
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
    } finally {
      setIsSending(false);
      startRefresh(() => router.refresh());
    }
  }

  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };

  return (
    <div className="flex flex-col gap-5">
      <div aria-live="polite" className="flex flex-col gap-3 empty:hidden">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        {result && result.printJobIds.length > 0 ? (
          <Alert tone="good" title={t('done', { count: result.printJobIds.length })}>
            <a
              href={`/api/admin/print/zip?jobs=${result.printJobIds.join(',')}`}
              download
              className="inline-flex min-h-9 items-center gap-2 font-medium underline underline-offset-4"
            >
              <Download aria-hidden="true" className="size-4" />
              {t('zip')}
            </a>
          </Alert>
        ) : null}
        {result && result.refused.length > 0 ? (
          <Alert tone="warn" title={t('refused', { count: result.refused.length })}>
            <ul>
              {result.refused.map(({ orderId, code, params }) => (
                <li key={orderId}>
                  {numbers.get(orderId)}: {errorMessage({ code, params })}
                </li>
              ))}
            </ul>
          </Alert>
        ) : null}
      </div>
      {orders.length === 0 ? (
        <div>
          <p className="font-medium">{t('none')}</p>
          <p className="text-sm text-ink-soft">{t('none_text')}</p>
        </div>
      ) : (
        <>
          <label className="flex min-h-9 cursor-pointer items-center gap-3 text-sm font-medium">
            <input
              type="checkbox"
              className="size-5 accent-accent"
              checked={free.length > 0 && picked.length === free.length}
              disabled={free.length === 0}
              onChange={(event) =>
                setChosen(event.target.checked ? new Set(free.map(({ id }) => id)) : new Set())
              }
            />
            {t('select_all')}
          </label>
          <ul className="flex flex-col divide-y divide-line/70 border-y border-line/70">
            {orders.map((order) => (
              <li key={order.id} className="flex items-start gap-3 py-3">
                <input
                  type="checkbox"
                  className="mt-0.5 size-5 shrink-0 accent-accent disabled:opacity-40"
                  aria-label={t('select', { number: order.number })}
                  checked={chosen.has(order.id)}
                  disabled={order.isHeld}
                  onChange={() => toggle(order.id)}
                />
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <Link
                      href={`/admin/orders/${order.id}`}
                      className="font-semibold text-accent underline underline-offset-4"
                    >
                      {order.number}
                    </Link>
                    {order.isHeld ? <Badge tone="warn">{t('held')}</Badge> : null}
                    {order.paidAt ? (
                      <span className="text-sm text-ink-soft">
                        {t('paid', { date: formatInstant(new Date(order.paidAt), locale) })}
                      </span>
                    ) : null}
                  </p>
                  <p className="text-sm break-words">
                    {order.titles.map((title) => title || tOrders('untitled')).join(', ')}
                  </p>
                  <p className="text-sm text-ink-soft">
                    {[
                      tJobs('copies', { count: order.copies }),
                      t('parcels', { count: order.parcels }),
                      order.country,
                    ].join(' · ')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap items-end gap-3">
            <Field label={t('house')} className="min-w-56 flex-1 sm:flex-none">
              {(control) => (
                <Select
                  {...control}
                  name="house"
                  value={house}
                  onChange={(event) => setHouse(event.target.value)}
                >
                  <option value="">{t('any_house')}</option>
                  {houses
                    .filter(({ isActive }) => isActive)
                    .map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                </Select>
              )}
            </Field>
            <Button
              disabled={picked.length === 0}
              pending={isSending || isRefreshing}
              onClick={send}
            >
              {t('send', { count: picked.length })}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
