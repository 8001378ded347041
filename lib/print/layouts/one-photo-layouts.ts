import type { ShapedLayout } from '../page-layout';
import {
  area,
  downFrom,
  LANDSCAPE,
  LANDSCAPE_LOW,
  leftOf,
  PORTRAIT,
  rightFrom,
  SQUARE,
  upTo,
  WHOLE,
} from './paper-bases';

/** Clear of the wire, which is above the days here and not above a picture. */
const UNDER_THE_WIRE_MM = 15;

export const ONE_PHOTO_LAYOUTS: Record<
  'photo-above' | 'photo-below' | 'photo-left' | 'photo-full',
  ShapedLayout
> = {
  'photo-above': {
    portrait: { ...PORTRAIT, slots: [upTo(0.5)], content: downFrom(0.5) },
    square: { ...SQUARE, slots: [upTo(0.49)], content: downFrom(0.49) },
    landscape: { ...LANDSCAPE_LOW, slots: [upTo(0.5)], content: downFrom(0.5) },
  },
  'photo-below': {
    portrait: {
      ...PORTRAIT,
      marginMm: { x: 15, top: UNDER_THE_WIRE_MM, bottom: 7 },
      slots: [downFrom(0.52)],
      content: upTo(0.52),
      caption: 'foot',
    },
    square: {
      ...SQUARE,
      marginMm: { x: 13, top: UNDER_THE_WIRE_MM, bottom: 6 },
      slots: [downFrom(0.53)],
      content: upTo(0.53),
      caption: 'foot',
    },
    landscape: {
      ...LANDSCAPE_LOW,
      marginMm: { x: 11, top: UNDER_THE_WIRE_MM, bottom: 5 },
      slots: [downFrom(0.53)],
      content: upTo(0.53),
    },
  },
  'photo-left': {
    portrait: {
      ...PORTRAIT,
      marginMm: { x: 8, top: 17, bottom: 10 },
      heading: { place: 'above', share: 0.1 },
      slots: [leftOf(0.38)],
      content: rightFrom(0.38),
      caption: 'foot',
    },
    square: {
      ...SQUARE,
      marginMm: { x: 9, top: 16, bottom: 10 },
      heading: { place: 'above', share: 0.125 },
      slots: [leftOf(0.42)],
      content: rightFrom(0.42),
      caption: 'foot',
    },
    landscape: { ...LANDSCAPE, slots: [leftOf(0.45)], content: rightFrom(0.45) },
  },
  'photo-full': {
    portrait: {
      ...PORTRAIT,
      slots: [WHOLE],
      gutterMm: 0,
      content: area(0.04, 0.575, 0.96, 0.972),
      band: { radiusMm: 1.5 },
      marginMm: { x: 9, top: 7.5, bottom: 6 },
      heading: { place: 'above', share: 0.18 },
      caption: 'foot',
    },
    square: {
      ...SQUARE,
      slots: [WHOLE],
      gutterMm: 0,
      content: area(0.035, 0.525, 0.965, 0.965),
      band: { radiusMm: 1.5 },
      marginMm: { x: 8, top: 5.5, bottom: 4.5 },
      heading: { place: 'above', share: 0.175 },
      caption: 'foot',
    },
    landscape: {
      ...LANDSCAPE_LOW,
      slots: [WHOLE],
      gutterMm: 0,
      content: area(0.032, 0.47, 0.968, 0.956),
      band: { radiusMm: 1.5 },
      marginMm: { x: 8, top: 5.5, bottom: 4 },
    },
  },
};
