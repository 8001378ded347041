'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { nextZoom, type Zoom } from './zoom-steps';

/** How many pages are looked at together. */
export const SPREADS = ['one', 'pair', 'six'] as const;
export type Spread = (typeof SPREADS)[number];

/** What the print lines can show, each by itself. */
export const OVERLAY_PARTS = ['trim', 'safe', 'binding'] as const;
export type OverlayPart = (typeof OVERLAY_PARTS)[number];

/** How the pages are looked at. Nothing of it is part of the calendar, so undo leaves it alone. */
export type View = {
  zoom: Zoom;
  zoomTo: (zoom: Zoom) => void;
  /** The next step larger or smaller. */
  zoomBy: (direction: 1 | -1) => void;
  spread: Spread;
  showSpread: (spread: Spread) => void;
  showsOverlay: boolean;
  toggleOverlay: () => void;
  overlayParts: ReadonlySet<OverlayPart>;
  toggleOverlayPart: (part: OverlayPart) => void;
  /** Colours as the press will bring them out. */
  isProofed: boolean;
  toggleProof: () => void;
  /** Where the tools of crop mode are drawn: over the panel on a desktop, at the foot of a phone. */
  toolsPlace: HTMLElement | null;
  setToolsPlace: (place: HTMLElement | null) => void;
};

/** The view of the editor's pages, with its keys: plus and minus zoom, 0 shows the whole page. */
export function useView(): View {
  const [zoom, zoomTo] = useState<Zoom>('fit');
  const [spread, setSpread] = useState<Spread>('one');
  const [showsOverlay, setShowsOverlay] = useState(false);
  const [overlayParts, setOverlayParts] = useState<ReadonlySet<OverlayPart>>(
    () => new Set(OVERLAY_PARTS),
  );
  const [isProofed, setProofed] = useState(false);
  const [toolsPlace, setToolsPlace] = useState<HTMLElement | null>(null);

  const zoomBy = useCallback((direction: 1 | -1) => {
    zoomTo((before) => nextZoom(before, direction));
  }, []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target?.closest('input, select, textarea, [role="dialog"], [role="menu"]')) return;
      if (event.key === '+' || event.key === '=') zoomBy(1);
      else if (event.key === '-') zoomBy(-1);
      else if (event.key === '0') zoomTo('fit');
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [zoomBy]);

  return useMemo(
    () => ({
      zoom,
      zoomTo,
      zoomBy,
      spread,
      showSpread: (next: Spread) => {
        setSpread(next);
        zoomTo('fit');
      },
      showsOverlay,
      toggleOverlay: () => setShowsOverlay((shown) => !shown),
      overlayParts,
      toggleOverlayPart: (part: OverlayPart) =>
        setOverlayParts((before) => {
          const after = new Set(before);
          if (!after.delete(part)) after.add(part);
          return after;
        }),
      isProofed,
      toggleProof: () => setProofed((proofed) => !proofed),
      toolsPlace,
      setToolsPlace,
    }),
    [zoom, zoomBy, spread, showsOverlay, overlayParts, isProofed, toolsPlace],
  );
}
