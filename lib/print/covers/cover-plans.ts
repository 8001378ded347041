import type { Area, PaperShape } from '../page-layout';
import type { Theme } from '../theme';

/** Where picture and texts of a cover stand. */
export type CoverPlan = { slot: Area; text: Area };

const area = (left: number, top: number, right: number, bottom: number): Area => ({
  left,
  top,
  right,
  bottom,
});

const WHOLE = area(0, 0, 1, 1);

/** Drawn once for each shape of paper, so that a new format needs no new cover. */
export const COVER_PLANS: Record<Theme['cover'], Record<PaperShape, CoverPlan>> = {
  framed: {
    portrait: { slot: area(0.09, 0.075, 0.91, 0.665), text: area(0.09, 0.69, 0.91, 0.97) },
    square: { slot: area(0.09, 0.085, 0.91, 0.665), text: area(0.09, 0.685, 0.91, 0.975) },
    landscape: { slot: area(0.06, 0.115, 0.6, 0.915), text: area(0.635, 0.115, 0.955, 0.915) },
  },
  split: {
    portrait: { slot: area(0, 0, 1, 0.7), text: area(0.055, 0.73, 0.945, 0.97) },
    square: { slot: area(0, 0, 1, 0.67), text: area(0.05, 0.7, 0.95, 0.97) },
    landscape: { slot: area(0, 0, 0.62, 1), text: area(0.655, 0.1, 0.96, 0.94) },
  },
  night: {
    portrait: { slot: WHOLE, text: area(0.1, 0.69, 0.9, 0.93) },
    square: { slot: WHOLE, text: area(0.14, 0.64, 0.86, 0.93) },
    landscape: { slot: WHOLE, text: area(0.2, 0.56, 0.8, 0.92) },
  },
  gallery: {
    portrait: { slot: area(0.17, 0.105, 0.83, 0.61), text: area(0.1, 0.655, 0.9, 0.94) },
    square: { slot: area(0.2, 0.105, 0.8, 0.625), text: area(0.1, 0.665, 0.9, 0.95) },
    landscape: { slot: area(0.09, 0.17, 0.53, 0.85), text: area(0.58, 0.17, 0.94, 0.85) },
  },
  blocks: {
    portrait: { slot: area(0, 0, 0.7, 0.62), text: area(0.06, 0.665, 0.94, 0.955) },
    square: { slot: area(0, 0, 0.7, 0.62), text: area(0.055, 0.655, 0.945, 0.96) },
    landscape: { slot: area(0, 0, 0.5, 1), text: area(0.7, 0.12, 0.962, 0.92) },
  },
  banded: {
    portrait: { slot: area(0, 0, 1, 0.64), text: area(0.08, 0.705, 0.92, 0.955) },
    square: { slot: area(0, 0, 1, 0.61), text: area(0.08, 0.69, 0.92, 0.96) },
    landscape: { slot: area(0, 0, 0.6, 1), text: area(0.67, 0.12, 0.955, 0.92) },
  },
  disc: {
    portrait: { slot: area(0.13, 0.09, 0.87, 0.62), text: area(0.1, 0.665, 0.9, 0.945) },
    square: { slot: area(0.2, 0.09, 0.8, 0.64), text: area(0.1, 0.675, 0.9, 0.955) },
    landscape: { slot: area(0.05, 0.13, 0.53, 0.9), text: area(0.57, 0.15, 0.945, 0.88) },
  },
  arch: {
    portrait: { slot: area(0.19, 0.1, 0.81, 0.65), text: area(0.1, 0.685, 0.9, 0.95) },
    square: { slot: area(0.27, 0.095, 0.73, 0.65), text: area(0.1, 0.68, 0.9, 0.96) },
    landscape: { slot: area(0.1, 0.13, 0.47, 0.9), text: area(0.535, 0.15, 0.94, 0.88) },
  },
  label: {
    portrait: { slot: WHOLE, text: area(0.17, 0.6, 0.83, 0.86) },
    square: { slot: WHOLE, text: area(0.19, 0.58, 0.81, 0.88) },
    landscape: { slot: WHOLE, text: area(0.27, 0.53, 0.73, 0.88) },
  },
  masthead: {
    portrait: { slot: area(0.07, 0.3, 0.93, 0.955), text: area(0.07, 0.055, 0.93, 0.275) },
    square: { slot: area(0.07, 0.325, 0.93, 0.945), text: area(0.07, 0.065, 0.93, 0.295) },
    landscape: { slot: area(0.05, 0.38, 0.95, 0.935), text: area(0.05, 0.075, 0.95, 0.345) },
  },
  magazine: {
    portrait: { slot: area(0, 0.28, 1, 1), text: area(0.055, 0.05, 0.945, 0.255) },
    square: { slot: area(0, 0.31, 1, 1), text: area(0.055, 0.06, 0.945, 0.285) },
    landscape: { slot: area(0.36, 0, 1, 1), text: area(0.045, 0.11, 0.325, 0.93) },
  },
  gilded: {
    portrait: { slot: area(0.16, 0.115, 0.84, 0.63), text: area(0.14, 0.67, 0.86, 0.905) },
    square: { slot: area(0.2, 0.125, 0.8, 0.62), text: area(0.15, 0.65, 0.85, 0.9) },
    landscape: { slot: area(0.1, 0.16, 0.54, 0.85), text: area(0.58, 0.18, 0.9, 0.83) },
  },
};

/** What the picture is cut to. */
export const SLOT_SHAPES: Partial<Record<Theme['cover'], 'disc' | 'arch'>> = {
  disc: 'disc',
  arch: 'arch',
};
