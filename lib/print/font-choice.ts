import type { PrintLanguage } from '@/lib/calendars/document';
import { FONT_FAMILIES, type FontKind } from './font-families';
import type { FontId } from './operations';

/** What needs fonts of its own. Western is Latin, Cyrillic, Greek and everything else. */
type Script = 'western' | 'hebrew' | 'arabic' | 'devanagari' | 'han';

const HEBREW = /[\u0590-\u05ff\ufb1d-\ufb4f]/u;
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/u;
const DEVANAGARI = /\p{Script=Devanagari}/u;
const KANA = /[\u3040-\u30ff\u31f0-\u31ff]/u;
const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]/u;
/** Kana, hangul, ideographs and full-width forms: a text with one of them looks right only in one font throughout. */
const EAST_ASIAN =
  /[\u1100-\u11ff\u3000-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/u;

const OPENING = /\p{Ps}/u;

/** Letters that are joined or hang on one line: space between them would tear words apart. */
export const JOINED_LETTERS = /[\p{Script=Arabic}\p{Script=Devanagari}]/u;

/**
 * A text cut where its script changes, in reading order. Spaces, digits and punctuation go with the letters before
 * them, at the start and after an opening bracket with those that follow, so that both brackets are of one font.
 * A text with East Asian characters takes its western letters along.
 */
export function scriptItems(text: string): { text: string; script: Script }[] {
  const western: Script = EAST_ASIAN.test(text) ? 'han' : 'western';
  const items: { text: string; script: Script | null }[] = [];
  for (const character of text) {
    const script = scriptOf(character);
    const own = script === 'western' ? western : script;
    const current = items.at(-1);
    const joins = own === null || current?.script === null || current?.script === own;
    if (current && joins && !(own === null && OPENING.test(character))) {
      current.text += character;
      current.script ??= own;
    } else {
      items.push({ text: character, script: own });
    }
  }
  let before: Script = western;
  return items.map((item) => {
    before = item.script ?? before;
    return { text: item.text, script: before };
  });
}

function scriptOf(character: string): Script | null {
  if (HEBREW.test(character)) return 'hebrew';
  if (ARABIC.test(character)) return 'arabic';
  if (DEVANAGARI.test(character)) return 'devanagari';
  if (EAST_ASIAN.test(character)) return 'han';
  return /\p{L}/u.test(character) ? 'western' : null;
}

type Kind = Exclude<FontKind, 'script'>;

const COMPANIONS: Record<Exclude<Script, 'han'>, Record<Kind, string>> = {
  western: { serif: 'noto-serif', sans: 'noto-sans' },
  hebrew: { serif: 'noto-serif-hebrew', sans: 'noto-sans-hebrew' },
  arabic: { serif: 'noto-naskh-arabic', sans: 'noto-sans-arabic' },
  devanagari: { serif: 'noto-serif-devanagari', sans: 'noto-sans-devanagari' },
};

type HanRegion = 'jp' | 'sc' | 'kr';
const HAN: Record<HanRegion, Record<Kind, string>> = {
  jp: { serif: 'noto-serif-jp', sans: 'noto-sans-jp' },
  sc: { serif: 'noto-serif-sc', sans: 'noto-sans-sc' },
  kr: { serif: 'noto-serif-kr', sans: 'noto-sans-kr' },
};
/** Each of these files has 5 to 15 MB, so only four weights are used of them, by the heaviest wanted. */
const HAN_WEIGHTS: readonly (readonly [upTo: number, weight: number])[] = [
  [300, 300],
  [400, 400],
  [500, 500],
  [900, 700],
];

/**
 * The fonts to try for text of a script, best first: the style's own font, its companion for the script, then whatever
 * may have a rare sign.
 * @param text decides with the language whose shapes unified ideographs have: kana and hangul tell more than it does
 */
export function fontChain(
  script: Script,
  text: string,
  font: FontId,
  language: PrintLanguage,
): FontId[] {
  const [family = '', style = '400'] = font.split('/');
  const kind: Kind = FONT_FAMILIES[family]?.kind === 'serif' ? 'serif' : 'sans';
  const weight = Number.parseInt(style, 10);
  const companion = (name: string) => styledId(name, weight, style.endsWith('italic'));
  const standIn = /\p{Script=Cyrillic}/u.test(text) ? FONT_FAMILIES[family]?.cyrillic : undefined;
  const wide = [companion(COMPANIONS.western[kind]), companion('noto-sans')];
  const hanWeight = HAN_WEIGHTS.find(([upTo]) => weight <= upTo)?.[1] ?? 700;
  const han = hanRegions(text, language).map((region) => `${HAN[region][kind]}/${hanWeight}`);
  const chain =
    script === 'han'
      ? [...han, font, ...wide]
      : script === 'western'
        ? [...(standIn ? [companion(standIn)] : []), font, ...wide, ...han]
        : [font, companion(COMPANIONS[script][kind]), ...wide, ...han];
  return [...new Set(chain)];
}

function hanRegions(text: string, language: PrintLanguage): HanRegion[] {
  const first: HanRegion = HANGUL.test(text)
    ? 'kr'
    : KANA.test(text)
      ? 'jp'
      : language === 'zh'
        ? 'sc'
        : language === 'ko'
          ? 'kr'
          : 'jp';
  const order: HanRegion[] = [first, 'jp', 'sc', 'kr'];
  return [...new Set(order)];
}

function styledId(family: string, weight: number, isItalic: boolean): FontId {
  const { weights = [], italics = [] } = FONT_FAMILIES[family] ?? {};
  const slanted = isItalic && italics.length > 0;
  return `${family}/${nearest(slanted ? italics : weights, weight)}${slanted ? '-italic' : ''}`;
}

/** Of two equally near weights the lighter. */
function nearest(weights: readonly number[], wanted: number): number {
  return weights.reduce(
    (best, weight) => (Math.abs(weight - wanted) < Math.abs(best - wanted) ? weight : best),
    weights[0] ?? wanted,
  );
}
