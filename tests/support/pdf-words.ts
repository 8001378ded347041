import { execFileSync } from 'node:child_process';
import type { Page, TextOperation } from '@/lib/print/operations';

const MM_PER_PT = 25.4 / 72;

/** A word as poppler reads it out of a PDF: in millimetres from the upper left corner of the sheet. */
export type PdfWord = {
  text: string;
  leftMm: number;
  rightMm: number;
  topMm: number;
  bottomMm: number;
};

/** The words of each page of a file. */
export function wordsOfPdf(file: string): PdfWord[][] {
  const xml = execFileSync('pdftotext', ['-bbox', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return xml
    .split('<page ')
    .slice(1)
    .map((page) =>
      [
        ...page.matchAll(
          /<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">([^<]*)<\/word>/g,
        ),
      ].map(([, left, top, right, bottom, text]) => ({
        text: unescaped(text ?? ''),
        leftMm: Number(left) * MM_PER_PT,
        rightMm: Number(right) * MM_PER_PT,
        topMm: Number(top) * MM_PER_PT,
        bottomMm: Number(bottom) * MM_PER_PT,
      })),
    );
}

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&apos;|&#39;/g, "'")
    .replaceAll('&amp;', '&');

/** Ligatures and presentation forms as the letters they stand for. */
const plain = (text: string) =>
  text.normalize('NFKC').replace(/[\u200c-\u200f\u202a-\u202e]/gu, '');

/**
 * The texts of a page that do not stand in the PDF where the layout put them: no word there begins with them (from the
 * right: with the end of a line that reads so) at the same height.
 */
export function misplacedTexts(
  page: Page,
  words: readonly PdfWord[],
  toleranceMm: number,
): string[] {
  const texts = page.operations.filter(
    (operation): operation is TextOperation =>
      operation.kind === 'text' && operation.text.trim() !== '',
  );
  return texts
    .filter((text) => !continuesAnother(text, texts))
    .filter((text) => !words.some((word) => isAt(text, word, page.bleedMm, toleranceMm)))
    .map(({ text, role, xMm, yMm }) => `${role} "${text}" at ${xMm}, ${yMm}`);
}

/** Texts that touch on one line are one word to a reader of the file, whichever of them is read first. */
function continuesAnother(text: TextOperation, texts: readonly TextOperation[]): boolean {
  const emMm = text.sizePt * MM_PER_PT;
  return texts.some((other) => {
    if (other === text || Math.abs(other.yMm - text.yMm) > emMm * 0.3) return false;
    const afterMm = text.xMm - (other.xMm + other.widthMm);
    const beforeMm = other.xMm - (text.xMm + text.widthMm);
    const gapsMm =
      other.direction !== text.direction
        ? [afterMm, beforeMm]
        : [text.direction === 'rtl' ? beforeMm : afterMm];
    return gapsMm.some((gapMm) => Math.abs(gapMm) < emMm * 0.25);
  });
}

function isAt(text: TextOperation, word: PdfWord, bleedMm: number, toleranceMm: number): boolean {
  const yMm = text.yMm + bleedMm;
  if (yMm < word.topMm - toleranceMm || yMm > word.bottomMm + toleranceMm) return false;
  const edgesMm =
    text.direction === 'rtl'
      ? [text.xMm + text.widthMm + bleedMm, word.rightMm]
      : [text.xMm + bleedMm, word.leftMm];
  const [wantedMm = 0, foundMm = 0] = edgesMm;
  // After the last letter of a line from the right its letter spacing counts as part of the word.
  const spacingMm = text.direction === 'rtl' ? text.letterSpacingPt * MM_PER_PT : 0;
  if (Math.abs(wantedMm - foundMm) > toleranceMm + spacingMm) return false;
  const [wanted = ''] = plain(text.text).trim().split(/\s+/u);
  const found = plain(word.text);
  return found.startsWith(wanted) || wanted.startsWith(found);
}
