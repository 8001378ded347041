import type { Theme } from '../theme';

/** A Swiss poster: white paper, black ink, one very light numeral, ticks instead of a grid, vermilion and cobalt. */
export const MERIDIAN: Theme = {
  id: 'meridian',
  fonts: {
    display: 'manrope/700',
    displayLight: 'manrope/200',
    displayQuiet: 'manrope/400',
    numeral: 'manrope/500',
    text: 'manrope/500',
    textStrong: 'manrope/600',
    caption: 'manrope/500',
    label: 'manrope/600',
  },
  palette: {
    paper: '#ffffff',
    ink: '#000000',
    muted: '#575c64',
    neighbour: '#898f98',
    rule: '#c7ccd3',
    accent: '#1d4ed0',
    holiday: '#cf2f1a',
    saturday: '#cf2f1a',
    placeholder: '#e9ecf0',
  },
  bandPalette: {
    muted: '#3b3f45',
    neighbour: '#6c727a',
    rule: '#a3a9b1',
    accent: '#143aa3',
    holiday: '#a8220f',
    saturday: '#a8220f',
  },
  grid: 'ticks',
  dayAlign: 'left',
  numeralScale: 1,
  heading: 'numeral',
  labelCapitalsEm: null,
  cover: 'split',
};
