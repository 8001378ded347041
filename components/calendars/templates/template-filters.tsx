'use client';

import { Search } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, useTransition } from 'react';
import { classes } from '@/components/ui/classes';
import { Input } from '@/components/ui/field';
import { TEMPLATE_KINDS, type TemplateFilter } from '@/lib/calendars/templates/find-templates';
import { TEMPLATE_CATEGORIES } from '@/lib/calendars/templates/schema';

const TYPING_MS = 250;

/** Search, categories and kinds. What is chosen stands in the address, so that it can be kept and sent on. */
export function TemplateFilters({ filter }: { filter: TemplateFilter }) {
  const t = useTranslations('templates');
  const router = useRouter();
  const path = usePathname();
  const [, startTransition] = useTransition();
  const [search, setSearch] = useState(filter.search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const go = (next: TemplateFilter) => {
    const query = new URLSearchParams();
    if (next.search.trim()) query.set('q', next.search.trim());
    if (next.category) query.set('category', next.category);
    if (next.kind) query.set('kind', next.kind);
    const text = query.toString();
    startTransition(() => router.replace(text ? `${path}?${text}` : path, { scroll: false }));
  };
  const chip = (isOn: boolean) =>
    classes(
      'inline-flex min-h-9 items-center rounded-full border px-3.5 text-sm font-medium',
      isOn ? 'border-accent bg-accent-soft text-accent-deep' : 'border-line hover:bg-linen',
    );
  return (
    <search aria-label={t('filters')} className="mb-8 flex flex-col gap-4">
      <form
        className="relative max-w-md"
        onSubmit={(event) => {
          event.preventDefault();
          clearTimeout(timer.current);
          go({ ...filter, search });
        }}
      >
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-3 size-5 -translate-y-1/2 text-ink-soft"
        />
        <Input
          type="search"
          aria-label={t('search')}
          placeholder={t('search_placeholder')}
          value={search}
          maxLength={80}
          className="pl-10"
          onChange={(event) => {
            const text = event.target.value;
            setSearch(text);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => go({ ...filter, search: text }), TYPING_MS);
          }}
        />
      </form>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t('category')}</legend>
        <button
          type="button"
          aria-pressed={filter.category === null}
          className={chip(filter.category === null)}
          onClick={() => go({ ...filter, search, category: null })}
        >
          {t('all')}
        </button>
        {TEMPLATE_CATEGORIES.map((category) => (
          <button
            key={category}
            type="button"
            aria-pressed={filter.category === category}
            className={chip(filter.category === category)}
            onClick={() =>
              go({ ...filter, search, category: filter.category === category ? null : category })
            }
          >
            {t(`categories.${category}`)}
          </button>
        ))}
      </fieldset>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t('kind')}</legend>
        {TEMPLATE_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={filter.kind === kind}
            className={chip(filter.kind === kind)}
            onClick={() => go({ ...filter, search, kind: filter.kind === kind ? null : kind })}
          >
            {t(`kinds.${kind}`)}
          </button>
        ))}
      </fieldset>
    </search>
  );
}
