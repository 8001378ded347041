/**
 * A program of its own, run without any loader: the same pages by @react-pdf/renderer, the pictures as they are and
 * already cut to their boxes.
 */
import { readFileSync } from 'node:fs';
import { Document, Font, Image, Page, renderToFile, Text, View } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';
import type { BenchJob } from '../bench-job';
import { reportUsage } from './report-usage.mjs';

const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as BenchJob;
const pictures = new Map(job.pictures);
const mm = (length: number) => (length * 72) / 25.4;
const family = (fontId: string) => fontId.replace('/', '-');
for (const [fontId, src] of job.fontFiles) Font.register({ family: family(fontId), src });
// Otherwise it hyphenates words on its own.
Font.registerHyphenationCallback((word) => [word]);

const pages = job.pages.map(({ index, trim, bleedMm, operations }) => {
  const place = (xMm: number, yMm: number) =>
    ({ position: 'absolute', left: mm(xMm + bleedMm), top: mm(yMm + bleedMm) }) as const;
  const children = operations.flatMap((operation, key): ReactElement[] => {
    if (operation.kind === 'image') {
      const { xMm, yMm, widthMm, heightMm, pictureId } = operation;
      const style = { ...place(xMm, yMm), width: mm(widthMm), height: mm(heightMm) };
      return [createElement(Image, { key, src: pictures.get(pictureId)?.path ?? '', style })];
    }
    if (operation.kind === 'text') {
      const { xMm, yMm, widthMm, sizePt, font, colour, letterSpacingPt, text } = operation;
      const style = {
        ...place(xMm, yMm - (sizePt * 25.4) / 72),
        width: mm(widthMm) + sizePt,
        fontFamily: family(font),
        fontSize: sizePt,
        color: colour,
        letterSpacing: letterSpacingPt,
      };
      return [createElement(Text, { key, style }, text)];
    }
    if (operation.kind === 'rect' && operation.fill) {
      const { xMm, yMm, widthMm, heightMm, fill, opacity } = operation;
      const box = { width: mm(widthMm), height: mm(heightMm), backgroundColor: fill, opacity };
      return [createElement(View, { key, style: { ...place(xMm, yMm), ...box } })];
    }
    return [];
  });
  const size: [number, number] = [mm(trim.widthMm + 2 * bleedMm), mm(trim.heightMm + 2 * bleedMm)];
  return createElement(Page, { key: index, size }, children);
});
await renderToFile(createElement(Document, null, pages), job.out);
reportUsage();
