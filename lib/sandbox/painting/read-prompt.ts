export type SeasonName = 'winter' | 'spring' | 'summer' | 'autumn';
export type Place =
  | 'mountains'
  | 'lake'
  | 'sea'
  | 'oldTown'
  | 'canal'
  | 'skyline'
  | 'forest'
  | 'meadow'
  | 'village'
  | 'room'
  | 'studio'
  | 'garden'
  | 'desert'
  | 'space'
  | 'castle';
export type Light = 'day' | 'golden' | 'dawn' | 'night' | 'aurora' | 'overcast' | 'candle';
type Weather = 'clear' | 'snow' | 'rain' | 'fog';
export type Medium =
  | 'painted'
  | 'oil'
  | 'oldMaster'
  | 'impressionist'
  | 'swirl'
  | 'pointillist'
  | 'expressive'
  | 'watercolour'
  | 'ink'
  | 'woodblock'
  | 'pop'
  | 'poster'
  | 'nouveau'
  | 'storybook'
  | 'pencil'
  | 'pastel'
  | 'noir'
  | 'vintage'
  | 'technicolor'
  | 'mosaic'
  | 'cubist';

/** What a prompt asks for, as far as the painter understands words. */
export type Spec = {
  /** Month of the northern year whose plants and weather fit, 1 to 12: a southern January is 7. */
  month: number;
  season: SeasonName;
  place: Place;
  light: Light;
  weather: Weather;
  medium: Medium;
  /** Lights float in the air. */
  isMagical: boolean;
};

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const SEASON_MONTHS: Record<SeasonName, readonly number[]> = {
  winter: [12, 1, 2],
  spring: [3, 4, 5],
  summer: [6, 7, 8],
  autumn: [9, 10, 11],
};

const SEASON_WORDS: readonly (readonly [SeasonName, string])[] = [
  [
    'winter',
    'winter|snow|snowy|snowfall|snowflakes?|frost|frosty|icy|ice|christmas|sleigh|skates?|skating|mittens',
  ],
  [
    'spring',
    'spring|springtime|blossoms?|cherry trees?|tulips?|easter|crocus(?:es)?|snowdrops?|lilacs?|daffodils?',
  ],
  [
    'summer',
    'summer|summery|poppies|sunflowers?|lavender|harvest|wheat|beach|picnic|strawberr(?:y|ies)|lemonade',
  ],
  [
    'autumn',
    'autumn|autumnal|fall|pumpkins?|golden leaves|fallen leaves|maple|mushrooms?|vineyards?|october|falling leaves',
  ],
];

const PLACE_WORDS: readonly (readonly [Place, string])[] = [
  ['castle', 'castles?|fairy.?tale kingdom|kingdom|dragon|fortress|citadel|turrets?'],
  [
    'space',
    'space|planets?|galax(?:y|ies)|nebula|cosmic|cosmos|orbit|astronaut|moon surface|lunar|mars|rockets?|starship|science.?fiction|starlight|space station|zero gravity|spaceship|comets?|saturn',
  ],
  [
    'sea',
    'sea|seaside|beach|ocean|coast|coastal|harbou?r|waves?|sail|sailing|lighthouse|boats?|island|riviera|amalfi|pier|santorini|cliffs?',
  ],
  ['lake', 'lake|lakeside|river|fjord|pond|waterfall|canoe|rowing'],
  [
    'mountains',
    'mountains?|alps|alpine|peaks?|ski|skiing|himalayas?|highlands?|summit|glacier|patagonia|iceland|valley|hike|hiking|trail|machu picchu|andes|ridge',
  ],
  ['canal', 'canals?|gondolas?|venice|amsterdam|bruges|houseboats?'],
  [
    'oldTown',
    'street|streets|old town|cobbled?|cobblestones?|market|caf[eé]|bakery|(?:town|market|village) square|paris|parisian|prague|lviv|vienna,|rome|lisbon|balcony|bookshop|alley|courtyard|lane|lanes|wooden houses|bookstall|florist|tram|montmartre',
  ],
  [
    'skyline',
    'city|skyline|skyscrapers?|new york|manhattan|tokyo|metropolis|rooftops?|neon|urban|downtown|traffic|taxi|boulevard',
  ],
  ['forest', 'forest|woods|woodland|birch|pines?|redwood|jungle|grove|ferns?|mushrooms?|fireflies'],
  ['garden', 'gardens?|greenhouse|orchard|arbou?r|pergola|blossoming|patio|hydrangeas?'],
  ['village', 'village|cottages?|farmhouse|barn|cabin|chapel|church|farm|country house'],
  [
    'meadow',
    'meadow|countryside|hilltop|hillside|vineyards?|hills?|hay|haystacks?|prairie|tuscany|tuscan|steppe',
  ],
  [
    'room',
    'kitchen|interior|window|windowsill|room|library|fireplace|hearth|armchair|sofa|indoors|living room|attic|desk|piano|candlelit|bed|study|loft|bedroom|hallway|workshop|parlou?r|table',
  ],
  [
    'desert',
    'deserts?|sand dunes|sahara|cactus|cacti|oasis|canyon|savannah?|safari|pyramids?|morocco|camel|petra|wadi',
  ],
  [
    'studio',
    'studio|backdrop|court portrait|throne|plain background|seamless|headshot|close.?up portrait|painted background|dark background|neutral background',
  ],
];

