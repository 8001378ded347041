'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { KeysDialog } from './board/keys-dialog';
import { useBoardKeys } from './board/use-board-keys';
import { useKeysSwitch } from './board/use-keys-switch';

/** Rows of whatever table stands on the page; in each the first thing that can be pressed takes the focus. */
const ROWS = 'main tbody tr, main [data-rows] > li';
const SEARCH = 'main input[type="search"], main search input';
const PRESSED = 'a[href], button, summary';
/** It has keys of its own, with a choice of rows. */
const BOARD = '/admin/orders';

/** The keys of every table of the staff section: up and down its rows, into its search. */
export function TableKeys() {
  return usePathname() === BOARD ? null : <Keys />;
}

function Keys() {
  const t = useTranslations('admin.keys');
  const { areKeysOn, switchKeys } = useKeysSwitch();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [hasRows, setHasRows] = useState(false);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has other rows
  useEffect(() => {
    const look = () => setHasRows(document.querySelector(ROWS) !== null);
    look();
    // Rows may come after the page: another filter, a page that is still read.
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [path]);
  const moves = useRef({
    step: (by: 1 | -1) => {
      const rows = [...document.querySelectorAll<HTMLElement>(ROWS)].flatMap((row) => {
        const target = row.querySelector<HTMLElement>(PRESSED);
        return target ? [{ row, target }] : [];
      });
      const at = rows.findIndex(({ row }) => row.contains(document.activeElement));
      const next = at < 0 ? (by === 1 ? 0 : rows.length - 1) : at + by;
      rows[next]?.target.focus();
    },
    choose: () => {},
    search: () => {
      const input = document.querySelector<HTMLInputElement>(SEARCH);
      input?.focus();
      input?.select();
    },
    help: () => setIsHelpOpen(true),
  });
  useBoardKeys(areKeysOn && hasRows, moves);
  if (!hasRows) return null;
  return (
    <div className="mx-auto hidden w-full max-w-6xl px-6 pb-8 md:block print:hidden">
      <KeysDialog
        keys={[
          ['j', t('next')],
          ['k', t('previous')],
          ['Enter', t('open')],
          ['/', t('search')],
          ['?', t('help')],
        ]}
        open={isHelpOpen}
        onOpenChange={setIsHelpOpen}
        isOn={areKeysOn}
        onSwitch={switchKeys}
      />
    </div>
  );
}
