'use client';

import { useLocale } from 'next-intl';
import { useCallback } from 'react';

/** The text in the reader's language, in English where it has none. */
export function useLocalName(): (names: Readonly<Record<string, string>>) => string {
  const locale = useLocale();
  return useCallback(
    (names) => names[locale] ?? names.en ?? Object.values(names)[0] ?? '',
    [locale],
  );
}