/** Told in passing, more often of the season than of the place. */
const WEAK_PLACE_WORDS: readonly (readonly [Place, string])[] = [
  ['meadow', 'fields?|wheat|sunflowers?|lavender|poppies|grass|hay'],
  ['forest', 'trees|leaves'],
  ['garden', 'roses|flowers|lawn|park|terrace|veranda'],
  ['lake', 'bridge|stream'],
];

/** The more special first: "a Pointillist oil painting" is made of points. */
const MEDIUM_WORDS: readonly (readonly [Medium, string])[] = [
  ['noir', 'film noir|noir|black.and.white|monochrome|silver gelatin|high.contrast b&w'],
  [
    'technicolor',
    'technicolou?r|airbrush\\w*|retro.?futuristic|musical|1950s film|hollywood|kodachrome',
  ],
  ['watercolour', 'watercolou?rs?|aquarelle|wet.on.wet|wash(?:es)? of colou?r'],
  ['nouveau', 'art nouveau|mucha|jugendstil|secession(?:ist)?|klimt'],
  ['woodblock', 'woodblock|ukiyo.?e|hokusai|hiroshige|japanese print|linocut|woodcut'],
  ['pop', 'pop.?art|warhol|lichtenstein|comic|halftone|screen.?print'],
  [
    'poster',
    'travel poster|poster|art deco|flat illustration|vector|bauhaus|constructivist|risograph|minimalist illustration|mid.century',
  ],
  ['swirl', 'van gogh|post.?impressionis[tm]|starry night'],
  ['pointillist', 'pointillis[tm]|seurat|signac|divisionis[tm]'],
  [
    'impressionist',
    'impressionis[tm]|monet|renoir|plein.?air|sorolla|luminis[tm]|painted outdoors',
  ],
  ['expressive', 'expressionis[tm]|fauvis[tm]|matisse|kirchner|bold brush'],
  ['cubist', 'cubis[tm]|cubist|picasso|futuris[tm]|low.?poly'],
  ['mosaic', 'mosaic|stained.?glass|byzantine'],
  [
    'oldMaster',
    'old master|rembrandt|vermeer|baroque|renaissance|chiaroscuro|caravaggio|dutch golden age|tenebris[tm]|royal portrait|state portrait|court portrait|flemish|romanticis[tm]|romantic landscape',
  ],
  ['ink', 'ink wash|sumi.?e|chinese ink|ink drawing|brush and ink'],
  ['pencil', 'pencil|graphite|charcoal|sketch|engraving|etching|hatching'],
  ['pastel', 'pastel (?:drawing|painting|portrait)|soft pastels|chalk pastels?|crayons?|degas'],
  [
    'storybook',
    'storybook|picture.?book|children.?s book|illustrat(?:ion|ed)|fairy.?tale|gouache|folk art|naive art|petrykivka|whimsical|beatrix',
  ],
  [
    'vintage',
    'vintage|retro|1970s|1960s|seventies|sixties|polaroid|faded (?:photo|print|colou?rs?)|postcard|old photograph|super.?8|analog(?:ue)? film',
  ],
  ['oil', 'oil painting|oil on canvas|oil paint|impasto|palette knife|canvas|oils'],
];

const LIGHT_WORDS: readonly (readonly [Light, string])[] = [
  ['aurora', 'northern lights|aurora|polar lights'],
  [
    'night',
    'night|midnight|moonlit|moonlight|stars|starry|starlight|fireworks|neon|blue hour|lanterns?|nightfall|fireflies|sparklers',
  ],
  ['candle', 'candlelit|candlelight|candles?|firelight|fireplace|lamplight|cosy glow|cozy glow'],
  [
    'golden',
    'golden hour|sunset|golden light|low sun|evening sun|late.afternoon|dusk|amber light|warm evening|sundown|backlit|backlight',
  ],
  ['dawn', 'dawn|sunrise|morning|early light|first light|misty morning|daybreak'],
  ['overcast', 'overcast|cloudy|storm|stormy|moody|grey sky|rain|rainy|drizzle|fog|foggy'],
];

