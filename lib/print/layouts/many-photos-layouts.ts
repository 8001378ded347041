import type { ShapedLayout } from '../page-layout';
import { area, downFrom, LANDSCAPE, PORTRAIT, rightFrom, SQUARE } from './paper-bases';

/** Two rows of three, wide and narrow in turn, filling the page down to `bottom`. */
const quilt = (bottom: number) => [
  area(0, 0, 0.5, bottom / 2),
  area(0.5, 0, 0.75, bottom / 2),
  area(0.75, 0, 1, bottom / 2),
  area(0, bottom / 2, 0.25, bottom),
  area(0.25, bottom / 2, 0.5, bottom),
  area(0.5, bottom / 2, 1, bottom),
];

/** Four pictures of one size in a row along the upper edge. */
const strip = (bottom: number) =>
  [0, 0.25, 0.5, 0.75].map((left) => area(left, 0, left + 0.25, bottom));

/** A large picture and two small ones over each other at its right. */
const trio = (bottom: number) => [
  area(0, 0, 0.62, bottom),
  area(0.62, 0, 1, bottom / 2),
  area(0.62, bottom / 2, 1, bottom),
];

export const MANY_PHOTOS_LAYOUTS: Record<
  'two-photos' | 'three-photos' | 'six-photos' | 'photo-strip',
  ShapedLayout
> = {
  'two-photos': {
    portrait: {
      ...PORTRAIT,
      slots: [area(0, 0, 0.6, 0.5), area(0.6, 0, 1, 0.5)],
      content: downFrom(0.5),
    },
    square: {
      ...SQUARE,
      slots: [area(0, 0, 0.6, 0.49), area(0.6, 0, 1, 0.49)],
      content: downFrom(0.49),
    },
    landscape: {
      ...LANDSCAPE,
      slots: [area(0, 0, 0.45, 0.5), area(0, 0.5, 0.45, 1)],
      content: rightFrom(0.45),
    },
  },
  'three-photos': {
    portrait: { ...PORTRAIT, slots: trio(0.5), content: downFrom(0.5) },
    square: { ...SQUARE, slots: trio(0.49), content: downFrom(0.49) },
    landscape: {
      ...LANDSCAPE,
      slots: [area(0, 0, 0.45, 0.56), area(0, 0.56, 0.225, 1), area(0.225, 0.56, 0.45, 1)],
      content: rightFrom(0.45),
    },
  },
  'six-photos': {
    portrait: { ...PORTRAIT, slots: quilt(0.54), content: downFrom(0.54) },
    square: { ...SQUARE, slots: quilt(0.51), content: downFrom(0.51) },
    landscape: {
      ...LANDSCAPE,
      slots: [
        area(0, 0, 0.28, 0.34),
        area(0.28, 0, 0.47, 0.34),
        area(0, 0.34, 0.19, 0.67),
        area(0.19, 0.34, 0.47, 0.67),
        area(0, 0.67, 0.28, 1),
        area(0.28, 0.67, 0.47, 1),
      ],
      content: rightFrom(0.47),
    },
  },
  'photo-strip': {
    portrait: {
      ...PORTRAIT,
      slots: strip(0.27),
      content: downFrom(0.27),
      heading: { place: 'above', share: 0.135 },
    },
    square: {
      ...SQUARE,
      slots: strip(0.27),
      content: downFrom(0.27),
      heading: { place: 'above', share: 0.145 },
    },
    landscape: {
      ...LANDSCAPE,
      slots: [0, 0.25, 0.5, 0.75].map((top) => area(0, top, 0.235, top + 0.25)),
      content: rightFrom(0.235),
    },
  },
};
