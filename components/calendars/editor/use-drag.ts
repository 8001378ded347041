'use client';

import {
  type Active,
  type Announcements,
  type CollisionDetection,
  closestCenter,
  type DroppableContainer,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  MouseSensor,
  type Over,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';

const DIRECTIONS: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** With the keyboard a picked-up picture jumps from one place that takes it to the next in the arrow's direction. */
const jumpToNextTarget: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const direction = DIRECTIONS[event.code];
  const moved = context.collisionRect;
  if (!direction || !moved) return undefined;
  event.preventDefault();
  const from = { x: moved.left + moved.width / 2, y: moved.top + moved.height / 2 };
  let best: { x: number; y: number } | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  const containers: DroppableContainer[] = context.droppableContainers.getEnabled();
  for (const container of containers) {
    const rect = context.droppableRects.get(container.id);
    if (!rect || container.id === context.over?.id) continue;
    const to = { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    const along = (to.x - from.x) * direction.x + (to.y - from.y) * direction.y;
    if (along <= 1) continue;
    const across =
      Math.abs((to.x - from.x) * direction.y) + Math.abs((to.y - from.y) * direction.x);
    const cost = along + 2 * across;
    if (cost < bestCost) {
      bestCost = cost;
      best = to;
    }
  }
  if (!best) return undefined;
  return { x: currentCoordinates.x + best.x - from.x, y: currentCoordinates.y + best.y - from.y };
};

/** What the pointer is in; for the keyboard, what the picture covers; small targets before the page they lie on. */
export const findTarget: CollisionDetection = (args) => {
  if (!args.pointerCoordinates) {
    const covered = rectIntersection(args);
    return covered.length > 0 ? covered : closestCenter(args);
  }
  return pointerWithin(args);
};

// Made once: with options that are new on every render, everything that can be moved would be drawn anew each time.
const MOUSE = { activationConstraint: { distance: 6 } };
const TOUCH = { activationConstraint: { delay: 220, tolerance: 10 } };
const KEYBOARD = {
  coordinateGetter: jumpToNextTarget,
  keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
};

/** Mouse at once, a finger after a short press (so that the page still scrolls), Space on the keyboard. */
export function useDragSensors() {
  return useSensors(
    useSensor(MouseSensor, MOUSE),
    useSensor(TouchSensor, TOUCH),
    useSensor(KeyboardSensor, KEYBOARD),
  );
}

/** What a screen reader hears while something is moved. */
export function useDragWords() {
  const t = useTranslations('calendars.drag');
  return useMemo(() => {
    const announcements: Announcements = {
      onDragStart: ({ active }) => t('picked_up', { name: nameOf(active) }),
      onDragOver: ({ over }) => (over ? t('over', { target: nameOf(over) }) : t('over_nothing')),
      onDragEnd: ({ over }) => (over ? t('dropped', { target: nameOf(over) }) : t('cancelled')),
      onDragCancel: () => t('cancelled'),
    };
    return { announcements, screenReaderInstructions: { draggable: t('instructions') } };
  }, [t]);
}

function nameOf({ data }: Active | Over): string {
  const name: unknown = data.current?.name;
  return typeof name === 'string' ? name : '';
}
