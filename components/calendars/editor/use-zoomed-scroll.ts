'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { View } from './use-view';

/** How far a wheel or a pinch on a touchpad goes for one step of zoom. */
const WHEEL_STEP = 60;

/**
 * Zooms by the wheel with Ctrl held, which is also what a pinch on a touchpad sends, and keeps the middle of what is
 * seen in the middle when the zoom changes.
 */
export function useZoomedScroll(
  scroller: RefObject<HTMLElement | null>,
  { zoom, zoomBy }: Pick<View, 'zoom' | 'zoomBy'>,
): void {
  const middle = useRef({ x: 0.5, y: 0.5 });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another zoom is what makes it scroll
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    element.scrollLeft = middle.current.x * element.scrollWidth - element.clientWidth / 2;
    element.scrollTop = middle.current.y * element.scrollHeight - element.clientHeight / 2;
  }, [scroller, zoom]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      middle.current = {
        x: (element.scrollLeft + element.clientWidth / 2) / element.scrollWidth,
        y: (element.scrollTop + element.clientHeight / 2) / element.scrollHeight,
      };
    };
    let turned = 0;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey || event.defaultPrevented) return;
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < WHEEL_STEP) return;
      zoomBy(turned < 0 ? 1 : -1);
      turned = 0;
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
    };
  }, [scroller, zoomBy]);
}
