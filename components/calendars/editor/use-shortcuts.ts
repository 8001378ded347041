'use client';

import { useEffect, useRef } from 'react';

/** Undo, redo and turning pages from anywhere in the editor, except where a form has its own keys. */
export function useShortcuts(actions: {
  undo: () => void;
  redo: () => void;
  previous: () => void;
  next: () => void;
}) {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || target?.closest('[role="dialog"]')) return;
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (event.altKey || (key !== 'z' && key !== 'y')) return;
        event.preventDefault();
        if (key === 'y' || event.shiftKey) latest.current.redo();
        else latest.current.undo();
        return;
      }
      if (target?.closest('input, select, textarea, [role="radio"], [role="menu"]')) return;
      if (event.key === 'PageUp') latest.current.previous();
      else if (event.key === 'PageDown') latest.current.next();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
