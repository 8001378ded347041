'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { OfferedTheme } from '@/lib/calendars/list-themes';

const NONE: readonly OfferedTheme[] = [];
const CustomThemes = createContext(NONE);

/** Lets the pickers below offer what staff made, beside the built-in themes. */
export function CustomThemesProvider({
  themes,
  children,
}: {
  themes: readonly OfferedTheme[];
  children: ReactNode;
}) {
  return <CustomThemes value={themes}>{children}</CustomThemes>;
}

export function useCustomThemes(): readonly OfferedTheme[] {
  return useContext(CustomThemes);
}
