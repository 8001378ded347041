'use client';

import { Check } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { LookPicture } from '@/components/calendars/look-picture';
import { useDifferenceWords } from '@/components/calendars/use-difference-words';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { compareDocuments } from '@/lib/calendars/compare-documents';
import type { CalendarDocument } from '@/lib/calendars/document';
import {
  isList,
  type MergePart,
  type MergePlan,
  type MergeSide,
  mergeDocuments,
  planMerge,
} from '@/lib/calendars/merge-documents';
import { printIndexOf } from '@/lib/calendars/page-plan';
import type { Conflict } from './use-stored-calendar';

/** Both versions side by side, part by part: pages as they are drawn, settings in words. */
export function ConflictChoice({
  sides: { mine, theirs, base },
  isCopying,
  onDecide,
  onKeepCopy,
}: {
  sides: Conflict;
  isCopying: boolean;
  onDecide: (merged: CalendarDocument) => void;
  onKeepCopy: () => void;
}) {
  const t = useTranslations('calendars.conflict');
  const other = theirs.document;
  const plan = useMemo(() => planMerge(mine, other, base), [mine, other, base]);
  const [decided, setDecided] = useState<ReadonlyMap<MergePart, MergeSide>>(new Map());
  const sideOf = ({ part, side }: MergePlan) => decided.get(part) ?? side;
  const takeAll = (side: 'mine' | 'theirs') =>
    setDecided(new Map(plan.map(({ part }) => [part, side])));
  const clashes = plan.filter(({ isClash }) => isClash).length;
  const settings = plan.filter(({ part }) => typeof part !== 'number');
  const pages = plan.filter(({ part }) => typeof part === 'number');
  const row = (item: MergePlan) => (
    <Part
      key={item.part}
      item={item}
      side={sideOf(item)}
      mine={mine}
      theirs={other}
      onChoose={(side) => setDecided((before) => new Map(before).set(item.part, side))}
    />
  );
  const sections = [
    { name: 'pages', items: pages },
    { name: 'settings', items: settings },
  ] as const;
  return (
    <>
      <p
        role="status"
        className={classes(
          'mb-4 rounded-control px-3 py-2 text-sm',
          clashes > 0 ? 'bg-warn-soft text-warn' : 'bg-good-soft text-good',
        )}
      >
        {clashes > 0 ? t('clashes', { count: clashes }) : t('no_clash')}
      </p>
      <div className="sticky -top-6 z-10 -mx-6 mb-2 grid grid-cols-2 gap-3 border-b border-line bg-sheet px-6 py-2">
        <SideHead name={t('mine')} onAll={() => takeAll('mine')} all={t('all_mine')} />
        <SideHead
          name={t('theirs')}
          note={<SavedAt at={theirs.savedAt} />}
          onAll={() => takeAll('theirs')}
          all={t('all_theirs')}
        />
      </div>
      {sections.map(({ name, items }) =>
        items.length === 0 ? null : (
          <section key={name} aria-labelledby={`conflict-${name}`} className="mb-5">
            <h3 id={`conflict-${name}`} className="sr-only">
              {t(name)}
            </h3>
            <div className="flex flex-col gap-5">{items.map(row)}</div>
          </section>
        ),
      )}
      <div className="sticky bottom-0 z-10 -mx-6 flex flex-col-reverse gap-2 border-t sm:flex-row sm:justify-end border-line bg-sheet px-6 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))]">
        <Button variant="secondary" pending={isCopying} onClick={onKeepCopy}>
          {t('copy')}
        </Button>
        <Button
          disabled={isCopying}
          onClick={() => {
            const chosen = new Map(plan.map((item) => [item.part, sideOf(item)]));
            onDecide(mergeDocuments(mine, other, base, chosen));
          }}
        >
          <Check />
          {t('combine')}
        </Button>
      </div>
    </>
  );
}

function SideHead({
  name,
  note,
  all,
  onAll,
}: {
  name: string;
  note?: ReactNode;
  all: string;
  onAll: () => void;
}) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-3">
      <p className="font-display text-lg">
        {name} {note}
      </p>
      <Button variant="link" size="sm" onClick={onAll}>
        {all}
      </Button>
    </div>
  );
}

