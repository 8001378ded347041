'use client';

import { useEffect, useRef } from 'react';
import { PANELS, type Panel } from './editor-context';

type Actions = {
  undo: () => void;
  redo: () => void;
  previous: () => void;
  next: () => void;
  openPanel: (panel: Panel) => void;
  help: () => void;
};

/** Undo, redo, turning pages, panels and help from anywhere in the editor, except where a form has its own keys. */
export function useShortcuts(actions: Actions) {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || target?.closest('[role="dialog"]')) return;
      if (event.ctrlKey || event.metaKey) {
        if (event.altKey || !isHistoryKey(event, latest.current)) return;
      } else if (target?.closest('input, select, textarea, [role="menu"], [role="listbox"]')) {
        return;
      } else if (!isPlainKey(event, latest.current)) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Runs what the key stands for. @returns false for a key that means nothing here */
function isHistoryKey(event: KeyboardEvent, { undo, redo }: Actions): boolean {
  const key = event.key.toLowerCase();
  if (key === 'y' || (key === 'z' && event.shiftKey)) redo();
  else if (key === 'z') undo();
  else return false;
  return true;
}

function isPlainKey(event: KeyboardEvent, actions: Actions): boolean {
  if (event.altKey) return false;
  if (event.key === 'PageUp') actions.previous();
  else if (event.key === 'PageDown') actions.next();
  else if (event.key === '?') actions.help();
  else {
    const panel = PANELS[Number(event.key) - 1];
    if (!panel) return false;
    actions.openPanel(panel);
  }
  return true;
}
