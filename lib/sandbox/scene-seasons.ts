/** Colours and habits of one kind of weather; colours are "#rrggbb". */
export type Season = {
  sky: [string, string, string];
  ridges: [string, string];
  ground: [string, string];
  trees: string[];
  conifers: number;
  snow: boolean;
  dots: string[];
  sun: string;
};

const SEASONS: Record<'winter' | 'spring' | 'summer' | 'autumn', Season[]> = {
  winter: [
    {
      sky: ['#6f8fb3', '#b9cbdb', '#f3e7dc'],
      ridges: ['#a9bccd', '#5d7690'],
      ground: ['#eef3f6', '#d3dfe8'],
      trees: ['#31465a', '#28394a', '#3d5468'],
      conifers: 1,
      snow: true,
      dots: [],
      sun: '#fff4df',
    },
    {
      sky: ['#39456e', '#8d7ea3', '#f0b9a0'],
      ridges: ['#8d88ad', '#464d74'],
      ground: ['#dfe1ee', '#aeb5d0'],
      trees: ['#2a2f4c', '#343a5c', '#232843'],
      conifers: 0.9,
      snow: true,
      dots: [],
      sun: '#ffe3c4',
    },
  ],
  spring: [
    {
      sky: ['#7fb2d6', '#bcd9e6', '#fdf0e4'],
      ridges: ['#b4cabf', '#6b9a86'],
      ground: ['#a9c77f', '#7fa85c'],
      trees: ['#e9b7c4', '#f3cfd6', '#8fb26a'],
      conifers: 0.15,
      snow: false,
      dots: ['#f6e27a', '#ffffff', '#e9a3b7'],
      sun: '#fff6d8',
    },
    {
      sky: ['#8aa7c9', '#d7d4df', '#fbe3cf'],
      ridges: ['#aeb9c4', '#64847c'],
      ground: ['#b7cd8d', '#86a862'],
      trees: ['#9fbf6f', '#b8d086', '#f2d8de'],
      conifers: 0.3,
      snow: false,
      dots: ['#c9a3dc', '#fff3b0', '#ffffff'],
      sun: '#fff1cf',
    },
  ],
  summer: [
    {
      sky: ['#3f8ec4', '#95c6df', '#fbf1d9'],
      ridges: ['#8fb0b8', '#3f7274'],
      ground: ['#e3c069', '#b98f3b'],
      trees: ['#4a7a45', '#5f8f4d', '#38643b'],
      conifers: 0.35,
      snow: false,
      dots: ['#d94f3d', '#f7e9b0'],
      sun: '#fff2b8',
    },
    {
      sky: ['#2f6f9f', '#e69f73', '#ffd9a0'],
      ridges: ['#9c8a94', '#4f5f70'],
      ground: ['#7f9a4e', '#506f38'],
      trees: ['#2f4f3a', '#3c6144', '#264232'],
      conifers: 0.5,
      snow: false,
      dots: ['#f4c95d', '#e8e2c8'],
      sun: '#ffefc2',
    },
  ],
  autumn: [
    {
      sky: ['#7c9bb5', '#d3cfc6', '#f7dfbd'],
      ridges: ['#b29f97', '#6a6470'],
      ground: ['#c08a45', '#8f5f2f'],
      trees: ['#c9582b', '#e09433', '#9c3f26', '#d9b04a'],
      conifers: 0.25,
      snow: false,
      dots: ['#e7b04c', '#b5471f'],
      sun: '#fff0cf',
    },
    {
      sky: ['#54627e', '#b08a8e', '#f2b37a'],
      ridges: ['#93808a', '#4d4a5d'],
      ground: ['#a4733c', '#6d4a29'],
      trees: ['#8f3c22', '#c26a2a', '#5d4a35', '#d49a3d'],
      conifers: 0.4,
      snow: false,
      dots: ['#d98f35'],
      sun: '#ffe1ae',
    },
  ],
};

const SEASON_OF_MONTH = [
  'winter',
  'winter',
  'spring',
  'spring',
  'spring',
  'summer',
  'summer',
  'summer',
  'autumn',
  'autumn',
  'autumn',
  'winter',
] as const;

/** The looks a month may have. */
export function seasonsOf(month: number): readonly Season[] {
  return SEASONS[SEASON_OF_MONTH[(month - 1) % 12] ?? 'summer'];
}
