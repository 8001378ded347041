import type { TextStyle, Typesetter } from './typesetter';

/** Lines of text that fit a width. `brokenWord` tells that a word had to be cut inside to do so. */
export type WrappedText = { lines: string[]; brokenWord: boolean };

/** Punctuation and small kana that must not begin a line (JIS X 4051 and GB/T 15834, the common part). */
const NOT_AT_LINE_START =
  /^[、。，．・：；？！％…～〜ー」』）】〕〉》”’ぁぃぅぇぉっゃゅょァィゥェォッャュョ々]/u;
const NOT_AT_LINE_END = /[「『（【〔〈《“‘]$/u;
/** Kana and ideographs, between which a line may break. Korean breaks at its spaces. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/u;
/** Words and numbers within Japanese or Chinese text stay whole. */
const LATIN_OR_DIGIT = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]/u;
/** Letters that are cut with a hyphen. */
const HYPHENATED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** A base character with the marks and joiners that belong to it; in Devanagari with the letters it is bound to. */
const CHARACTERS =
  /(?:\P{M}[\p{M}\u200c\u200d]*\u094d[\u200c\u200d]?(?=\p{L}))*\P{M}[\p{M}\u200c\u200d]*/gu;

/**
 * Breaks a text into lines no wider than `maxWidthMm`: at spaces, after hyphens and slashes, between Japanese
 * and Chinese characters; inside a word only when the word alone is wider than a line. Works in reading order: a line of
 * Hebrew or Arabic is turned round when it is set, not here.
 */
export function wrapText(
  typesetter: Typesetter,
  text: string,
  style: TextStyle,
  maxWidthMm: number,
): WrappedText {
  const fits = (line: string) => typesetter.widthMm(line, style) <= maxWidthMm;
  const lines: string[] = [];
  let line = '';
  let brokenWord = false;
  const endLine = () => {
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
  };
  const put = (piece: string): boolean => {
    if (!fits((line + piece).trimEnd())) {
      if (!fits(piece.trimEnd())) return false;
      endLine();
    }
    line += piece;
    return true;
  };
  for (const piece of piecesOf(text)) {
    if (put(piece)) continue;
    for (const word of wordsOf(piece)) {
      if (put(word)) continue;
      brokenWord = true;
      endLine();
      const parts = brokenToFit(word, fits);
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) ?? '';
    }
  }
  endLine();
  return { lines, brokenWord };
}

/** Narrower widths to try, as shares of the full one, so that lines become about equally long. */
const BALANCE_STEPS = [0.92, 0.84, 0.76, 0.68, 0.6];

/** Wraps like `wrapText`, into as few lines, but evenly: no single character is left alone on the last line. */
export function wrapEvenly(
  typesetter: Typesetter,
  text: string,
  style: TextStyle,
  maxWidthMm: number,
): WrappedText {
  let best = wrapText(typesetter, text, style, maxWidthMm);
  if (best.lines.length < 2 || best.brokenWord) return best;
  for (const step of BALANCE_STEPS) {
    const narrower = wrapText(typesetter, text, style, maxWidthMm * step);
    if (narrower.lines.length > best.lines.length || narrower.brokenWord) break;
    best = narrower;
  }
  return best;
}

/**
 * Ends a text with an ellipsis so that it fits one line; cuts after a whole word when that keeps most of the line.
 * A text that fits is returned as it is.
 */
export function shortenText(
  typesetter: Typesetter,
  text: string,
  style: TextStyle,
  maxWidthMm: number,
): string {
  const fits = (line: string) => typesetter.widthMm(line, style) <= maxWidthMm;
  if (fits(text)) return text;
  const characters = text.match(CHARACTERS) ?? [];
  let kept = '';
  for (const character of characters) {
    if (!fits(`${(kept + character).trimEnd()}…`)) break;
    kept += character;
  }
  const lastSpace = kept.trimEnd().lastIndexOf(' ');
  const atWord =
    kept.length < text.length && text[kept.length] !== ' ' && lastSpace > kept.length * 0.6;
  const stem = atWord ? kept.slice(0, lastSpace) : kept;
  return `${stem.replace(/[\s,;:.،、，–—-]+$/u, '')}…`;
}

/** Takes as many lines as allowed; what is left over is shortened into the last one. */
export function clampText(
  typesetter: Typesetter,
  text: string,
  style: TextStyle,
  maxWidthMm: number,
  maxLines: number,
): { lines: string[]; shortened: boolean } {
  const { lines } = wrapText(typesetter, text, style, maxWidthMm);
  if (lines.length <= maxLines) return { lines, shortened: false };
  const kept = lines.slice(0, maxLines);
  // The next line's text is put back, so that the ellipsis stands as late as it can.
  const end = kept.at(-1)?.at(-1) ?? '';
  const joint = UNSPACED.test(end) || /[-–/]/u.test(end) ? '' : ' ';
  const last = `${kept.at(-1) ?? ''}${joint}${lines[maxLines] ?? ''}`;
  const shortened = shortenText(typesetter, last, style, maxWidthMm);
  const ended = shortened.endsWith('…')
    ? shortened
    : shortenText(typesetter, `${last} …`, style, maxWidthMm);
  return { lines: [...kept.slice(0, -1), ended], shortened: true };
}

/**
 * The shortest parts that may stand at the end of a line, each with the space that follows it. Numbers and words of
 * one letter stay with the word after them, as typesetters of all our languages want it.
 */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const word of wordsOf(text)) {
    const last = pieces.at(-1);
    if (last !== undefined && /(?:^|[\s(])(?:\p{Nd}+|\p{L}) $/u.test(last))
      pieces[pieces.length - 1] = last + word;
    else pieces.push(word);
  }
  return pieces;
}

function wordsOf(text: string): string[] {
  const words = text.trim().match(/(?:\S|\u00a0)+[^\S\u00a0]*/gu) ?? [];
  return words.flatMap((word) => (UNSPACED.test(word) ? unspacedPieces(word) : hyphenPieces(word)));
}

/** After hyphens and slashes, but not inside a span of numbers such as 1939–1945. */
function hyphenPieces(word: string): string[] {
  return word.split(/(?<=[^\s–/-][–/-]+)(?=[^\s–/-])(?<!\p{Nd}[–/-]+(?=\p{Nd}))/u);
}

function unspacedPieces(word: string): string[] {
  const pieces: string[] = [];
  for (const character of word.match(CHARACTERS) ?? []) {
    const last = pieces.at(-1);
    const glued =
      last !== undefined &&
      (NOT_AT_LINE_START.test(character) ||
        NOT_AT_LINE_END.test(last) ||
        /\s/u.test(character) ||
        (LATIN_OR_DIGIT.test(character) && LATIN_OR_DIGIT.test(last.at(-1) ?? '')));
    if (glued) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}

/** Cuts one word wherever the line is full, with a hyphen where the script uses one. */
function brokenToFit(word: string, fits: (line: string) => boolean): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of word.match(CHARACTERS) ?? []) {
    // A hyphen may have to follow whichever letter turns out to be the last of its line.
    if (part !== '' && !fits(`${part}${character}`.trimEnd() + (isLetter(character) ? '-' : ''))) {
      parts.push(part + (isLetter(character) && isLetter(part.at(-1) ?? '') ? '-' : ''));
      part = character;
    } else {
      part += character;
    }
  }
  parts.push(part);
  return parts;
}

function isLetter(character: string): boolean {
  return HYPHENATED.test(character);
}
