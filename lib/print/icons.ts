import type { IconId } from '@/lib/calendars/document';
import { ICON_OUTLINES } from './data/icon-outlines';
import { placedPath } from './path-tools';

/** Side of the square that icons are drawn on. */
const SIDE = 24;

/** A filled outline of an icon inside a square with its upper left corner at the given point. */
export function iconPath(icon: IconId, xMm: number, yMm: number, sizeMm: number): string {
  return placedPath(ICON_OUTLINES[icon], { xMm, yMm, scaleX: sizeMm / SIDE });
}
