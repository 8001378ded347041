'use client';

import { useCallback, useEffect, useRef } from 'react';

/**
 * The same function on every render that always does what it was last told, so that what is handed it need not be
 * drawn anew. For events only: while rendering it may still be the older one.
 */
export function useStable<A extends unknown[]>(run: (...args: A) => void): (...args: A) => void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
