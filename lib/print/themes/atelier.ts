import type { Theme } from '../theme';

/** A warm sheet from a letterpress shop: Garamond, an Oxford rule, an olive sprig, terracotta for days off. */
export const ATELIER: Theme = {
  id: 'atelier',
  fonts: {
    display: 'eb-garamond/500',
    displayLight: 'eb-garamond/400',
    displayQuiet: 'eb-garamond/400-italic',
    numeral: 'eb-garamond/400',
    text: 'commissioner/400',
    textStrong: 'commissioner/500',
    caption: 'eb-garamond/400-italic',
    label: 'commissioner/500',
  },
  palette: {
    paper: '#fbf7ee',
    ink: '#2b241e',
    muted: '#6b6154',
    neighbour: '#958a7a',
    rule: '#cdc1ad',
    accent: '#5c6636',
    holiday: '#a63a26',
    saturday: '#8a543e',
    placeholder: '#ece3d2',
  },
  bandPalette: {
    ink: '#1f1914',
    muted: '#4a4238',
    neighbour: '#786e60',
    rule: '#a99c86',
    accent: '#434b24',
    holiday: '#8a2817',
    saturday: '#6b3a27',
  },
  grid: 'rules',
  dayAlign: 'left',
  numeralScale: 1.06,
  heading: 'stacked',
  labelCapitalsEm: 0.14,
  cover: 'framed',
};
