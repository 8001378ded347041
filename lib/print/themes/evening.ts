import type { Theme } from '../theme';

/** After sunset: ink-blue pages, Cormorant in candle light, gold stars between the days. */
export const EVENING: Theme = {
  id: 'evening',
  fonts: {
    display: 'cormorant/600',
    displayLight: 'cormorant/500',
    displayQuiet: 'cormorant/500',
    numeral: 'literata/300',
    text: 'literata/400',
    textStrong: 'literata/500',
    caption: 'cormorant/500-italic',
    label: 'literata/400',
  },
  palette: {
    paper: '#141b2e',
    ink: '#f2ebda',
    muted: '#aeb3c4',
    neighbour: '#78809c',
    rule: '#4a5475',
    accent: '#dcb872',
    holiday: '#f39a84',
    saturday: '#e6c3b0',
    placeholder: '#222c47',
  },
  bandPalette: {
    muted: '#c9cddb',
    neighbour: '#959cb5',
    accent: '#ecd09a',
    holiday: '#fab9a8',
    saturday: '#f0d8c9',
  },
  grid: 'dots',
  dayAlign: 'centre',
  numeralScale: 0.94,
  heading: 'centred',
  labelCapitalsEm: null,
  cover: 'night',
};
