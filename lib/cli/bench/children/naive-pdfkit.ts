/**
 * A program of its own, run without any loader: the same pages by pdfkit and sharp as their manuals show them. One
 * picture after the other, turned upright first, as a buffer; text by `doc.text`.
 */
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import type { BenchJob } from '../bench-job';
import { reportUsage } from './report-usage.mjs';

const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as BenchJob;
const pictures = new Map(job.pictures);
const mm = (length: number) => (length * 72) / 25.4;

const document = new PDFDocument({ autoFirstPage: false });
const sink = createWriteStream(job.out);
document.pipe(sink);
for (const [fontId, file] of job.fontFiles) document.registerFont(fontId, file);

for (const { trim, bleedMm, operations } of job.pages) {
  const size = [trim.widthMm, trim.heightMm].map((side) => mm(side + 2 * bleedMm));
  document.addPage({ size: size as [number, number], margin: 0 });
  document.translate(mm(bleedMm), mm(bleedMm));
  for (const operation of operations) {
    if (operation.kind === 'image') {
      const picture = pictures.get(operation.pictureId);
      if (!picture) throw new Error('picture is missing');
      const { x, y, width, height } = operation.source;
      const pixels = {
        left: Math.round(x * picture.widthPx),
        top: Math.round(y * picture.heightPx),
        width: Math.min(picture.widthPx, Math.round(width * picture.widthPx)),
        height: Math.min(picture.heightPx, Math.round(height * picture.heightPx)),
      };
      const target = Math.min(pixels.width, Math.ceil((operation.widthMm / 25.4) * 300));
      const bytes = await sharp(picture.path)
        .rotate()
        .extract(pixels)
        .resize(target)
        .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
        .toBuffer();
      const [left, top] = [mm(operation.xMm), mm(operation.yMm)];
      const box = { width: mm(operation.widthMm), height: mm(operation.heightMm) };
      document.image(bytes, left, top, box);
    } else if (operation.kind === 'text') {
      document.font(operation.font, operation.sizePt).fillColor(operation.colour);
      document.text(operation.text, mm(operation.xMm), mm(operation.yMm), {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: operation.letterSpacingPt,
      });
    } else if (operation.kind === 'rect' && operation.fill) {
      const { xMm, yMm, widthMm, heightMm, fill, opacity } = operation;
      document.rect(mm(xMm), mm(yMm), mm(widthMm), mm(heightMm)).fillOpacity(opacity).fill(fill);
      document.fillOpacity(1);
    } else if (operation.kind === 'line') {
      const { x1Mm, y1Mm, x2Mm, y2Mm, widthMm, colour } = operation;
      document.moveTo(mm(x1Mm), mm(y1Mm)).lineTo(mm(x2Mm), mm(y2Mm));
      document.lineWidth(mm(widthMm)).stroke(colour);
    }
  }
}
document.end();
await once(sink, 'close');
reportUsage();
