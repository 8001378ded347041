import type { Colour, Page, TextOperation } from '../operations';
import { PT_PER_MM } from '../pdf/numbers';
import { pageMargins } from '../pdf/page-margins';
import type { FileRule } from '../preflight';
import { broken, type FileExpectation } from './file-expectation';
import type { FontFacts } from './file-fonts';
import type { ContentText, PageContent } from './pdf-content';

/** All that the painter writes. Inline pictures, shadings, PostScript and forms inside forms are not among it. */
const OPERATORS = new Set(
  [
    'q Q cm w J j M d gs',
    'm l c h re S s f f* B B* n W W*',
    'BT ET Tf Tc Tm Ts Tj TJ',
    'g G k K cs CS sc SC',
    'Do BDC BMC EMC',
  ].flatMap((line) => line.split(' ')),
);

/** Presses ask for lines of a quarter point; 0.07 mm is the least that any of them takes. */
const LINE_MIN_MM = 0.07;
/** Rounding of four channels to four digits. */
const INK_TOLERANCE = 0.002;
/** From this share of black on, text is printed over what lies beneath. */
const OVERPRINT_MIN = 0.6;

/** What is wrong with the texts, lines and inks of a page. */
export function contentRules(
  content: PageContent,
  fonts: ReadonlyMap<string, FontFacts>,
  page: Page,
  expected: FileExpectation,
): FileRule[] {
  const isPress = expected.edition === 'press';
  const wanted = page.operations.filter((operation) => operation.kind === 'text');
  const linePt = content.thinnestLinePt;
  const rules: Partial<Record<FileRule, boolean>> = {
    'file-operators': [...content.operators].every((operator) => OPERATORS.has(operator)),
    'file-lines': linePt === null || linePt / PT_PER_MM >= LINE_MIN_MM,
    'file-text': hasRightTexts(content, fonts, wanted, expected.hasWatermark),
    'file-text-place': wanted.every((operation, index) => {
      const text = content.texts[index];
      return !text || stands(text, operation, page, expected);
    }),
    'file-overprint': isPress
      ? !content.hasOverprintedShapes && content.texts.every(isOverprintedRight)
      : content.texts.every(({ isOverprinted }) => !isOverprinted),
  };
  if (isPress) {
    rules['file-ink'] = content.inkMax <= expected.press.inkLimitPercent / 100 + INK_TOLERANCE;
    rules['file-black-text'] = wanted.every((operation, index) => {
      const text = content.texts[index];
      return !text || !isNearlyBlack(operation.colour) || isBlackAlone(text);
    });
  }
  if (expected.edition === 'digital') rules['file-tags'] = !content.hasUnmarkedContent;
  return broken(rules);
}

/** Reads the page as a person who copies its text would, and compares it line by line with what was laid out. */
function hasRightTexts(
  content: PageContent,
  fonts: ReadonlyMap<string, FontFacts>,
  wanted: readonly TextOperation[],
  hasWatermark: boolean,
): boolean {
  const read = content.texts.map(({ font, codes, actualText }) => {
    if (actualText !== null) return actualText;
    const map = fonts.get(font)?.toUnicode;
    return codes.map((code) => map?.get(code) ?? '\ufffd').join('');
  });
  const rest = read.slice(wanted.length);
  return (
    wanted.every(({ text }, index) => read[index]?.normalize('NFC') === text.normalize('NFC')) &&
    (hasWatermark ? rest.length > 0 : rest.length === 0)
  );
}

const PLACE_TOLERANCE_MM = 0.05;
const SIZE_TOLERANCE_PT = 0.02;

function stands(
  text: ContentText,
  { xMm, yMm, sizePt }: TextOperation,
  page: Page,
  expected: FileExpectation,
): boolean {
  const { aroundMm } = pageMargins(page, expected);
  const rightMm = text.x / PT_PER_MM - aroundMm;
  const downMm = page.trim.heightMm + aroundMm - text.y / PT_PER_MM;
  return (
    Math.abs(rightMm - xMm) <= PLACE_TOLERANCE_MM &&
    Math.abs(downMm - yMm) <= PLACE_TOLERANCE_MM &&
    Math.abs(text.sizePt - sizePt) <= SIZE_TOLERANCE_PT
  );
}

function isBlackAlone({ colour }: ContentText): boolean {
  const [cyan = 0, magenta = 0, yellow = 0, black = 0] = colour.values;
  return colour.space === 'DeviceCMYK' && cyan + magenta + yellow === 0 && black > 0;
}

/** Black text is printed over; anything lighter would mix with what lies beneath, and white would be gone. */
function isOverprintedRight(text: ContentText): boolean {
  const isDark = isBlackAlone(text) && (text.colour.values[3] ?? 0) >= OVERPRINT_MIN;
  return text.isOverprinted === isDark;
}

/** Black as a person sees it: mixed of four inks it would blur on a press out of register. */
function isNearlyBlack(colour: Colour): boolean {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return Math.max(...channels) <= 0x40 && Math.max(...channels) - Math.min(...channels) <= 16;
}
