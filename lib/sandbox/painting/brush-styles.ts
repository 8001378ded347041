import type { BrushStyle } from './brush';

export const base = {
  jitter: 0.3,
  swirl: 0,
  angle: null,
  relief: 0.6,
  bristle: 0.6,
  ground: null,
} satisfies Omit<BrushStyle, 'passes'>;

/** Widths and lengths are written for a canvas a thousand pixels on its shorter side. */
export const PAINTED: BrushStyle = {
  ...base,
  jitter: 0.2,
  relief: 0.42,
  bristle: 0.5,
  passes: [
    { width: 26, length: 70, spacing: 0.95, threshold: 0, cover: 0.9 },
    { width: 11, length: 36, spacing: 1.05, threshold: 9, cover: 0.9 },
    { width: 5, length: 18, spacing: 1.05, threshold: 10, cover: 0.9 },
    { width: 2.6, length: 9, spacing: 1.1, threshold: 14, cover: 0.9 },
  ],
};

export const OIL: BrushStyle = {
  ...base,
  jitter: 0.36,
  relief: 0.8,
  bristle: 0.75,
  passes: [
    { width: 40, length: 110, spacing: 0.95, threshold: 0, cover: 0.95 },
    { width: 17, length: 60, spacing: 1, threshold: 11, cover: 0.93 },
    { width: 7.5, length: 28, spacing: 1.05, threshold: 13, cover: 0.92 },
    { width: 3.4, length: 13, spacing: 1.1, threshold: 17, cover: 0.92 },
  ],
};

export const FINE_OIL: BrushStyle = { ...PAINTED, relief: 0.3, jitter: 0.14, bristle: 0.4 };

export const DABS: BrushStyle = {
  ...base,
  jitter: 0.75,
  relief: 0.7,
  passes: [
    { width: 24, length: 44, spacing: 0.8, threshold: 0, cover: 0.92 },
    { width: 12, length: 22, spacing: 0.85, threshold: 0, cover: 0.85 },
    { width: 6, length: 13, spacing: 1, threshold: 15, cover: 0.9 },
    { width: 3, length: 8, spacing: 1.1, threshold: 24, cover: 0.9 },
  ],
};

export const SWIRL: BrushStyle = {
  ...base,
  jitter: 0.8,
  swirl: 0.55,
  relief: 1,
  bristle: 0.8,
  passes: [
    { width: 24, length: 80, spacing: 1, threshold: 0, cover: 0.95 },
    { width: 11, length: 50, spacing: 1.1, threshold: 6, cover: 0.95 },
    { width: 6, length: 24, spacing: 1.1, threshold: 16, cover: 0.95 },
    { width: 3.2, length: 10, spacing: 1.1, threshold: 26, cover: 0.9 },
  ],
};

export const BOLD: BrushStyle = {
  ...base,
  jitter: 0.55,
  relief: 0.75,
  bristle: 0.85,
  passes: [
    { width: 54, length: 130, spacing: 0.95, threshold: 0, cover: 0.96 },
    { width: 24, length: 70, spacing: 1, threshold: 18, cover: 0.95 },
    { width: 10, length: 32, spacing: 1.05, threshold: 24, cover: 0.95 },
    { width: 4.5, length: 14, spacing: 1.1, threshold: 30, cover: 0.9 },
  ],
};

export const GOUACHE: BrushStyle = { ...PAINTED, relief: 0.14, jitter: 0.26, bristle: 0.7 };

export const CHALK: BrushStyle = {
  ...base,
  jitter: 0.4,
  relief: 0,
  bristle: 1,
  angle: -0.9,
  passes: [
    { width: 20, length: 70, spacing: 1, threshold: 0, cover: 0.7 },
    { width: 9, length: 40, spacing: 1, threshold: 6, cover: 0.75 },
    { width: 4, length: 18, spacing: 1.05, threshold: 10, cover: 0.8 },
    { width: 2.4, length: 9, spacing: 1.1, threshold: 14, cover: 0.8 },
  ],
};