const WEATHER_WORDS: readonly (readonly [Weather, string])[] = [
  ['snow', 'snowfall|falling snow|snowflakes?|snowing|snowstorm|snow is falling|snow falls|snowy'],
  ['rain', 'rain|rainy|drizzle|umbrella|wet pavement|puddles?'],
  ['fog', 'fog|foggy|mist|misty|haze|hazy'],
];

/** Reads a prompt; what it does not say is chosen by seed. */
export function readPrompt(prompt: string, seed: number): Spec {
  // "A sea of mist" is no sea, and an oil sketch no drawing.
  const text = prompt
    .toLowerCase()
    .replace(/\b(?:sea|ocean)s? of (?:mist|fog|clouds?|light)/g, 'mountain mist')
    .replace(/\boil sketch/g, 'oil painting')
    .replace(/street photograph\w*|colou?red pencils?|a little pencil line/g, 'picture');
  const named = MONTHS.findIndex((month) => new RegExp(`\\b${month}\\b`).test(text));
  const season = strongest(text, SEASON_WORDS);
  const month = monthOf(named + 1, plainSeason(text) ?? season, seed);
  const own = seasonOf(month);
  const light = strongest(text, LIGHT_WORDS);
  const medium =
    MEDIUM_WORDS.find(([, words]) => new RegExp(`\\b(?:${words})\\b`).test(text))?.[0] ?? 'painted';
  const place =
    strongest(text, PLACE_WORDS) ??
    strongest(text, WEAK_PLACE_WORDS) ??
    pickBySeed(DEFAULT_PLACES, seed);
  return {
    month,
    season: own,
    // Courts sit indoors, before a curtain and a column.
    place: medium === 'oldMaster' && !INDOORS.has(place) ? 'studio' : place,
    light: light ?? (seed % 3 === 0 ? 'golden' : 'day'),
    weather: strongest(text, WEATHER_WORDS) ?? 'clear',
    medium,
    isMagical: MAGIC.test(text),
  };
}

const INDOORS: ReadonlySet<Place> = new Set(['room', 'studio', 'mountains', 'lake']);
const MAGIC = /\b(?:fantasy|fairy|fairies|magic\w*|enchanted|glowing|fireflies|sparks?|wonder)\b/;
const DEFAULT_PLACES = ['mountains', 'meadow', 'lake', 'forest', 'village', 'garden'] as const;

/** The season by its own name wins over what hints at it ("summer in January" is south of the line). */
function plainSeason(text: string): SeasonName | null {
  const found = /\b(winter|spring|summer|autumn)\b/.exec(text);
  return found ? (found[1] as SeasonName) : null;
}

function monthOf(named: number, season: SeasonName | null, seed: number): number {
  if (named > 0) {
    // A month whose season is another one is on the southern half of the earth.
    if (season === null || seasonOf(named) === season) return named;
    const opposite = ((named + 5) % 12) + 1;
    if (seasonOf(opposite) === season) return opposite;
    return named;
  }
  if (season) return pickBySeed(SEASON_MONTHS[season], seed);
  return 1 + (seed % 12);
}

function seasonOf(month: number): SeasonName {
  if (month === 12 || month < 3) return 'winter';
  if (month < 6) return 'spring';
  return month < 9 ? 'summer' : 'autumn';
}

function pickBySeed<T>(items: readonly T[], seed: number): T {
  return items[Math.abs(seed) % items.length] as T;
}

/** The kind of which most different words occur; the one named first wins a tie. */
function strongest<T>(text: string, kinds: readonly (readonly [T, string])[]): T | null {
  let best: { kind: T; score: number; first: number } | null = null;
  for (const [kind, words] of kinds) {
    const hits = [...text.matchAll(new RegExp(`\\b(?:${words})\\b`, 'g'))];
    const first = hits[0]?.index ?? Number.POSITIVE_INFINITY;
    const score = new Set(hits.map(([word]) => word)).size;
    if (
      score > 0 &&
      (!best || score > best.score || (score === best.score && first < best.first))
    ) {
      best = { kind, score, first };
    }
  }
  return best?.kind ?? null;
}
