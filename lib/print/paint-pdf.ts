import type { Writable } from 'node:stream';
import { assert } from '@/lib/core/assert';
import type { Colour, Page } from './operations';
import type { PaintFonts } from './paint-fonts';
import { cropMarkOperators } from './pdf/crop-marks';
import { num, PT_PER_MM } from './pdf/numbers';
import { pressColours, SCREEN_COLOURS } from './pdf/page-colours';
import { type Brush, operatorsOf, watermarkOperators, withActualText } from './pdf/page-content';
import { pageMargins } from './pdf/page-margins';
import { structurePage } from './pdf/page-structure';
import { openPdf, type PdfBox } from './pdf/pdf-file';
import type { PreparePicture } from './pdf/prepared-picture';
import { artifact, tagContent } from './pdf/tagged-content';
import type { Edition, Inks, PressProfile } from './press';
import type { WatermarkMark } from './watermark';

/** How the colours of the pages are printed. */
export type Separation = {
  /** The ICC profile of the output condition, embedded as the output intent. */
  profile: Uint8Array;
  /** Of every colour of every shape and line on the pages. */
  inks: ReadonlyMap<Colour, Inks>;
  /** Of every colour of every text: dark and nearly neutral ones in black ink alone. */
  textInks: ReadonlyMap<Colour, Inks>;
};

export type PaintPdfOptions = {
  /** The font book that the pages were laid out with, or the shapes that it made for them. */
  fonts: PaintFonts;
  /** Of the document, for readers that speak: "uk". */
  language: string;
  title: string;
  /** The file says that a model made some of its pictures. */
  hasAiPictures?: boolean;
  /** The lines across each page of a proof, as `layoutWatermark` makes them; null for none. */
  watermark: ((page: Page) => readonly WatermarkMark[]) | null;
  edition: Edition;
  /** Crop marks are drawn in the press edition only, and only for a house that wants them. */
  press: PressProfile;
  /** Colours in the inks of the output condition; null unless the edition is 'press'. */
  separation: Separation | null;
  picture: PreparePicture;
  onPage?: (pagesDone: number, pageCount: number) => void;
};

/**
 * Paints pages into a PDF 1.6 file: live text in subset fonts, pictures as the JPEGs they were prepared to, trim and
 * bleed box on each page.
 * - press: PDF/X-4 (ISO 15930-7) in the inks of its output condition, dark text in black ink alone.
 * - proof: the same pages in sRGB.
 * - digital: cut to the trimmed page, in sRGB, tagged for readers that speak (ISO 14289-1), with a bookmark for each page.
 * Writes page by page and waits for the sink, so that memory does not grow with the number of pages. The same pages and
 * pictures give the same bytes. The sink is not ended.
 */
export async function paintPdf(
  pages: readonly Page[],
  options: PaintPdfOptions,
  sink: Writable,
): Promise<{ sha256: string; byteLength: number }> {
  const { edition, separation, press, title, language, fonts, hasAiPictures = false } = options;
  assert(pages.length > 0, 'a print file has pages');
  assert((edition === 'press') === (separation !== null), 'the press edition has its separation');
  const output = separation && { condition: press.condition, profile: separation.profile };
  const pdf = openPdf({ title, language, edition, hasAiPictures, fonts, output }, sink);
  const colours = separation ? pressColours(separation) : SCREEN_COLOURS;
  for (const [index, page] of pages.entries()) {
    await paintPage({ pdf, fonts, colours }, page, options);
    options.onPage?.(index + 1, pages.length);
  }
  return pdf.finish();
}

/** Written out: four digits of it would shift the far edge of a large page. */
const SCALE = PT_PER_MM.toFixed(8);

async function paintPage(brush: Brush, page: Page, options: PaintPdfOptions): Promise<void> {
  const { pdf } = brush;
  const { aroundMm, bleedMm } = pageMargins(page, options);
  pdf.addPage({
    widthPt: pt(page.trim.widthMm + 2 * aroundMm),
    heightPt: pt(page.trim.heightMm + 2 * aroundMm),
    trim: boxAround(page, aroundMm, 0),
    bleed: boxAround(page, aroundMm, bleedMm),
  });
  // From here on in millimetres, downwards from the trimmed page's upper left corner.
  const top = pt(aroundMm + page.trim.heightMm);
  pdf.content(`${SCALE} 0 0 -${SCALE} ${num(pt(aroundMm))} ${num(top)} cm\n4 M`);
  if (aroundMm > bleedMm) {
    const box = [-bleedMm, -bleedMm, page.trim.widthMm + 2 * bleedMm];
    const clip = [...box, page.trim.heightMm + 2 * bleedMm].map(num).join(' ');
    pdf.content(`${cropMarkOperators(page)}\n${clip} re W n`);
  }
  const structure = options.edition === 'digital' ? structurePage(page, options.title) : null;
  const tagged = structure && tagContent(structure.root);
  for (const [index, operation] of page.operations.entries()) {
    const picture = operation.kind === 'image' ? await options.picture(operation, page) : null;
    const operators = await operatorsOf(brush, operation, picture);
    const readable = withActualText(brush, operation, operators);
    pdf.content(tagged ? tagged.mark(index, readable) : readable);
  }
  for (const mark of options.watermark?.(page) ?? []) {
    const operators = watermarkOperators(brush, mark);
    pdf.content(tagged ? artifact(operators) : withActualText(brush, mark, operators));
  }
  await pdf.endPage(
    structure && tagged
      ? {
          root: structure.root,
          tags: { contentIds: tagged.contentIds, heightMm: page.trim.heightMm },
          bookmark: structure.heading,
        }
      : undefined,
  );
}

/** The trimmed page grown by `growMm` on each side, as PDF counts: from the media's lower left corner. */
function boxAround(page: Page, aroundMm: number, growMm: number): PdfBox {
  const edge = aroundMm - growMm;
  return [
    pt(edge),
    pt(edge),
    pt(aroundMm + page.trim.widthMm + growMm),
    pt(aroundMm + page.trim.heightMm + growMm),
  ];
}

/** A length on the page in points. */
const pt = (mm: number) => mm * PT_PER_MM;
