'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import {
  mirrorCrop,
  panCrop,
  straightenCrop,
  turnCrop,
  zoomCrop,
} from '@/lib/calendars/crop-moves';
import type { Crop } from '@/lib/calendars/document';
import type { MeasuredPicture } from '@/lib/print/print-input';

const WHEEL_STEP = 0.0016;
const KEY_PAN = 0.02;
const KEY_PAN_FAR = 0.1;
const KEY_ZOOM = 1.1;
const KEY_STRAIGHTEN_DEG = 0.5;
/** A wheel and a held key have no end of their own. */
const COMMIT_AFTER_MS = 350;

type Point = { x: number; y: number };
type Rect = { left: number; top: number; width: number; height: number };

/**
 * Moves of one crop by pointer, pinch, wheel, keyboard and by whatever calls the returned functions. Every move is shown at once; the crop is handed on
 * when the gesture ends.
 * @param frame element over the part of the slot that is visible
 * @param slotRect where the whole slot lies, in pixels of the window; a full-bleed slot is larger than its frame
 */
export function useCropGesture(options: {
  frame: RefObject<HTMLElement | null>;
  slotRect: (frame: HTMLElement) => Rect;
  crop: Crop;
  /** What resetting goes back to. */
  initial: Crop;
  picture: MeasuredPicture;
  boxAspect: number;
  onLive: (crop: Crop) => void;
  onCommit: (crop: Crop) => void;
  onDone: () => void;
}) {
  const latest = useRef(options);
  const [crop, setCrop] = useState(options.crop);
  const live = useRef(options.crop);
  const pointers = useRef(new Map<number, Point>());
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  useEffect(() => {
    latest.current = options;
  });

  const move = useCallback((next: Crop) => {
    live.current = next;
    setCrop(next);
    latest.current.onLive(next);
  }, []);

  const commit = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    latest.current.onCommit(live.current);
  }, []);

  const commitSoon = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(commit, COMMIT_AFTER_MS);
  }, [commit]);

  // Undo, or another picture in the slot.
  const saved = options.crop;
  useEffect(() => {
    if (pointers.current.size > 0 || timer.current) return;
    live.current = saved;
    setCrop(saved);
  }, [saved]);

  // What is not handed on yet when crop mode ends must not be lost.
  useEffect(
    () => () => {
      if (timer.current) commit();
    },
    [commit],
  );

  const zoomTo = useCallback(
    (zoom: number, anchor?: Point) => {
      const { picture, boxAspect } = latest.current;
      move(zoomCrop(live.current, picture, boxAspect, zoom, anchor));
      commitSoon();
    },
    [move, commitSoon],
  );

  const panBy = useCallback(
    (dx: number, dy: number) => {
      const { picture, boxAspect } = latest.current;
      move(panCrop(live.current, picture, boxAspect, dx, dy));
    },
    [move],
  );

  const moveAtOnce = useCallback(
    (next: Crop) => {
      move(next);
      commit();
    },
    [move, commit],
  );
  const reset = () => moveAtOnce(latest.current.initial);
  const turn = () => moveAtOnce(turnCrop(live.current));
  const mirror = () => moveAtOnce(mirrorCrop(live.current));
  const straightenTo = (degrees: number) => {
    move(straightenCrop(live.current, degrees));
    commitSoon();
  };

  // React's own wheel listener is passive and could not keep the page from scrolling.
  useEffect(() => {
    const element = options.frame.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const factor = Math.exp(-event.deltaY * (event.ctrlKey ? 6 : 1) * WHEEL_STEP);
      zoomTo(live.current.zoom * factor, pointIn(latest.current.slotRect(element), event));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [options.frame, zoomTo]);

  const handlers = {
    onPointerDown(event: React.PointerEvent<HTMLElement>) {
      event.currentTarget.setPointerCapture(event.pointerId);
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    },
    onPointerMove(event: React.PointerEvent<HTMLElement>) {
      const before = pointers.current.get(event.pointerId);
      if (!before) return;
      const now = { x: event.clientX, y: event.clientY };
      const slot = latest.current.slotRect(event.currentTarget);
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
      // With two fingers each moves the picture by half, so that the middle between them leads.
      const share = other ? 0.5 : 1;
      panBy(((now.x - before.x) / slot.width) * share, ((now.y - before.y) / slot.height) * share);
      if (other) {
        const spread = distance(now, other) / Math.max(1, distance(before, other));
        const middle = { clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 };
        const { picture, boxAspect } = latest.current;
        const anchor = pointIn(slot, middle);
        move(zoomCrop(live.current, picture, boxAspect, live.current.zoom * spread, anchor));
      }
      pointers.current.set(event.pointerId, now);
    },
    onPointerUp(event: React.PointerEvent<HTMLElement>) {
      if (pointers.current.delete(event.pointerId) && pointers.current.size === 0) commit();
    },
    onPointerCancel(event: React.PointerEvent<HTMLElement>) {
      if (pointers.current.delete(event.pointerId) && pointers.current.size === 0) commit();
    },
    onKeyDown(event: React.KeyboardEvent<HTMLElement>) {
      const step = event.shiftKey ? KEY_PAN_FAR : KEY_PAN;
      const pans: Record<string, [number, number]> = {
        ArrowLeft: [step, 0],
        ArrowRight: [-step, 0],
        ArrowUp: [0, step],
        ArrowDown: [0, -step],
      };
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const pan = pans[event.key];
      const key = event.key.toLowerCase();
      if (pan) {
        panBy(...pan);
        commitSoon();
      } else if (event.key === '+' || event.key === '=') zoomTo(live.current.zoom * KEY_ZOOM);
      else if (event.key === '-') zoomTo(live.current.zoom / KEY_ZOOM);
      else if (event.key === '0') reset();
      else if (key === 'r') turn();
      else if (key === 'm') mirror();
      else if (key === '[') straightenTo(live.current.straightenDeg - KEY_STRAIGHTEN_DEG);
      else if (key === ']') straightenTo(live.current.straightenDeg + KEY_STRAIGHTEN_DEG);
      else if (event.key === 'Escape' || event.key === 'Enter') latest.current.onDone();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return { crop, zoomTo, reset, turn, mirror, straightenTo, handlers };
}

function pointIn(
  { left, top, width, height }: Rect,
  point: { clientX: number; clientY: number },
): Point {
  return { x: (point.clientX - left) / width, y: (point.clientY - top) / height };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
