'use client';

import { useEffect } from 'react';

/** Runs when the browser shows this page again from its memory, as after "back" from the pay page: what was pending is not. */
export function useRestored(onRestored: () => void): void {
  useEffect(() => {
    const listen = (event: PageTransitionEvent) => {
      if (event.persisted) onRestored();
    };
    window.addEventListener('pageshow', listen);
    return () => window.removeEventListener('pageshow', listen);
  }, [onRestored]);
}
