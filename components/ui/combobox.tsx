'use client';

import { Check, Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { classes } from './classes';
import { Input } from './field';
import { Spinner } from './spinner';

export type ComboboxOption<V> = { key: string; label: string; hint?: string; value: V };

type Found<V> =
  | { state: 'idle' }
  | { state: 'loading' }
  | { state: 'failed' }
  | { state: 'found'; options: readonly ComboboxOption<V>[] };

/** Time after the last key before a search is sent. */
const PAUSE_MS = 250;

/**
 * A field that searches on the server while one types, of which one answer is picked. Works by keyboard as the ARIA
 * practices describe: arrows move, Enter picks, Escape closes; leaving without picking keeps what was picked before.
 */
export function Combobox<V>({
  control,
  picked,
  placeholder,
  minLength,
  search,
  onPick,
  words,
  isDisabled = false,
}: {
  control: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };
  /** Label of what is picked; null for nothing. */
  picked: string | null;
  placeholder: string;
  /** Letters that a search needs; 0 searches as soon as the field is entered. */
  minLength: number;
  /** The same function as long as it would answer the same. @throws for an answer that did not come */
  search: (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption<V>[]>;
  onPick: (value: V) => void;
  words: {
    loading: string;
    empty: string;
    failed: string;
    again: string;
    count: (n: number) => string;
  };
  isDisabled?: boolean;
}) {
  const listId = useId();
  const [text, setText] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [turn, setTurn] = useState(0);
  const [active, setActive] = useState(0);
  const [found, setFound] = useState<Found<V>>({ state: 'idle' });
  const list = useRef<HTMLDivElement>(null);
  const query = (text ?? '').trim();
  const isAsking = isOpen && query.length >= minLength;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks the same again after a failure
  useEffect(() => {
    if (!isAsking) return;
    const controller = new AbortController();
    setFound({ state: 'loading' });
    const timer = window.setTimeout(() => {
      search(query, controller.signal).then(
        (options) => {
          if (controller.signal.aborted) return;
          setActive(0);
          setFound({ state: 'found', options });
        },
        () => {
          if (!controller.signal.aborted) setFound({ state: 'failed' });
        },
      );
    }, PAUSE_MS);
    return () => {
      controller.abort();
      window.clearTimeout(timer);
    };
  }, [isAsking, query, search, turn]);

  const options = isAsking && found.state === 'found' ? found.options : [];

  function close() {
    setOpen(false);
    setText(null);
  }

  function pick(option: ComboboxOption<V>) {
    close();
    onPick(option.value);
  }

  function move(to: number) {
    const next = (to + options.length) % options.length;
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && isOpen) close();
    else if (event.key === 'Enter') {
      const option = options[active];
      if (option) pick(option);
    } else if (event.key === 'ArrowDown' && options.length > 0) move(active + 1);
    else if (event.key === 'ArrowUp' && options.length > 0) move(active - 1);
    else if (event.key === 'ArrowDown') setOpen(true);
    else return;
    event.preventDefault();
  }

  return (
    <div className="relative">
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-3.5 left-3.5 size-4 text-ink-soft"
      />
      <Input
        {...control}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={isAsking}
        aria-controls={listId}
        aria-activedescendant={options.length > 0 ? `${listId}-${active}` : undefined}
        disabled={isDisabled}
        placeholder={placeholder}
        value={text ?? picked ?? ''}
        onFocus={(event) => {
          event.target.select();
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
        }}
        onBlur={close}
        onKeyDown={onKeyDown}
        className="pl-10"
      />
      <p aria-live="polite" className="sr-only">
        {!isAsking
          ? ''
          : found.state === 'failed'
            ? words.failed
            : found.state === 'found'
              ? options.length === 0
                ? words.empty
                : words.count(options.length)
              : ''}
      </p>
      {/* Pressing in the panel must not take the focus out of the field, which would close it. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus where it is and does nothing else */}
      <div
        hidden={!isAsking}
        onMouseDown={(event) => event.preventDefault()}
        className="absolute inset-x-0 top-full z-30 mt-1.5 max-h-72 overflow-y-auto rounded-card border border-line bg-sheet p-1.5 shadow-float"
      >
        <div ref={list} id={listId} role="listbox" tabIndex={-1} aria-label={placeholder}>
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
            <div
              key={option.key}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onClick={() => pick(option)}
              onMouseMove={() => setActive(index)}
              className={classes(
                'flex cursor-pointer items-start gap-2 rounded-[0.4rem] px-3 py-2',
                index === active && 'bg-linen',
              )}
            >
              <span className="min-w-0 flex-1">
                <span className="block break-words">{option.label}</span>
                {option.hint ? (
                  <span className="block text-sm text-ink-soft">{option.hint}</span>
                ) : null}
              </span>
              {option.label === picked ? (
                <Check aria-hidden="true" className="mt-1 size-4 shrink-0 text-accent" />
              ) : null}
            </div>
          ))}
        </div>
        {found.state === 'loading' || found.state === 'idle' ? (
          <p className="flex items-center gap-2.5 px-3 py-2 text-ink-soft">
            <Spinner /> {words.loading}
          </p>
        ) : found.state === 'failed' ? (
          <p className="flex flex-wrap items-center gap-x-3 px-3 py-2">
            {words.failed}
            <button
              type="button"
              tabIndex={-1}
              onClick={() => setTurn((value) => value + 1)}
              className="font-medium text-accent underline underline-offset-4"
            >
              {words.again}
            </button>
          </p>
        ) : options.length === 0 ? (
          <p className="px-3 py-2 text-ink-soft">{words.empty}</p>
        ) : null}
      </div>
    </div>
  );
}
