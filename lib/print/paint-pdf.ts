import type { Writable } from 'node:stream';
import { assert } from '@/lib/core/assert';
import type { FontBook } from './font-book';
import type { Page } from './operations';
import { cropMarkOperators, MARKS_MARGIN_MM } from './pdf/crop-marks';
import { num, PT_PER_MM } from './pdf/numbers';
import { paintOperation, paintWatermark, pictureOperators } from './pdf/page-content';
import { openPdf, type PdfBox, type PdfFile, pt } from './pdf/pdf-document';
import type { PreparePicture } from './pdf/prepared-picture';
import type { Watermark } from './print-input';
import { layoutWatermark } from './watermark';

export type PaintPdfOptions = {
  /** The font book that the pages were laid out with. */
  fonts: FontBook;
  /** Of the document, for readers that speak: "uk". */
  language: string;
  title: string;
  watermark: Watermark;
  /** Crop marks outside the bleed; print houses that want them are rare. */
  marks: boolean;
  picture: PreparePicture;
  onPage?: (pagesDone: number, pageCount: number) => void;
};

/**
 * Paints pages into a PDF 1.6 file for print: live text in subset fonts, pictures as the JPEGs they were prepared to,
 * trim and bleed box on each page, sRGB throughout and black text in black ink.
 * Writes page by page and waits for the sink, so that memory does not grow with the number of pages. The same pages and
 * pictures give the same bytes. The sink is not ended.
 */
export async function paintPdf(
  pages: readonly Page[],
  options: PaintPdfOptions,
  sink: Writable,
): Promise<{ sha256: string; byteLength: number }> {
  assert(pages.length > 0, 'a print file has pages');
  const pdf = openPdf({ title: options.title, language: options.language }, sink);
  for (const [index, page] of pages.entries()) {
    await paintPage(pdf, page, options);
    options.onPage?.(index + 1, pages.length);
  }
  return pdf.finish();
}

/** Written out: four digits of it would shift the far edge of a large page. */
const SCALE = PT_PER_MM.toFixed(8);

async function paintPage(pdf: PdfFile, page: Page, options: PaintPdfOptions): Promise<void> {
  const aroundMm = page.bleedMm + (options.marks ? MARKS_MARGIN_MM : 0);
  const heightPt = pt(page.trim.heightMm + 2 * aroundMm);
  pdf.addPage({
    widthPt: pt(page.trim.widthMm + 2 * aroundMm),
    heightPt,
    trim: boxAround(page, aroundMm, 0),
    bleed: boxAround(page, aroundMm, page.bleedMm),
  });
  // pdfkit has already turned the page so that y grows downwards.
  const offset = num(pt(aroundMm));
  pdf.content(`${SCALE} 0 0 ${SCALE} ${offset} ${offset} cm\n4 M`);
  if (options.marks) {
    const box = [-page.bleedMm, -page.bleedMm, page.trim.widthMm + 2 * page.bleedMm];
    const clip = [...box, page.trim.heightMm + 2 * page.bleedMm].map(num).join(' ');
    pdf.content(`${cropMarkOperators(page)}\n${clip} re W n`);
  }
  for (const operation of page.operations) {
    if (operation.kind === 'image') {
      const picture = await options.picture(operation, page);
      const name = await pdf.picture(picture);
      pdf.content(pictureOperators(name, operation, picture));
    } else {
      paintOperation(pdf, options.fonts, operation);
    }
  }
  if (options.watermark !== null) {
    for (const mark of layoutWatermark(page, options.watermark, options.fonts)) {
      paintWatermark(pdf, options.fonts, mark);
    }
  }
  await pdf.endPage();
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
