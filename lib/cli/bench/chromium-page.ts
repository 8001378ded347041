import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BenchJob } from './bench-job';

export function chromiumArguments(job: BenchJob, page: string): string[] {
  return [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-dev-shm-usage',
    '--no-pdf-header-footer',
    `--user-data-dir=${path.join(job.folder, 'chromium')}`,
    `--print-to-pdf=${job.out}`,
    pathToFileURL(page).href,
  ];
}

/** The same pages as HTML: pictures and texts in the same places, the same font files. */
export function pagesAsHtml(job: BenchJob): string {
  const pictures = new Map(job.pictures);
  const first = job.pages[0];
  if (!first) throw new Error('There are no pages');
  const width = first.trim.widthMm + 2 * first.bleedMm;
  const height = first.trim.heightMm + 2 * first.bleedMm;
  const fonts = job.fontFiles.map(
    ([fontId, file]) =>
      `@font-face{font-family:"${fontId}";src:url("${pathToFileURL(file).href}")}`,
  );
  const pages = job.pages.map(({ bleedMm, operations }) => {
    const items = operations.map((operation) => {
      if (operation.kind === 'image') {
        const { xMm, yMm, widthMm, heightMm, pictureId } = operation;
        const src = pathToFileURL(pictures.get(pictureId)?.path ?? '').href;
        return `<img src="${src}" style="left:${xMm + bleedMm}mm;top:${yMm + bleedMm}mm;width:${widthMm}mm;height:${heightMm}mm">`;
      }
      if (operation.kind === 'text') {
        const { xMm, yMm, sizePt, font, colour, letterSpacingPt, text } = operation;
        const top = yMm + bleedMm - (sizePt * 25.4) / 72;
        return `<span style="left:${xMm + bleedMm}mm;top:${top}mm;font:${sizePt}pt '${font}';line-height:1;letter-spacing:${letterSpacingPt}pt;color:${colour}">${escaped(text)}</span>`;
      }
      if (operation.kind === 'rect' && operation.fill) {
        const { xMm, yMm, widthMm, heightMm, fill, opacity } = operation;
        return `<i style="left:${xMm + bleedMm}mm;top:${yMm + bleedMm}mm;width:${widthMm}mm;height:${heightMm}mm;background:${fill};opacity:${opacity}"></i>`;
      }
      return '';
    });
    return `<section>${items.join('')}</section>`;
  });
  return `<!doctype html><meta charset="utf-8"><style>@page{size:${width}mm ${height}mm;margin:0}body{margin:0}section{position:relative;width:${width}mm;height:${height}mm;overflow:hidden;break-after:page}section>*{position:absolute;white-space:pre}${fonts.join('')}</style>${pages.join('')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
