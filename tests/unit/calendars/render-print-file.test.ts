import { readdirSync, writeFileSync } from 'node:fs';
import { readFile, rm, truncate } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyPage } from '@/lib/calendars/document';
import { renderPrintFile } from '@/lib/calendars/render-print-file';
import { RenderFailure, startRenderProcess } from '@/lib/calendars/run-render-process';
import { DomainError } from '@/lib/core/errors';
import { pressOf } from '@/lib/print/press';
import { paintPictures, pictureId, testDocument, useFolder } from '../print-pdf/print-fixture';

const folder = useFolder();
const document = testDocument({ monthCount: 2 });
const common = {
  document,
  entries: [],
  themes: [],
  edition: 'proof',
  press: pressOf('europe'),
  watermark: null,
  cacheDir: null,
} as const;

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

describe('making a print file', { timeout: 60_000 }, () => {
  it('tells of every page, in order', async () => {
    const pictures = await paintPictures(folder);
    const told: [number, number][] = [];
    await renderPrintFile({
      ...common,
      pictures,
      out: path.join(folder, 'progress.pdf'),
      onProgress: (...progress) => told.push(progress),
    });
    expect(told).toEqual([1, 2, 3, 4].map((page) => [page, 4]));
  });

  it('that takes too long is stopped, and what was there before stays', async () => {
    const pictures = await paintPictures(folder);
    const out = path.join(folder, 'slow.pdf');
    writeFileSync(out, 'yesterday');
    const failure = await failureOf(renderPrintFile({ ...common, pictures, out, timeoutMs: 1 }));
    expect(failure).toBeInstanceOf(RenderFailure);
    expect(failure).toMatchObject({ reason: 'timeout' });
    expect(await readFile(out, 'utf8')).toBe('yesterday');
    expect(readdirSync(folder).filter((name) => name.startsWith('slow.pdf.'))).toEqual([]);
  });

  it('names the picture that is damaged', async () => {
    const pictures = new Map(await paintPictures(folder));
    const broken = pictures.get(pictureId(1));
    await truncate(broken?.path ?? '', 3000);
    const out = path.join(folder, 'damaged.pdf');
    const failure = await failureOf(renderPrintFile({ ...common, pictures, out }));
    expect(failure).toBeInstanceOf(DomainError);
    expect(failure).toMatchObject({
      code: 'print.asset_missing',
      cause: { reason: 'picture-unreadable', pictureId: pictureId(1) },
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('damaged.pdf'))).toEqual([]);
  });

  it('names the picture that is gone', async () => {
    const pictures = new Map(await paintPictures(folder));
    await rm(pictures.get(pictureId(0))?.path ?? '');
    const out = path.join(folder, 'gone.pdf');
    const failure = await failureOf(renderPrintFile({ ...common, pictures, out }));
    expect(failure).toMatchObject({ cause: { pictureId: pictureId(0) } });
  });

  it('whose folder cannot be written fails with the reason', async () => {
    const pictures = await paintPictures(folder);
    const inTheWay = path.join(folder, 'in-the-way');
    writeFileSync(inTheWay, '');
    const out = path.join(inTheWay, 'x.pdf');
    expect(await failureOf(renderPrintFile({ ...common, pictures, out }))).toMatchObject({
      code: 'ENOTDIR',
    });
  });

  it('reports a process that is killed in the middle', async () => {
    const child = startRenderProcess({ timeoutMs: 20_000 });
    const result = failureOf(
      child.render({
        pages: [],
        pictures: [],
        language: 'en',
        title: '',
        shapes: {},
        watermarks: null,
        edition: 'proof',
        press: pressOf('europe'),
        unfinishedPath: path.join(folder, 'never.pdf'),
        cacheDir: null,
        spillDir: folder,
      }),
    );
    child.stop();
    expect(await result).toMatchObject({ reason: 'process-died' });
  });

  it('draws empty slots rather than failing, and says that they block printing', async () => {
    const out = path.join(folder, 'empty.pdf');
    const empty = {
      ...document,
      pages: document.pages.map((page) => ({ ...page, slots: emptyPage().slots })),
    };
    const pictures = await paintPictures(folder);
    const { preflight } = await renderPrintFile({ ...common, document: empty, pictures, out });
    expect(preflight.verdict).toBe('blocked');
    const blocking = preflight.findings.filter(({ severity }) => severity === 'blocked');
    expect(blocking.map(({ rule }) => rule)).toEqual(['empty-slot', 'empty-slot']);
  });
});
