'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, useTransition } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { useErrorMessage } from '@/components/use-error-message';
import type { BulkResult } from '@/lib/admin/board/change-orders';
import type { BoardRow } from '@/lib/admin/board/list-orders';
import type { BulkInput } from '@/lib/admin/board/schema';
import type { Problem } from '@/lib/http/problem';
import { BoardTable, type SortLinks } from './board-table';
import { BulkBar } from './bulk-bar';
import { KeysDialog } from './keys-dialog';
import { useBoardKeys } from './use-board-keys';
import { useKeysSwitch } from './use-keys-switch';

type Outcome = { action: BulkInput['action']; result: BulkResult };

/** The orders of one page with what can be done to several of them, by mouse, finger and keyboard. */
export function OrderBoard({
  rows,
  sorts,
  canChange,
}: {
  rows: readonly BoardRow[];
  sorts: SortLinks;
  /** Whether this member of staff hands orders to print and holds them. */
  canChange: boolean;
}) {
  const t = useTranslations('board');
  const router = useRouter();
  const errorMessage = useErrorMessage();
  const table = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { areKeysOn, switchKeys } = useKeysSwitch();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [isRefreshing, startRefresh] = useTransition();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [numbers, setNumbers] = useState<ReadonlyMap<string, string>>(new Map());
  const picked = rows.filter(({ id }) => chosen.has(id));

  function toggle(id: string) {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  /** Rows carry their order's id; the link in each is what takes the focus, so that Enter opens it. */
  const links = () => [...(table.current?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])];
  const rowInFocus = () => document.activeElement?.closest('tr')?.dataset.order ?? null;
  const moves = useRef({
    step: (_by: 1 | -1) => {},
    choose: () => {},
    search: () => {},
    help: () => {},
  });
  useEffect(() => {
    moves.current = {
      step: (by) => {
        const all = links();
        const at = all.findIndex((link) => link.dataset.row === rowInFocus());
        const next = at < 0 ? (by === 1 ? 0 : all.length - 1) : at + by;
        all[next]?.focus();
      },
      choose: () => {
        const id = rowInFocus();
        if (id) toggle(id);
      },
      search: () => {
        const input = document.querySelector<HTMLInputElement>('[data-board-search]');
        input?.focus();
        input?.select();
      },
      help: () => setIsHelpOpen(true),
    };
  });
  useBoardKeys(areKeysOn, moves);

  async function change(action: BulkInput['action'], reason: string): Promise<boolean> {
    setIsSending(true);
    setProblem(null);
    setNumbers(new Map(picked.map(({ id, number }) => [id, number])));
    try {
      const orderIds = picked.map(({ id }) => id);
      const body: BulkInput =
        action === 'produce' ? { action, orderIds } : { action, orderIds, reason };
      const result = await callApi<BulkResult>('POST', '/api/admin/orders/bulk', body);
      setOutcome({ action, result });
      // What did not go stays chosen, to be looked at or tried again.
      setChosen(new Set(result.refused.map(({ orderId }) => orderId)));
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      return false;
    } finally {
      setIsSending(false);
      startRefresh(() => router.refresh());
    }
  }

  return (
    <div ref={table}>
      <div aria-live="polite" className="mb-4 flex flex-col gap-3 empty:hidden">
        {outcome && outcome.result.done.length > 0 ? (
          <Alert tone="good">
            {t(`bulk.done.${outcome.action}`, { count: outcome.result.done.length })}
          </Alert>
        ) : null}
        {outcome && outcome.result.refused.length > 0 ? (
          <Alert tone="warn" title={t('bulk.refused', { count: outcome.result.refused.length })}>
            <ul>
              {outcome.result.refused.map(({ orderId, code, params }) => (
                <li key={orderId}>
                  {numbers.get(orderId)}: {errorMessage({ code, params })}
                </li>
              ))}
            </ul>
          </Alert>
        ) : null}
      </div>
      <BoardTable
        rows={rows}
        sorts={sorts}
        chosen={chosen}
        onToggle={toggle}
        onToggleAll={(isChosen) => setChosen(new Set(isChosen ? rows.map(({ id }) => id) : []))}
      />
      {picked.length > 0 ? (
        <BulkBar
          chosen={picked.map(({ id }) => id)}
          canChange={canChange}
          isPending={isSending || isRefreshing}
          problem={problem}
          onChange={change}
          onClear={() => setChosen(new Set())}
        />
      ) : null}
      <div className="mt-3 hidden md:block">
        <KeysDialog
          keys={[
            ['j', t('keys.next')],
            ['k', t('keys.previous')],
            ['Enter', t('keys.open')],
            ['x', t('keys.choose')],
            ['/', t('keys.search')],
            ['?', t('keys.help')],
          ]}
          open={isHelpOpen}
          onOpenChange={setIsHelpOpen}
          isOn={areKeysOn}
          onSwitch={switchKeys}
        />
      </div>
    </div>
  );
}
