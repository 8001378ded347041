import {
  bindingZoneOf,
  bleedBoxOf,
  type Circle,
  holesOf,
  notchOf,
  type PrintFormat,
  safeBoxOf,
} from './formats';
import type { Box } from './operations';

/** What the editor draws over a page to show where knife, holes and hanger will be. Millimetres, as in the page. */
export type PrintOverlay = {
  bleed: Box;
  trim: Box;
  safe: Box;
  bindingZone: Box | null;
  holes: Circle[];
  /** Half of it lies above the page. */
  notch: Circle | null;
};

export function overlayOf(format: PrintFormat): PrintOverlay {
  return {
    bleed: bleedBoxOf(format),
    trim: { xMm: 0, yMm: 0, ...format.trim },
    safe: safeBoxOf(format),
    bindingZone: bindingZoneOf(format),
    holes: holesOf(format),
    notch: notchOf(format),
  };
}
