'use client';

import { Check, ChevronsUpDown } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { classes } from '@/components/ui/classes';
import { Input } from '@/components/ui/field';
import { PRINT_LANGUAGES, type PrintLanguage } from '@/lib/calendars/document';
import { LANGUAGE_NAMES } from './print-languages';

/** The language on paper: found by its own name, by its name in the language of the screens, or by its code. */
export function LanguageField({
  value,
  onChange,
}: {
  value: PrintLanguage;
  onChange: (language: PrintLanguage) => void;
}) {
  const t = useTranslations('calendars.settings');
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [word, setWord] = useState<string | null>(null);
  const [active, setActive] = useState<PrintLanguage>(value);
  const isOpen = word !== null;
  const shown = useFound(word ?? '');

  const open = () => {
    setWord('');
    setActive(value);
  };
  const close = () => setWord(null);
  const take = (language: PrintLanguage) => {
    if (language !== value) onChange(language);
    close();
  };
  const marked = shown.some(({ code }) => code === active) ? active : shown[0]?.code;

  useEffect(() => {
    if (!isOpen || marked === undefined) return;
    list.current
      ?.querySelector(`[data-language="${marked}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, marked]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isOpen) open();
      else {
        const at = shown.findIndex(({ code }) => code === marked);
        const next = shown[at + (event.key === 'ArrowDown' ? 1 : -1)];
        if (next) setActive(next.code);
      }
    } else if (event.key === 'Enter' && isOpen && marked !== undefined) take(marked);
    else if (event.key === 'Escape' && isOpen) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="relative flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {t('language')}
      </label>
      <div className="relative">
        <Input
          id={id}
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && marked ? `${id}-${marked}` : undefined}
          placeholder={LANGUAGE_NAMES[value]}
          value={word ?? LANGUAGE_NAMES[value]}
          onFocus={(event) => event.target.select()}
          onClick={() => {
            if (!isOpen) open();
          }}
          onChange={(event) => setWord(event.target.value)}
          onBlur={close}
          onKeyDown={onKeyDown}
          className="pr-10"
        />
        <ChevronsUpDown
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-soft"
        />
      </div>
      {isOpen ? (
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={t('language')}
          className="absolute top-full z-30 mt-1 max-h-72 w-full overflow-y-auto overscroll-contain rounded-card border border-line bg-sheet p-1.5 shadow-float"
        >
          {shown.map(({ code, name }) => (
            <div
              key={code}
              id={`${id}-${code}`}
              role="option"
              tabIndex={-1}
              aria-selected={code === value}
              data-language={code}
              // The field keeps the focus, so that typing goes on.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(code)}
              onPointerMove={() => setActive(code)}
              onKeyDown={onKeyDown}
              className={classes(
                'flex min-h-10 cursor-pointer items-center gap-2 rounded-control px-2.5 text-sm',
                code === marked && 'bg-linen',
              )}
            >
              <span lang={code} className="min-w-0 flex-1 truncate">
                {LANGUAGE_NAMES[code]}
              </span>
              <span className="truncate text-xs text-ink-soft">{name}</span>
              <Check
                aria-hidden="true"
                className={classes('size-4 text-accent', code !== value && 'invisible')}
              />
            </div>
          ))}
          {shown.length === 0 ? (
            <p className="px-2.5 py-2 text-sm text-ink-soft">{t('language_not_found')}</p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** The languages that a word finds, in alphabetical order of the screens' language. */
function useFound(word: string): { code: PrintLanguage; name: string }[] {
  const locale = useLocale();
  const all = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'language' });
    return PRINT_LANGUAGES.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) =>
      a.name.localeCompare(b.name, locale),
    );
  }, [locale]);
  const plain = (text: string) =>
    text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale);
  const wanted = plain(word.trim());
  return all.filter(({ code, name }) =>
    plain(`${code} ${name} ${LANGUAGE_NAMES[code]}`).includes(wanted),
  );
}
