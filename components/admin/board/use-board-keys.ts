'use client';

import { type RefObject, useEffect } from 'react';

type Moves = {
  /** To the next or previous row. */
  step: (by: 1 | -1) => void;
  choose: () => void;
  search: () => void;
  help: () => void;
};

/** The letter where the key writes Latin, else the one that stands there on a Latin keyboard: "о" is "j". */
function letterOf(event: KeyboardEvent): string {
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
  return /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? '';
}

/**
 * The board's keys. They rest while somebody types or a dialog is open, and when they are switched off: single letters
 * would otherwise get in the way of speech input (WCAG 2.1.4).
 */
export function useBoardKeys(isOn: boolean, moves: RefObject<Moves>): void {
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const isCheckbox = target instanceof HTMLInputElement && target.type === 'checkbox';
      const isTyping = target?.matches('input, select, textarea, [contenteditable]') === true;
      if (isTyping && !isCheckbox) return;
      if (document.querySelector('[role="dialog"]')) return;
      const { current } = moves;
      const letter = letterOf(event);
      const isSlash = event.key === '/' || (event.code === 'Slash' && !event.shiftKey);
      if (event.key === '?' || (event.code === 'Slash' && event.shiftKey)) current.help();
      else if (isSlash) current.search();
      else if (letter === 'j') current.step(1);
      else if (letter === 'k') current.step(-1);
      else if (letter === 'x') current.choose();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOn, moves]);
}