function SavedAt({ at }: { at: number }) {
  const t = useTranslations('calendars.conflict');
  const format = useFormatter();
  const now = useNow();
  return (
    <span className="font-sans text-sm text-ink-soft">
      {t('theirs_when', { when: format.relativeTime(new Date(Math.min(at, now.getTime())), now) })}
    </span>
  );
}

/** One part that differs, both ways. */
function Part({
  item: { part, side: proposed, isClash },
  side,
  mine,
  theirs,
  onChoose,
}: {
  item: MergePlan;
  side: MergeSide;
  mine: CalendarDocument;
  theirs: CalendarDocument;
  onChoose: (side: MergeSide) => void;
}) {
  const t = useTranslations('calendars.conflict');
  const words = useDifferenceWords();
  const [toMine, toTheirs] = useMemo(
    () => [compareDocuments(theirs, mine), compareDocuments(mine, theirs)],
    [mine, theirs],
  );
  const name = useId();
  const title = typeof part === 'number' ? words.nameOfPage(mine, part) : t(`groups.${part}`);
  const linesOf = (document: CalendarDocument, comparison: typeof toMine) => {
    if (typeof part !== 'number') return words.group(document, part, comparison);
    const change = comparison.pages.find(({ pageIndex }) => pageIndex === part);
    return change ? words.page(document, change, comparison.moves) : [];
  };
  const whose = isClash ? 'changed_both' : proposed === 'mine' ? 'changed_here' : 'changed_there';
  const options = [
    { value: 'mine', label: t('mine'), document: mine, lines: linesOf(mine, toMine) },
    { value: 'theirs', label: t('theirs'), document: theirs, lines: linesOf(theirs, toTheirs) },
  ] as const;
  return (
    <fieldset>
      <legend className="mb-1.5 flex w-full flex-wrap items-baseline gap-x-3">
        <span className="sr-only">{t('choose_for', { part: title })}</span>
        <span aria-hidden="true" className="font-medium">
          {title}
        </span>
        <span className={classes('text-sm', isClash ? 'text-warn' : 'text-ink-soft')}>
          {t(whose)}
        </span>
      </legend>
      <div className="grid grid-cols-2 gap-3">
        {options.map(({ value, label, document, lines }) => (
          <Option
            key={value}
            name={name}
            label={label}
            isChosen={side === value}
            onChoose={() => onChoose(value)}
          >
            {typeof part === 'number' ? <PageOf document={document} pageIndex={part} /> : null}
            <span className="block min-w-0 text-sm wrap-break-word">
              {lines.map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))}
            </span>
          </Option>
        ))}
      </div>
      {isList(part) ? (
        <div className="mt-2">
          <Option
            name={name}
            label={t('both')}
            isChosen={side === 'both'}
            isLabelShown
            onChoose={() => onChoose('both')}
          />
        </div>
      ) : null}
    </fieldset>
  );
}

function PageOf({ document, pageIndex }: { document: CalendarDocument; pageIndex: number }) {
  const place = printIndexOf(document, pageIndex);
  if (place === null) return null;
  return (
    <LookPicture
      document={document}
      index={place}
      className="mb-2 max-w-60 shadow-sheet ring-1 ring-line sm:mb-0 sm:w-40 sm:shrink-0"
    />
  );
}

function Option({
  name,
  label,
  isChosen,
  isLabelShown = false,
  onChoose,
  children,
}: {
  name: string;
  label: string;
  isChosen: boolean;
  isLabelShown?: boolean;
  onChoose: () => void;
  children?: ReactNode;
}) {
  return (
    <label
      className={classes(
        'flex cursor-pointer gap-2.5 rounded-control border p-3 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        isChosen ? 'border-accent bg-accent-soft/50 ring-1 ring-accent' : 'border-line',
      )}
    >
      <input
        type="radio"
        name={name}
        checked={isChosen}
        onChange={onChoose}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0 flex-1 sm:flex sm:gap-3">
        <span className={isLabelShown ? 'text-sm' : 'sr-only'}>{label}</span>
        {children}
      </span>
    </label>
  );
}
