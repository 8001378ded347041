import type { ShapedLayout } from '../page-layout';
import {
  area,
  downFrom,
  LANDSCAPE,
  leftOf,
  PORTRAIT,
  rightFrom,
  SQUARE,
  upTo,
  WHOLE,
} from './paper-bases';

/** Layouts in which the days themselves are the design. */
export const DAYS_LAYOUTS: Record<
  'family-planner' | 'week-rows' | 'type-only' | 'photo-days',
  ShapedLayout
> = {
  'family-planner': {
    portrait: {
      ...PORTRAIT,
      slots: [upTo(0.225)],
      content: downFrom(0.225),
      marginMm: { x: 10, top: 6, bottom: 7 },
      heading: { place: 'above', share: 0.095 },
      days: 'planner',
    },
    square: {
      ...SQUARE,
      slots: [leftOf(0.3)],
      content: rightFrom(0.3),
      marginMm: { x: 8, top: 14, bottom: 8 },
      heading: { place: 'above', share: 0.095 },
      caption: 'foot',
      days: 'planner',
    },
    landscape: {
      ...LANDSCAPE,
      slots: [leftOf(0.3)],
      content: rightFrom(0.3),
      marginMm: { x: 8, top: 13, bottom: 6 },
      heading: { place: 'above', share: 0.11 },
      days: 'planner',
    },
  },
  'week-rows': {
    portrait: {
      ...PORTRAIT,
      slots: [upTo(0.27)],
      content: downFrom(0.27),
      marginMm: { x: 10, top: 7, bottom: 8 },
      heading: { place: 'above', share: 0.115 },
      days: 'weeks',
    },
    square: {
      ...SQUARE,
      slots: [upTo(0.27)],
      content: downFrom(0.27),
      marginMm: { x: 10, top: 6, bottom: 8 },
      heading: { place: 'above', share: 0.125 },
      days: 'weeks',
    },
    landscape: {
      ...LANDSCAPE,
      slots: [leftOf(0.27)],
      content: rightFrom(0.27),
      marginMm: { x: 8, top: 14, bottom: 7 },
      heading: { place: 'above', share: 0.14 },
      days: 'weeks',
    },
  },
  'type-only': {
    portrait: {
      ...PORTRAIT,
      slots: [],
      content: WHOLE,
      marginMm: { x: 18, top: 24, bottom: 16 },
      heading: { place: 'above', share: 0.2 },
      caption: 'foot',
      numeralScale: 1.35,
    },
    square: {
      ...SQUARE,
      slots: [],
      content: WHOLE,
      marginMm: { x: 20, top: 22, bottom: 14 },
      heading: { place: 'above', share: 0.22 },
      caption: 'foot',
      numeralScale: 1.3,
    },
    landscape: {
      ...LANDSCAPE,
      slots: [],
      content: WHOLE,
      marginMm: { x: 18, top: 18, bottom: 11 },
      heading: { place: 'above', share: 0.235 },
      numeralScale: 1.35,
    },
  },
  'photo-days': {
    portrait: {
      ...PORTRAIT,
      slots: [area(0.06, 0.2, 0.94, 0.925)],
      content: area(0.06, 0, 0.94, 1),
      marginMm: { x: 0, top: 15, bottom: 7 },
      caption: 'foot',
      days: 'windows',
    },
    square: {
      ...SQUARE,
      slots: [area(0.055, 0.23, 0.945, 0.92)],
      content: area(0.055, 0, 0.945, 1),
      marginMm: { x: 0, top: 14, bottom: 7 },
      caption: 'foot',
      days: 'windows',
    },
    landscape: {
      ...LANDSCAPE,
      slots: [area(0.045, 0.265, 0.955, 0.905)],
      content: area(0.045, 0, 0.955, 1),
      marginMm: { x: 0, top: 14, bottom: 6 },
      days: 'windows',
    },
  },
};
