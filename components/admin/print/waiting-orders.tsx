'use client';

import { Download, Printer } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Select } from '@/components/ui/field';
import { Table, Td, Th } from '@/components/ui/table';
import { useErrorMessage } from '@/components/use-error-message';
import type { WaitingOrder } from '@/lib/admin/print/get-print-desk';
import type { HandOverResult } from '@/lib/admin/print/hand-over';
import type { Problem } from '@/lib/http/problem';
import { countryName } from '@/lib/orders/address-lines';
import { formatInstant } from '@/lib/orders/format-period';

/** From a tablet up every column has its own place; a phone reads the rest under the number. */
const WIDE = 'hidden md:table-cell';

/** Paid orders to choose from; the chosen ones go to print together. */
export function WaitingOrders({
  orders,
  total,
  houses,
}: {
  orders: readonly WaitingOrder[];
  /** All that wait, more than are shown at once. */
  total: number;
  houses: readonly { id: string; name: string; isActive: boolean }[];
}) {
  const t = useTranslations('print_desk.waiting');
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
          <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-line bg-sheet px-4 py-2">
            <label className="flex min-h-9 cursor-pointer items-center gap-3 text-sm font-medium">
              <input
                type="checkbox"
                className="size-5 accent-accent"
                checked={free.length > 0 && picked.length === free.length}
                disabled={free.length === 0}
                ref={(input) => {
                  if (input) input.indeterminate = picked.length > 0 && picked.length < free.length;
                }}
                onChange={(event) =>
                  setChosen(event.target.checked ? new Set(free.map(({ id }) => id)) : new Set())
                }
              />
              {t('select_all')}
            </label>
            <div className="flex min-w-0 flex-1 flex-wrap items-center justify-end gap-2">
              <Select
                aria-label={t('house')}
                name="house"
                className="min-h-9 w-auto max-w-full text-sm"
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
              <Button
                size="sm"
                disabled={picked.length === 0}
                pending={isSending || isRefreshing}
                onClick={send}
              >
                <Printer aria-hidden="true" />
                {t('send', { count: picked.length })}
              </Button>
            </div>
          </div>
          <Table>
            <caption className="sr-only">{t('title')}</caption>
            <thead>
              <tr>
                <Th className="w-10 pr-0">
                  <span className="sr-only">{t('select_column')}</span>
                </Th>
                <Th>{t('order')}</Th>
                <Th className={WIDE}>{t('paid_at')}</Th>
                <Th className={WIDE}>{t('calendars')}</Th>
                <Th className={WIDE}>{t('country')}</Th>
                <Th className={classes(WIDE, 'text-right')}>{t('parcel_count')}</Th>
                <Th className="text-right">{t('copies')}</Th>
              </tr>
            </thead>
            <tbody>
              {orders.map((order) => {
                const titles = order.titles.map((title) => title || tOrders('untitled')).join(', ');
                const paid = order.paidAt ? formatInstant(new Date(order.paidAt), locale) : '–';
                const country = countryName(order.country, locale);
                return (
                  <tr
                    key={order.id}
                    className={classes(
                      'focus-within:bg-accent-soft/40 hover:bg-linen/50',
                      chosen.has(order.id) && 'bg-accent-soft/60',
                    )}
                  >
                    <Td className="w-10 pr-0">
                      <input
                        type="checkbox"
                        className="size-5 accent-accent disabled:opacity-40"
                        aria-label={t('select', { number: order.number })}
                        checked={chosen.has(order.id)}
                        disabled={order.isHeld}
                        onChange={() => toggle(order.id)}
                      />
                    </Td>
                    <Td>
                      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                        <Link
                          href={`/admin/orders/${order.id}`}
                          prefetch={false}
                          className="font-semibold whitespace-nowrap text-accent underline underline-offset-4"
                        >
                          {order.number}
                        </Link>
                        {order.isHeld ? <Badge tone="warn">{t('held')}</Badge> : null}
                      </span>
                      <span className="mt-1 block text-ink-soft md:hidden">
                        {paid}
                        <span className="block break-words">{[titles, country].join(' · ')}</span>
                      </span>
                    </Td>
                    <Td className={classes(WIDE, 'whitespace-nowrap tabular-nums')}>{paid}</Td>
                    <Td className={classes(WIDE, 'max-w-72')}>
                      <span className="line-clamp-2 break-words">{titles}</span>
                    </Td>
                    <Td className={WIDE}>{country}</Td>
                    <Td className={classes(WIDE, 'text-right tabular-nums')}>{order.parcels}</Td>
                    <Td className="text-right tabular-nums">{order.copies}</Td>
                  </tr>
                );
              })}
            </tbody>
          </Table>
          {total > orders.length ? (
            <p className="text-sm text-ink-soft">
              {t('first_of', { shown: orders.length, count: total })}
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}
