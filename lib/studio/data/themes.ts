import type { Locale } from '@/lib/i18n/locales';
import type { ThemeDefaults } from '../prompt-template';

type ThemeSeed = {
  /** Stable: covers are /themes/<slug>.jpg. */
  slug: string;
  names: Record<Locale, string>;
  descriptions: Record<Locale, string>;
  styleText: string;
  negativePrompt: string;
  defaults: ThemeDefaults;
  /** Empty is all. */
  categoryIds: readonly string[];
  /** January first. Seeds are those to try first on the desk: nobody has judged them yet. */
  prompts: readonly { template: string; seeds: readonly [number, number] }[];
};

/** Who can act in a scene: everybody but houses and objects. */
const LIVING = ['woman', 'man', 'girl', 'boy', 'couple', 'family', 'dog', 'cat', 'pet'];

/** Weaknesses of photographs and of drawings that every theme keeps out where the model listens. */
const NO_FLAWS =
  'text, letters, watermark, signature, frame, extra limbs, extra fingers, deformed hands, distorted face, blurry, low resolution';

/** Themes of a new installation, in the order of the shelf. */
export const THEMES: readonly ThemeSeed[] = [
  {
    slug: 'twelve-paintings',
    names: {
      en: 'Twelve paintings',
      uk: 'Дванадцять картин',
      de: 'Zwölf Gemälde',
      pl: 'Dwanaście obrazów',
    },
    descriptions: {
      en: 'A great school of painting each month, from Dutch window light to folk flowers.',
      uk: 'Щомісяця інша школа живопису: від голландського світла з вікна до петриківських квітів.',
      de: 'Jeden Monat eine große Malschule, vom holländischen Fensterlicht bis zu Volkskunstblumen.',
      pl: 'Co miesiąc inna szkoła malarstwa: od holenderskiego światła po ludowe kwiaty.',
    },
    styleText:
      'A museum-quality painting with visible brushwork and a balanced composition, the palette of {season} in {month}',
    negativePrompt: `photograph, 3d render, ${NO_FLAWS}`,
    defaults: {
      place: 'a quiet old town',
      outfit: 'simple well-cut clothes in earth colours',
      guidance: 3.5,
      steps: 28,
      loraScale: 0.9,
    },
    categoryIds: [],
    prompts: [
      {
        template:
          '{subject} [person: in a plain dark dress collar, reading a letter beside a tall leaded window][animal: resting on a velvet cushion beside a tall leaded window][thing: on the bank of a still canal, seen through a tall leaded window], a pewter jug and lemons on the sill, {nature} behind the panes, one cool shaft of light falling from the left, Dutch Golden Age oil painting on dark panel',
        seeds: [184203, 771640],
      },
      {
        template:
          '{subject} [person: crossing a curved wooden bridge under a paper umbrella][animal: pausing halfway across a curved wooden bridge][thing: standing at the end of a curved wooden bridge], {nature} on both banks, a pale mountain far away, flat areas of indigo and rose, fine even outlines, ukiyo-e woodblock print on mulberry paper',
        seeds: [402117, 938551],
      },
      {
        template:
          '{subject} [person: strolling along a river bank with a straw basket][animal: trotting along a river bank][thing: mirrored in a slow river], {nature}, rowing boats and broken reflections, {light}, short loose strokes of pure colour laid side by side, French Impressionist oil on canvas',
        seeds: [560924, 218337],
      },
      {
        template:
          '{subject} [person: in a flowing robe, half turned, a garland in {possessive} hands][animal: seated proudly inside a garland][thing: framed by climbing vines], a great ornamental ring behind, {nature} drawn as whiplash lines, muted gold, sage and coral, Art Nouveau colour lithograph',
        seeds: [335790, 640128],
      },
      {
        template:
          '{subject} [person: resting in the shade on a Sunday afternoon][animal: napping in the shade on a Sunday afternoon][thing: beyond a sunny lawn on a Sunday afternoon], a calm river with white sails, {nature}, {light}, the whole surface built of tiny dots of complementary colours, Pointillist oil painting',
        seeds: [127465, 819902],
      },
      {
        template:
          '{subject} [person: looking up from a hilltop][animal: sitting on a hilltop, looking up][thing: on a hilltop above a sleeping village] beneath a vast night sky of swirling stars and a bright moon, {nature} in the foreground, thick ridges of cobalt and chrome yellow, Post-Impressionist oil painting',
        seeds: [703318, 256049],
      },
      {
        template:
          '{subject} [person: leaning on a balcony rail][animal: perched at an open balcony door][thing: beside the quay] above a small harbour of bright boats, {light}, unreal glowing colours, vermilion, turquoise and violet shadows, bold flat strokes, Fauvist oil on canvas',
        seeds: [481256, 990713],
      },
      {
        template:
          '{subject} [person: walking along the edge of the sea in a loose white shirt][animal: running along the edge of the sea][thing: above a pale beach] with wet sand shining like a mirror, sails on the horizon, {light}, dazzling whites and mauve shadows, Spanish luminist oil sketch painted outdoors',
        seeds: [649871, 172504],
      },
      {
        template:
          '{subject} [person: with closed eyes and a calm smile, wrapped in a patterned cloak][animal: curled on a patterned cloth][thing: rising from a patterned hillside], {nature} woven into ornament, spirals and small squares of gold leaf, deep green and ivory, Vienna Secession painting with gilding',
        seeds: [824036, 395518],
      },
      {
        template:
          '{subject} [person: seen from behind on a high rock, coat moving in the wind][animal: alert on a high rock][thing: alone on a high ridge] above a sea of mist, {nature} on far hills, a tall luminous sky, solemn and hopeful, German Romantic landscape in oil, fine glazes',
        seeds: [513742, 267980],
      },
      {
        template:
          '{subject} [person: in an embroidered shirt, smiling][animal: sitting upright, bright-eyed][thing: painted white with a thatched roof] at the centre of a wreath of fantastic flowers, viburnum berries and two little birds, fine feathery cat-hair brush lines on a pale ground, Ukrainian Petrykivka folk painting',
        seeds: [936105, 148627],
      },
      {
        template:
          '{subject} [person: among neighbours at a lively evening fair][animal: in the middle of a lively evening fair][thing: at the edge of a lively evening fair] on a village square hung with lanterns, little stalls and musicians, {nature} around, tiny cheerful figures, a deep blue sky with one star, naive folk oil painting full of detail',
        seeds: [290483, 755316],
      },
    ],
  },
  {
    slug: 'storybook',
    names: {
      en: 'Storybook',
      uk: 'Книжка з картинками',
      de: 'Bilderbuch',
      pl: 'Książka z bajkami',
    },
    descriptions: {
      en: 'A gentle adventure for every month, drawn like the favourite book at bedtime.',
      uk: 'Щомісяця лагідна пригода, намальована, мов улюблена книжка перед сном.',
      de: 'Jeden Monat ein sanftes Abenteuer, gezeichnet wie das liebste Gutenachtbuch.',
      pl: 'Co miesiąc łagodna przygoda, narysowana jak ulubiona książka na dobranoc.',
    },
    styleText:
      'Hand-drawn picture-book illustration in gouache and coloured pencil, warm paper grain, rounded shapes, tender humour, a {season} page for {month}',
    negativePrompt: `photograph, scary, dark, violence, ${NO_FLAWS}`,
    defaults: {
      place: 'a small village between green hills',
      outfit: 'a knitted red jumper and sturdy boots',
      guidance: 3.5,
      steps: 28,
      loraScale: 0.95,
    },
    categoryIds: [],
    prompts: [
      {
        template:
          '{subject} [person: wearing {outfit}, pouring tea for a hedgehog][animal: sharing a blanket with a hedgehog][thing: glowing from within while a hedgehog knocks politely] beside a round window, {nature} outside, a kettle steaming, candle-yellow light on wooden beams',
        seeds: [318842, 604975],
      },
      {
        template:
          '{subject} [person: delivering letters with a satchel across {possessive} shoulder][animal: carrying a letter very carefully][thing: with a long line of animals waiting at its letterbox] in {place}, {nature}, a fox postman tipping his cap, hearts on the envelopes, a pink morning sky',
        seeds: [752310, 189466],
      },
      {
        template:
          '{subject} [person: flying a patched kite, hair in the wind][animal: chasing the tail of a patched kite][thing: with a patched kite caught on the roof] on a windy hill, {nature}, sheep holding on to their hats, big tumbling clouds, {light}',
        seeds: [437091, 861254],
      },
      {
        template:
          '{subject} [person: in yellow boots, jumping over a puddle][animal: splashing through a puddle][thing: upside down in the reflection of a huge puddle] after the rain, {nature}, a snail with an umbrella, a double rainbow over {place}',
        seeds: [520618, 973340],
      },
      {
        template:
          '{subject} [person: at a tiny table, invited to tea][animal: the guest of honour at tea][thing: surrounded by tiny tea tables] with mice in waistcoats under a giant flower, {nature}, crumbs and porcelain cups, dappled {light}',
        seeds: [264507, 698123],
      },
      {
        template:
          '{subject} [person: rowing a little boat made of a walnut shell][animal: captain of a little boat made of a walnut shell][thing: carried along on a raft of reeds] down a wide lazy stream, dragonflies pulling on silk threads, {nature} on the banks, {light} on the ripples',
        seeds: [905762, 351889],
      },
      {
        template:
          '{subject} [person: lying in the grass and counting][animal: lying in the grass among][thing: surrounded by] hundreds of fireflies on a soft blue night, an owl reading aloud from a big book, {nature}, the moon like a lantern over {place}',
        seeds: [146930, 812075],
      },
      {
        template:
          '{subject} [person: steering a hot-air balloon with a telescope in {possessive} hand][animal: peering over the basket of a hot-air balloon][thing: lifted gently by a hundred balloons] above a patchwork of fields, {nature} far below, storks flying along, {light}',
        seeds: [583216, 227604],
      },
      {
        template:
          '{subject} [person: reading to a class of rabbits][animal: the most attentive pupil in a class of rabbits][thing: turned into a schoolhouse for rabbits] under an old tree, slates and ink pots, {nature}, chalk drawings floating in the air, {light}',
        seeds: [671958, 408237],
      },
      {
        template:
          '{subject} [person: pushing a cart with an enormous round loaf][animal: asleep on an enormous round loaf][thing: beside a heap of enormous round loaves] at the market of {place}, badgers playing fiddle and drum, {nature}, bunting and smoke from the chimneys',
        seeds: [339175, 780462],
      },
      {
        template:
          '{subject} [person: lifting a lamp to show the way][animal: leading the way, nose up][thing: with every window lit as a beacon] to a procession of small animals with paper lanterns, {nature}, soft fog, long friendly shadows, amber light',
        seeds: [857649, 116320],
      },
      {
        template:
          '{subject} [person: hanging the last star on][animal: gazing up at][thing: decorated like] a tall tree full of glass birds and ribbons, all the forest animals in a circle holding hands, {nature}, a night sky sprinkled with silver, joyful and quiet',
        seeds: [492803, 945718],
      },
    ],
  },
  {
    slug: 'around-the-world',
    names: {
      en: 'Around the world',
      uk: 'Навколо світу',
      de: 'Einmal um die Welt',
      pl: 'Dookoła świata',
    },
    descriptions: {
      en: 'Twelve journeys in one year, photographed like a travel magazine.',
      uk: 'Дванадцять подорожей за рік, зняті як для журналу про мандри.',
      de: 'Zwölf Reisen in einem Jahr, fotografiert wie für ein Reisemagazin.',
      pl: 'Dwanaście podróży w jednym roku, jak z magazynu podróżniczego.',
    },
    styleText:
      'Editorial travel photograph, 35mm lens, natural colours, rich detail in the background, {season} atmosphere in {month}',
    negativePrompt: `illustration, cartoon, ${NO_FLAWS}`,
    defaults: {
      place: '',
      outfit: 'a light travel jacket and a soft scarf',
      guidance: 3.2,
      steps: 30,
      loraScale: 1,
    },
    categoryIds: LIVING,
    prompts: [
      {
        template:
          '{subject} [person: wearing {outfit}, a warm cup in both hands,][animal: sitting on the doorstep] before a row of painted wooden houses in Bergen, Norway, {nature}, the harbour behind, {light} on red and ochre boards',
        seeds: [211478, 690352],
      },
      {
        template:
          '{subject} [person: in a fine cloak, holding a feathered mask aside,][animal: with a silk ribbon, sitting] on a small bridge in Venice, Italy, gondolas below, faded palaces in the haze, {season} air, pearl and rose tones, {light}',
        seeds: [845903, 137261],
      },
      {
        template:
          '{subject} [person: walking slowly, looking up,][animal: walking ahead] along the lantern-lit stone lane of old Kyoto, Japan, wooden tea houses on both sides, {nature}, {light}, calm and elegant',
        seeds: [396140, 758829],
      },
      {
        template:
          '{subject} [person: with a bicycle and a bunch of flowers,][animal: in the front basket of a bicycle,] by a canal in Amsterdam, the Netherlands, gabled houses mirrored in the water, {nature}, {light}',
        seeds: [602587, 284416],
      },
      {
        template:
          '{subject} [person: laughing on a café terrace][animal: under a café table] on a steep street of Lisbon, Portugal, a yellow tram passing, blue tiles and drying laundry, {light}, {season} warmth of colour',
        seeds: [923705, 471093],
      },
      {
        template:
          '{subject} [person: wearing {outfit}, standing small][animal: standing] before the rolling hills of Tuscany, Italy, a line of cypresses leading to a farmhouse, {nature}, {light}, layered blue distance',
        seeds: [158364, 837210],
      },
      {
        template:
          '{subject} [person: sitting on a whitewashed wall,][animal: dozing on a whitewashed wall,] blue domes and the wide sea of Santorini, Greece, behind, bougainvillea overhead, {light}, crisp shadows, deep blue and white',
        seeds: [714650, 362978],
      },
      {
        template:
          '{subject} [person: in a wide-brimmed hat, with field glasses,][animal: in the shade of a jeep,] watching elephants cross the savanna of Kenya, one flat-topped acacia, dust in the air, {light}, far violet hills',
        seeds: [540219, 196743],
      },
      {
        template:
          '{subject} [person: browsing spices][animal: waiting beside baskets of spices] in a covered market of Marrakesh, Morocco, beams of sun through the reed roof, copper lamps, saffron and indigo, {season} crowd softly blurred',
        seeds: [289436, 903157],
      },
      {
        template:
          '{subject} [person: wearing {outfit}, hands in pockets,][animal: off the leash] on a long path through Central Park, New York, {nature}, the towers rising behind in haze, {light}',
        seeds: [467812, 625390],
      },
      {
        template:
          '{subject} [person: in a woven poncho beside][animal: nose to nose with] a friendly llama on a terrace above the stone walls of Machu Picchu, Peru, clouds opening over the peaks, {light}, emerald and slate',
        seeds: [831094, 274685],
      },
      {
        template:
          '{subject} [person: wearing {outfit}, holding a sparkler,][animal: with a red bow, sitting] on the old town square of Lviv, Ukraine, festive lights between the houses, a tram, {nature}, blue hour and golden windows',
        seeds: [376521, 948206],
      },
    ],
  },
  {
    slug: 'vintage-postcards',
    names: {
      en: 'Vintage postcards',
      uk: 'Старі листівки',
      de: 'Alte Ansichtskarten',
      pl: 'Dawne pocztówki',
    },
    descriptions: {
      en: 'Holiday posters of the 1930s: flat colours, big skies and far horizons.',
      uk: 'Курортні плакати 1930-х: чисті кольори, велике небо й далекі обрії.',
      de: 'Reiseplakate der 1930er: klare Flächen, weite Himmel, ferne Horizonte.',
      pl: 'Plakaty wakacyjne z lat 30.: płaskie barwy, wielkie niebo, dalekie horyzonty.',
    },
    styleText:
      'Vintage 1930s travel poster without lettering, screen-printed flat colour shapes, limited palette of six inks, strong diagonal composition, slight paper wear, {season} in {month}',
    negativePrompt: `photograph, gradient mesh, ${NO_FLAWS}`,
    defaults: {
      place: 'a lakeside resort',
      outfit: 'elegant 1930s travelling clothes',
      guidance: 4,
      steps: 28,
      loraScale: 0.9,
    },
    categoryIds: [],
    prompts: [
      {
        template:
          '{subject} [person: in {outfit}, waving from][animal: looking out of][thing: beside] the open carriage of a little red mountain train, {nature}, a stone viaduct over a blue gorge, sharp white peaks',
        seeds: [613804, 279135],
      },
      {
        template:
          '{subject} [person: with a picnic rug under one arm][animal: bounding ahead][thing: small below] in front of an enormous granite mountain and a mirror lake, {nature}, one long cloud, teal and cream',
        seeds: [954023, 318570],
      },
      {
        template:
          '{subject} [person: riding in a varnished motor boat][animal: at the bow of a varnished motor boat][thing: on the shore behind a varnished motor boat], the wake drawn as white curves, {place} in the distance, {nature} on the slopes, {light}',
        seeds: [142769, 786351],
      },
      {
        template:
          '{subject} [person: riding in an open cream-coloured roadster][animal: in the passenger seat of an open cream-coloured roadster][thing: behind an open cream-coloured roadster] along a winding coast road, {nature} above, sea far below, a scarf of cloud, coral and aquamarine',
        seeds: [507418, 861942],
      },
      {
        template:
          '{subject} [person: cycling in {outfit}][animal: in a bicycle basket][thing: behind a leaning bicycle] on a poplar avenue with long striped shadows, {nature}, a church spire, {light}, mustard, olive and sky blue',
        seeds: [328690, 675204],
      },
      {
        template:
          '{subject} [person: at the railing of][animal: on the sunny deck of][thing: on the pier beneath] a great ocean liner, three huge funnels, flags and gulls, geometric waves, navy, vermilion and ivory, {light}',
        seeds: [791536, 403187],
      },
      {
        template:
          '{subject} [person: under a striped parasol, in an elegant hat][animal: under a striped parasol][thing: behind a row of striped parasols] on a broad promenade by the sea, palms in pots, sailing boats like paper triangles, {light}',
        seeds: [234871, 958063],
      },
      {
        template:
          '{subject} [person: looking through a brass telescope on the gallery of][animal: on the steps of][thing: next to] a white lighthouse, bold rays of light, cliffs in flat ochre planes, {season} sea, one red boat',
        seeds: [869420, 157392],
      },
      {
        template:
          '{subject} [person: carrying a picnic basket][animal: asleep between the rows][thing: among the rows] in terraced vineyards over a wide river, a steamer below, {nature}, {light}, plum, gold and dusty green',
        seeds: [415967, 720834],
      },
      {
        template:
          '{subject} [person: in {outfit} beside][animal: on a leather suitcase beside][thing: seen through the steam of] a streamlined night express at the platform, clouds of steam, {nature} glued to the roofs by the wind, round lamps, deep red and midnight blue',
        seeds: [682035, 296518],
      },
      {
        template:
          '{subject} [person: boarding a silver aeroplane, one hand on the hat][animal: watching a silver aeroplane][thing: under a silver aeroplane climbing] above {place}, searchlight-like rays across the sky, {nature} as simple shapes, petrol blue and orange',
        seeds: [539184, 874206],
      },
      {
        template:
          '{subject} [person: gliding gracefully past][animal: sitting in front of][thing: next to] a grand hotel with a hundred golden windows, paper stars overhead, {nature}, musicians on the terrace, deep blue evening, festive and glamorous',
        seeds: [107653, 641279],
      },
    ],
  },
  {
    slug: 'golden-hour',
    names: {
      en: 'Golden hour',
      uk: 'Золота година',
      de: 'Goldene Stunde',
      pl: 'Złota godzina',
    },
    descriptions: {
      en: 'Honest portraits in the loveliest light of the day, outdoors all year round.',
      uk: 'Щирі портрети в найкращому світлі дня, просто неба цілий рік.',
      de: 'Ehrliche Porträts im schönsten Licht des Tages, das ganze Jahr draußen.',
      pl: 'Szczere portrety w najpiękniejszym świetle dnia, przez cały rok na dworze.',
    },
    styleText:
      'Fine-art photograph at golden hour, 85mm lens at f/1.8, soft background, gentle film grain, true skin and fur tones, {season}, {month}',
    negativePrompt: `illustration, painting, harsh flash, oversaturated, ${NO_FLAWS}`,
    defaults: {
      place: 'an open meadow near the woods',
      outfit: 'a soft wool jumper in a natural colour',
      guidance: 2.8,
      steps: 30,
      loraScale: 1,
    },
    categoryIds: [],
    prompts: [
      {
        template:
          '{subject} [person: wearing {outfit}, face turned to the sun, breathing in the clear air,][animal: nose raised to the sun,][thing: catching the last sun] in {place}, {nature}, low rim light, glittering air',
        seeds: [745120, 388964],
      },
      {
        template:
          '{subject} [person: looking out over a wide lake, collar up,][animal: at the edge of a wide lake,][thing: across a wide lake,] {nature}, the sky peach and pale blue, a long reflection, silence, {light}',
        seeds: [291657, 816403],
      },
      {
        template:
          '{subject} [person: laughing, wind in {possessive} hair,][animal: running towards the camera, ears flying,][thing: under racing clouds] on a hillside path, {nature}, backlit grasses, sun flare at the edge of the frame',
        seeds: [968274, 530719],
      },
      {
        template:
          '{subject} [person: standing among branches, eyes half closed in the warmth,][animal: framed by branches,][thing: seen through branches] in an old orchard, {nature}, drifting petals or leaves in the sun, creamy bokeh',
        seeds: [173846, 602935],
      },
      {
        template:
          '{subject} [person: sitting on a wooden fence in {outfit},][animal: lying in the long grass,][thing: beyond a wooden fence] in {place}, {nature}, fine seeds glowing in the backlight, {light}',
        seeds: [854062, 247391],
      },
      {
        template:
          '{subject} [person: walking slowly, sleeves rolled up,][animal: leaping through the shallows,][thing: on the dunes] along a lonely beach, sun just above the water, footprints and foam, warm haze, {season} colours',
        seeds: [426708, 719583],
      },
      {
        template:
          '{subject} [person: in the middle of a wide field, arms a little open,][animal: peeking out of a wide field,][thing: at the end of a wide field,] {nature}, long shadows, the sun like a coin, honey and violet',
        seeds: [639415, 192870],
      },
      {
        template:
          '{subject} [person: beside a small campfire with a tin mug,][animal: beside a small campfire,][thing: with a small campfire in front] in {place}, first star in the sky, sparks rising, faces lit by embers and the last light',
        seeds: [308529, 951746],
      },
      {
        template:
          '{subject} [person: with a basket of bread and fruit, an honest smile,][animal: next to a picnic basket,][thing: with a bench by the door,] {nature}, dust and light between the trees, {light}',
        seeds: [517930, 864218],
      },
      {
        template:
          '{subject} [person: wrapped in a plaid blanket,][animal: sitting still,][thing: half hidden] on a forest road, {nature}, sunbeams through the mist between tall trunks, copper and green, a quiet look into the lens',
        seeds: [782364, 415097],
      },
      {
        template:
          '{subject} [person: in a long coat, hands deep in the pockets,][animal: listening into the distance,][thing: standing alone] on a bridge over a slow river, {nature}, the low sun a pale disc, birds in a line, calm',
        seeds: [145782, 693051],
      },
      {
        template:
          '{subject} [person: holding a string of tiny lights, cheeks glowing,][animal: wrapped in a string of tiny lights,][thing: trimmed with tiny lights] at nightfall in {place}, {nature}, the last orange stripe on the horizon, warm and intimate',
        seeds: [920637, 258314],
      },
    ],
  },
  {
    slug: 'silver-screen',
    names: {
      en: 'The silver screen',
      uk: 'Срібний екран',
      de: 'Die große Leinwand',
      pl: 'Srebrny ekran',
    },
    descriptions: {
      en: 'From silent comedy and film noir to Technicolor: twelve scenes, one star.',
      uk: 'Від німого кіно й нуару до «Техніколору»: дванадцять сцен, одна зірка.',
      de: 'Vom Stummfilm über Film noir bis Technicolor: zwölf Szenen, ein Star.',
      pl: 'Od niemego kina i noir po Technicolor: dwanaście scen, jedna gwiazda.',
    },
    styleText:
      'Still frame from a classic motion picture, anamorphic lens, carefully staged studio lighting, fine film grain, released in {month}, {season} mood',
    negativePrompt: `cartoon, modern clothes, weapons, blood, ${NO_FLAWS}`,
    defaults: {
      place: 'a grand old cinema',
      outfit: 'elegant evening wear of the 1940s',
      guidance: 3.5,
      steps: 30,
      loraScale: 1,
    },
    categoryIds: LIVING,
    prompts: [
      {
        template:
          '{subject} [person: in a bowler hat, balancing a tower of plates][animal: beneath a teetering tower of plates] in a 1920s silent comedy, an astonished waiter behind, {nature} at the window, black and white with soft vignette, theatrical make-up and wide eyes',
        seeds: [357190, 824613],
      },
      {
        template:
          '{subject} [person: in a trench coat and hat under][animal: waiting under] a street lamp in a 1940s film noir, wet cobbles, venetian-blind shadows, a cloud of mist, {season} night, high-contrast black and white',
        seeds: [608274, 173958],
      },
      {
        template:
          '{subject} [person: dancing and laughing with a spinning umbrella][animal: leaping over a puddle beside a spinning umbrella] in a 1950s Technicolor musical, a painted street set, {nature} made of paper, rain like glass beads, cherry red and lemon yellow',
        seeds: [491365, 936027],
      },
      {
        template:
          '{subject} [person: in {outfit}, on a scooter][animal: in the basket of a scooter] in a 1950s Roman comedy, fountains and sunlit façades, {nature} over a wall, {light}, creamy black and white',
        seeds: [215847, 760491],
      },
      {
        template:
          '{subject} [person: in a linen suit, unfolding an ancient map][animal: digging beside an ancient map] in a 1930s adventure film, ruins swallowed by vines, a biplane in the sky, shafts of dusty {light}, sepia and jungle green',
        seeds: [873502, 349168],
      },
      {
        template:
          '{subject} [person: in {outfit}, leaning on the rail][animal: on the deck chair] of a white yacht in a 1960s Riviera caper, sparkling bay, {light}, bold turquoise and tangerine, effortless glamour',
        seeds: [132986, 685740],
      },
      {
        template:
          '{subject} [person: in a broad hat and waistcoat, leading a horse][animal: beside a patient horse] through a 1960s widescreen western, red mesas, tumbleweed, an enormous sky, {light}, dust glowing',
        seeds: [740619, 521873],
      },
      {
        template:
          '{subject} [person: in a silver jumpsuit, hand on a glowing console][animal: in a tiny silver cape] aboard a rocket of a 1950s science-fiction film, round portholes, two moons, miniature models, mint and raspberry Technicolor',
        seeds: [286054, 917385],
      },
      {
        template:
          '{subject} [person: in {outfit}, alone in the velvet seats,][animal: alone on a velvet seat,] in {place}, the projector beam full of dust above, tender 1980s Italian drama, warm amber and burgundy, {season} evening',
        seeds: [569231, 402786],
      },
      {
        template:
          '{subject} [person: holding a candlestick, an eyebrow raised,][animal: nose to the keyhole,] in the library of a 1930s country-house mystery, {nature} beating at tall windows, a secret door ajar, green lampshade, rich shadows',
        seeds: [954718, 238640],
      },
      {
        template:
          '{subject} [person: in {outfit}, bidding farewell][animal: waiting faithfully] at a railway platform in a sweeping 1960s epic, steam and brass, {nature} across a wide plain, a sea of extras in soft focus, {light}',
        seeds: [317805, 861492],
      },
      {
        template:
          '{subject} [person: in {outfit}, arms wide beneath][animal: amazed beneath] drifting paper stars in the final scene of a 1940s feel-good film, a whole town singing on the main street, {nature}, wreaths and shop windows aglow, shimmering black and white touched with hand colour',
        seeds: [648320, 195074],
      },
    ],
  },
  {
    slug: 'watercolour-year',
    names: {
      en: 'A year in watercolour',
      uk: 'Рік аквареллю',
      de: 'Ein Jahr in Aquarell',
      pl: 'Rok w akwareli',
    },
    descriptions: {
      en: 'Light washes and white paper: the seasons as a painter’s diary.',
      uk: 'Прозорі заливки й білий папір: пори року, мов щоденник художниці.',
      de: 'Zarte Lasuren und weißes Papier: die Jahreszeiten als Malertagebuch.',
      pl: 'Lekkie plamy i biel papieru: pory roku jak dziennik malarki.',
    },
    styleText:
      'Loose transparent watercolour on cold-pressed paper, wet-in-wet blooms, a little pencil line left showing, plenty of white paper, the colours of {season}, {month}',
    negativePrompt: `photograph, heavy outlines, dark background, ${NO_FLAWS}`,
    defaults: {
      place: 'a garden with a wooden gate',
      outfit: 'a loose cotton shirt and a straw-coloured cardigan',
      guidance: 3.5,
      steps: 28,
      loraScale: 0.9,
    },
    categoryIds: [],
    prompts: [
      {
        template:
          '{subject} [person: at a desk by the window with a pot of brushes][animal: asleep on a windowsill beside a pot of brushes][thing: painted small beyond a windowsill with a pot of brushes], {nature} outside, pale blue shadows, one bright spot of orange',
        seeds: [423970, 718256],
      },
      {
        template:
          '{subject} [person: feeding little birds from an open hand][animal: watching little birds][thing: with little birds along its edge] by a wooden fence, {nature}, washes of grey-violet and rose, {light}',
        seeds: [865103, 294718],
      },
      {
        template:
          '{subject} [person: kneeling to plant seedlings in clay pots][animal: sitting among clay pots][thing: with clay pots lined up in front] in {place}, {nature}, wet earth, clear greens, a watering can',
        seeds: [137542, 680319],
      },
      {
        template:
          '{subject} [person: under a clear umbrella, smiling][animal: shaking off raindrops][thing: shining wet] in a passing shower, {nature}, the sun already back behind it, colours running into each other, {light}',
        seeds: [592681, 346907],
      },
      {
        template:
          '{subject} [person: carrying an armful of wild flowers][animal: nose deep in wild flowers][thing: with wild flowers at its feet] on a path to {place}, {nature}, yellow, cobalt and sap green, fresh and quick',
        seeds: [904216, 157839],
      },
      {
        template:
          '{subject} [person: reading in a hammock][animal: stretched out under a hammock][thing: behind a hammock] between two trees, dappled spots of {light}, {nature}, a jug with lemon slices, unhurried',
        seeds: [271863, 835490],
      },
      {
        template:
          '{subject} [person: on a jetty, feet over the water][animal: on a jetty, looking at its reflection][thing: by a jetty] at a calm lake, a small sail, {nature}, horizontal washes of turquoise, {light}',
        seeds: [716394, 402951],
      },
      {
        template:
          '{subject} [person: at an easel in the open, sleeves rolled up][animal: beside an easel in the open][thing: as the motif in front of an easel] on a hill over striped fields, {nature}, a big warm sky with three clouds',
        seeds: [358027, 969184],
      },
      {
        template:
          '{subject} [person: sorting baskets at a long table][animal: under a long table with baskets][thing: with a long table of baskets outside] in {place}, bread, honey and fruit, {nature}, ochre and mulberry, {light}',
        seeds: [640715, 213598],
      },
      {
        template:
          '{subject} [person: in a long scarf, cycling slowly][animal: trotting beside a bicycle][thing: behind a parked bicycle] along an avenue, {nature}, splashes of colour flying off the brush, wide white margins',
        seeds: [189432, 754860],
      },
      {
        template:
          '{subject} [person: at the harbour wall with a thermos flask][animal: on coils of rope][thing: at the harbour wall], boats dissolving in fog, {nature} on the shore, indigo and warm grey, a single lamp lit',
        seeds: [527906, 381647],
      },
      {
        template:
          '{subject} [person: tying a ribbon around a parcel][animal: tangled in ribbon][thing: like a gift with a ribbon] by lamplight, oranges, pine cones and candles on the table, {nature} outside in blue, a glow of gold wash',
        seeds: [873259, 640182],
      },
    ],
  },
  {
    slug: 'fairy-tale-forest',
    names: {
      en: 'Fairy-tale forest',
      uk: 'Казковий ліс',
      de: 'Märchenwald',
      pl: 'Baśniowy las',
    },
    descriptions: {
      en: 'Old trees, small wonders and a lantern: twelve chapters of a tale.',
      uk: 'Старі дерева, малі дива й ліхтар: дванадцять розділів однієї казки.',
      de: 'Alte Bäume, kleine Wunder, eine Laterne: zwölf Kapitel eines Märchens.',
      pl: 'Stare drzewa, małe cuda i latarnia: dwanaście rozdziałów jednej baśni.',
    },
    styleText:
      'Cinematic fantasy photograph, volumetric light, intricate natural detail, deep greens with touches of gold, a {season} forest in {month}',
    negativePrompt: `horror, gore, cartoon, plastic skin, ${NO_FLAWS}`,
    defaults: {
      place: 'an ancient forest',
      outfit: 'a hooded cloak of moss-green wool with a leaf-shaped clasp',
      guidance: 3.5,
      steps: 30,
      loraScale: 1,
    },
    categoryIds: LIVING,
    prompts: [
      {
        template:
          '{subject} [person: wearing {outfit}, lifting a lantern][animal: following a floating lantern] at the edge of {place}, {nature}, a path marked by tiny glowing mushrooms, blue shadows, {light}',
        seeds: [482617, 905341],
      },
      {
        template:
          '{subject} [person: in {outfit}, face to face][animal: nose to nose] with a great white stag whose antlers carry little lights, {nature}, breathless silence, soft backlight',
        seeds: [136295, 748060],
      },
      {
        template:
          '{subject} [person: listening with a hand on the bark of][animal: curled between the roots of] a giant oak with a carved door, light from the keyhole, {nature}, moss like velvet, {light}',
        seeds: [691480, 357216],
      },
      {
        template:
          '{subject} [person: wearing a crown of flowers and][animal: with a crown of flowers and] surrounded by hundreds of pale butterflies in a clearing, {nature}, pollen drifting through sunbeams',
        seeds: [824953, 216374],
      },
      {
        template:
          '{subject} [person: crossing a swaying rope bridge in {outfit}][animal: crossing a swaying rope bridge] to a village of tree houses, round windows and smoke, {nature}, {light}',
        seeds: [540162, 983705],
      },
      {
        template:
          '{subject} [person: stepping from stone to stone across][animal: drinking from] a crystal stream with small waterfalls, water lilies and dragonflies of blue glass, {nature}, {light}',
        seeds: [317586, 672049],
      },
      {
        template:
          '{subject} [person: asleep on a bed of ferns, a book fallen open,][animal: asleep on a bed of ferns,] while fireflies write spirals in the air, {nature}, moonbeams, teal and gold',
        seeds: [758304, 192867],
      },
      {
        template:
          '{subject} [person: in {outfit}, riding on the shoulder of][animal: riding on the shoulder of] a kind giant made of wood and moss, birds nesting in its hair, {nature}, {light}, far blue hills',
        seeds: [469031, 830592],
      },
      {
        template:
          '{subject} [person: stirring a copper kettle][animal: guarding a copper kettle] before a crooked cottage with a roof of living grass, jars of starlight on the sill, {nature}, {light}',
        seeds: [605748, 274913],
      },
      {
        template:
          '{subject} [person: in {outfit}, dancing in a ring of][animal: in the centre of a ring of] swirling leaves and fox spirits of pale fire, {nature}, twilight, warm sparks',
        seeds: [281960, 917436],
      },
      {
        template:
          '{subject} [person: sitting beside an old owl on][animal: sitting beside an old owl on] the steps of a forgotten library overgrown with ivy, lamps in the fog, {nature}, hushed and wise',
        seeds: [934125, 568207],
      },
      {
        template:
          '{subject} [person: in a cloak of white feathers, looking up at][animal: looking up at] the tallest tree of {place}, every branch hung with living stars, forest animals gathered around, {nature}, awe and warmth',
        seeds: [152873, 796340],
      },
    ],
  },
  {
    slug: 'city-seasons',
    names: {
      en: 'City seasons',
      uk: 'Пори міста',
      de: 'Stadt im Jahreslauf',
      pl: 'Pory miasta',
    },
    descriptions: {
      en: 'Coffee, rain, rooftops: the small moments of a city, a year long.',
      uk: 'Кава, дощ, дахи: маленькі миті міста протягом року.',
      de: 'Kaffee, Regen, Dächer: die kleinen Augenblicke einer Stadt.',
      pl: 'Kawa, deszcz, dachy: małe chwile miasta przez cały rok.',
    },
    styleText:
      'Candid street photograph, 50mm lens, available light, colour negative film tones, layered foreground, {season} in the city, {month}',
    negativePrompt: `illustration, studio backdrop, logos, ${NO_FLAWS}`,
    defaults: {
      place: 'an old European city',
      outfit: 'a well-cut coat and a bright scarf',
      guidance: 3,
      steps: 30,
      loraScale: 1,
    },
    categoryIds: LIVING,
    prompts: [
      {
        template:
          '{subject} [person: behind the steamed-up window of a café, drawing a heart on the glass][animal: looking out of the window of a café] in {place}, reflections of trams, {nature} across the street, warm lamps inside, {light}',
        seeds: [739104, 285617],
      },
      {
        template:
          '{subject} [person: with a huge bouquet, in a hurry,][animal: beside a huge bouquet] at the flower stall by the underground steps, {season} passers-by blurred around, wet pavement, pink and green',
        seeds: [410862, 963275],
      },
      {
        template:
          '{subject} [person: sharing one umbrella with the wind,][animal: in a small raincoat,] on shining cobbles after the rain, neon and sky in every puddle, {nature}, {place} behind',
        seeds: [592341, 148760],
      },
      {
        template:
          '{subject} [person: on a park bench with the shoes off,][animal: rolling on the lawn,] in a city park, {nature}, domes behind the trees, students and chess players far away, {light}',
        seeds: [867520, 304918],
      },
      {
        template:
          '{subject} [person: laughing on a borrowed bicycle,][animal: in a bicycle crate,] on a bridge with iron lamps, a river and barges below, {nature} along the quay, {light}, slight motion blur behind',
        seeds: [236795, 781043],
      },
      {
        template:
          '{subject} [person: at a long table on a rooftop,][animal: on the parapet of a rooftop,] among friends and strings of bulbs, chimneys and church towers of {place} to the horizon, {light}',
        seeds: [654180, 429367],
      },
      {
        template:
          '{subject} [person: beside a playing fountain, drops in the air,][animal: chasing the drops of a fountain,] on a bright square, pigeons rising, {nature} in tubs, crisp shadows, {light}',
        seeds: [981453, 520679],
      },
      {
        template:
          '{subject} [person: choosing an old record,][animal: asleep on a crate of old records,] at a flea market under striped awnings, brass, books and mirrors, {season} morning, {light}',
        seeds: [178236, 843905],
      },
      {
        template:
          '{subject} [person: reading on the steps of the university,][animal: on the steps of the university,] columns and bicycles, {nature}, a paper cup beside, thoughtful, {light}',
        seeds: [305917, 692584],
      },
      {
        template:
          '{subject} [person: in {outfit}, walking towards the camera,][animal: walking towards the camera,] on a boulevard, {nature}, the low sun straight down the street, long shadows, golden dust',
        seeds: [726048, 451392],
      },
      {
        template:
          '{subject} [person: in {outfit}, waiting for the last tram,][animal: waiting at the tram stop,] in the evening fog of {place}, headlights like two moons, {nature}, teal and sodium orange, cinematic',
        seeds: [849163, 237085],
      },
      {
        template:
          '{subject} [person: in {outfit}, looking up with shining eyes,][animal: in front of a lit shop window,] at the festive market of {place}, thousands of lights, a carousel turning, {nature}, gentle bokeh',
        seeds: [563820, 918746],
      },
    ],
  },
  {
    slug: 'royal-portraits',
    names: {
      en: 'Royal portraits',
      uk: 'Королівські портрети',
      de: 'Königliche Porträts',
      pl: 'Królewskie portrety',
    },
    descriptions: {
      en: 'Velvet, lace and dignity. Splendid for people, even better for pets.',
      uk: 'Оксамит, мереживо й гідність. Пасує людям, а улюбленцям ще більше.',
      de: 'Samt, Spitze und Würde. Herrlich für Menschen, noch besser für Haustiere.',
      pl: 'Aksamit, koronki i godność. Świetne dla ludzi, jeszcze lepsze dla pupili.',
    },
    styleText:
      'Grand court portrait in oil, masterly chiaroscuro, glazed shadows, crackled varnish, exquisite fabrics, the colours of {season} in {month}',
    negativePrompt: `photograph, cartoon, modern objects, ${NO_FLAWS}`,
    defaults: {
      place: 'a palace',
      outfit: 'a ruby velvet robe with lace collar',
      guidance: 3.8,
      steps: 30,
      loraScale: 1,
    },
    categoryIds: LIVING,
    prompts: [
      {
        template:
          '{subject} crowned, wearing an ermine-trimmed coronation mantle, seated on a gilded throne, one [animal: paw][person: hand] on a golden orb, crimson drapery, {nature} in a small window',
        seeds: [614920, 387051],
      },
      {
        template:
          '{subject} as ambassador, in black silk and a great white lace ruff, a sealed letter on the table, a globe and a carpet, calm gaze, {light} from the left',
        seeds: [273648, 859130],
      },
      {
        template:
          '{subject} as admiral, in a navy coat with gold epaulettes and a cocked hat, a brass telescope at hand, ships under full sail behind, wind and {light}',
        seeds: [940517, 126483],
      },
      {
        template:
          '{subject} as court gardener, in pale green brocade, holding shears of silver beside a rose in a porcelain pot, palace hedges and {nature} behind, {light}',
        seeds: [481036, 735294],
      },
      {
        template:
          '{subject} in a Rococo dress coat of sky-blue satin, on a garden swing beneath old trees, ribbons flying, {nature}, powdery pink clouds, mischievous and elegant',
        seeds: [709842, 362517],
      },
      {
        template:
          '{subject} as general, in a scarlet uniform with a silver sash beside a rocking horse, tents and banners in the valley, {nature}, heroic sky, {light}',
        seeds: [158390, 924076],
      },
      {
        template:
          '{subject} as explorer of the realm, in a travelling coat, charts and a compass on a drum, tropical birds on a stand, an open sea beyond the colonnade, {light}',
        seeds: [532761, 480913],
      },
      {
        template:
          '{subject} as astronomer royal, in a midnight-blue robe sewn with stars, an armillary sphere of brass, a comet in the window, {season} night sky, candle glow',
        seeds: [867405, 219638],
      },
      {
        template:
          '{subject} as patron of music, in {outfit}, a lute and a sheet of notes on the table, a heavy curtain drawn aside from a terrace, {nature}, {light}',
        seeds: [346159, 790824],
      },
      {
        template:
          '{subject} as lord of the hunt who spares every creature, in a green coat with a feathered hat, a fox and a hare at peace alongside, {nature}, a faded tapestry, {light}',
        seeds: [693270, 541986],
      },
      {
        template:
          '{subject} as royal scholar, in a fur-lined gown and velvet cap, a tower of leather books, an hourglass, a quill, {nature} at the lattice window, one candle',
        seeds: [215083, 876349],
      },
      {
        template:
          '{subject} at the head of a banquet, in {outfit}, a napkin of lace, silver platters, pomegranates and sugared pastries, a hundred candles, the court applauding in the shadows, {season} feast',
        seeds: [978624, 304715],
      },
    ],
  },
  {
    slug: 'space-and-wonder',
    names: {
      en: 'Space and wonder',
      uk: 'Космос і дива',
      de: 'Weltall und Wunder',
      pl: 'Kosmos i cuda',
    },
    descriptions: {
      en: 'Moons, comets and friendly machines: a year beyond the sky.',
      uk: 'Місяці, комети й добрі машини: рік по той бік неба.',
      de: 'Monde, Kometen und freundliche Maschinen: ein Jahr jenseits des Himmels.',
      pl: 'Księżyce, komety i przyjazne maszyny: rok po drugiej stronie nieba.',
    },
    styleText:
      'Retro-futuristic science-fiction illustration, airbrushed gradients, clean shapes, sense of scale and optimism, starlight, a {season} sky in {month}',
    negativePrompt: `war, weapons, horror, ${NO_FLAWS}`,
    defaults: {
      place: 'a small glass-domed colony',
      outfit: 'a white space suit with orange seams, helmet under the arm',
      guidance: 3.8,
      steps: 28,
      loraScale: 0.95,
    },
    categoryIds: [],
    prompts: [
      {
        template:
          '{subject} [person: in {outfit}, on the gantry][animal: in a tiny space suit, on the gantry][thing: at the foot] of a gleaming rocket before dawn, clouds of vapour, {nature} on the plain, peach horizon, the first stars fading',
        seeds: [451736, 827904],
      },
      {
        template:
          '{subject} [person: in {outfit}, floating][animal: floating upside down][thing: floating] before the great window of a space station, the blue Earth below with its {season} continents, sunrise along the curve',
        seeds: [690253, 134867],
      },
      {
        template:
          '{subject} [person: leaving the first footprints][animal: leaving the first paw prints][thing: alone] on the silver dust of the Moon, long black shadows, a crescent Earth, a little flag of plain orange',
        seeds: [318475, 905612],
      },
      {
        template:
          '{subject} [person: watering seedlings][animal: among the seedlings][thing: surrounded by seedlings] in a greenhouse on Mars, {nature} under glass, rusty dunes outside, a small blue sunset, hope',
        seeds: [572908, 246381],
      },
      {
        template:
          '{subject} [person: steering a solar yacht, scarf flying,][animal: at the mast of a solar yacht,][thing: beneath a solar yacht] past a wall of golden nebula clouds, sails like thin mirrors, spray of stars',
        seeds: [843069, 719524],
      },
      {
        template:
          '{subject} [person: playing chess with][animal: playing ball with][thing: looked after by] a round friendly robot in {place}, a ringed planet filling half the sky, {nature} in the dome, lilac and mint',
        seeds: [165297, 980436],
      },
      {
        template:
          '{subject} [person: on the balcony of][animal: on the roof of][thing: within] a floating city above the cream-coloured clouds of Venus, airships, hanging gardens, {light}',
        seeds: [736410, 352879],
      },
      {
        template:
          '{subject} [person: lying on the bonnet of a desert rover, pointing up,][animal: on the bonnet of a desert rover,][thing: beside a parked desert rover] under a shower of meteors, the Milky Way upright, {season} night, telescopes on the ridge',
        seeds: [294658, 617035],
      },
      {
        template:
          '{subject} [person: skating on the rings of Saturn][animal: leaping between the rings of Saturn][thing: resting on the rings of Saturn] as if on a frozen road of pearls, immense pale gold planet, tiny moons, joy',
        seeds: [908341, 473620],
      },
      {
        template:
          '{subject} [person: in {outfit}, hand on][animal: sniffing at][thing: next to] a door of light on a crystal planet, violet trees, {nature} reflected in every facet, two suns low, {light}',
        seeds: [527183, 861497],
      },
      {
        template:
          '{subject} [person: wrapped in a blanket at the eyepiece of][animal: beside][thing: beneath] a great observatory telescope, dome open, {nature} outside, a spiral galaxy shining in, quiet red lamps',
        seeds: [380956, 245718],
      },
      {
        template:
          '{subject} [person: in {outfit}, hanging a glass planet on][animal: with a glass planet beside][thing: lit by] a festive tree inside {place}, a comet with a long tail outside, friends of many worlds gathered, warm glow against deep blue',
        seeds: [619482, 734105],
      },
    ],
  },
];
