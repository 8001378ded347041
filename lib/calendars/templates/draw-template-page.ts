import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { DomainError } from '@/lib/core/errors';
import { dayAt, partsOf } from '@/lib/core/plain-date';
import type { Ctx } from '@/lib/db/context';
import type { Locale } from '@/lib/i18n/locales';
import { layoutPage } from '@/lib/print/layout-calendar';
import { paintSvg } from '@/lib/print/paint-svg';
import { BytesCache } from '../bytes-cache';
import { customThemesOf } from '../custom-themes';
import { pageCountOf } from '../page-plan';
import { showcaseInput } from '../showcase';
import { applyTemplate } from './apply-template';
import { getTemplate } from './list-templates';

/** Longest side of a preview: the catalogue's card, and the page on its own. */
const SIDE_PX = { card: 520, page: 1200 } as const;
export type TemplatePictureSize = keyof typeof SIDE_PX;

const QUALITY = 82;
const CACHE_BYTES_MAX = 64 * 1024 * 1024;
const cache = new BytesCache(CACHE_BYTES_MAX);
const underWay = new Map<string, Promise<Buffer>>();

/** One drawing at a time: previews must not take the processor away from people who edit. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * A page of a template with sample scenes, drawn by the print engine, as JPEG. The year is the one that people make
 * calendars for now.
 * @param input.index of the page in the template's page plan
 * @throws DomainError "template.not_found", also for a page that it does not have
 */
export async function drawTemplatePage(
  ctx: Ctx,
  input: { slug: string; index: number; size: TemplatePictureSize; locale: Locale },
): Promise<Buffer> {
  const template = await getTemplate(ctx, input.slug);
  const year = partsOf(dayAt(ctx.clock.now(), 'UTC')).year + 1;
  const base = showcaseInput({ ...template, year, language: input.locale });
  const document = applyTemplate(base.document, template);
  if (input.index >= pageCountOf(document)) throw new DomainError('template.not_found');
  const themes = await customThemesOf(ctx, document);
  const key = JSON.stringify([template, themes, input.index, input.size, input.locale, year]);
  const known = cache.get(key) ?? (await underWay.get(key));
  if (known) return known;
  const drawing = queue.then(async () => {
    const page = layoutPage({ ...base, document, themes }, input.index);
    const hrefs = await sceneHrefs();
    const svg = paintSvg(page, {
      fonts: base.fonts,
      pictureHref: ({ pictureId }) => hrefs[Number(pictureId.slice(-2))] ?? '',
      showBleed: false,
      watermark: null,
      idPrefix: 't-',
    });
    const { widthMm, heightMm } = page.trim;
    const scale = SIDE_PX[input.size] / Math.max(widthMm, heightMm);
    return sharp(Buffer.from(svg), { density: Math.min(2400, 72 * scale) })
      .resize(Math.round(widthMm * scale), Math.round(heightMm * scale), { fit: 'fill' })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY })
      .toBuffer();
  });
  queue = drawing.catch(() => undefined);
  underWay.set(key, drawing);
  try {
    const drawn = await drawing;
    cache.keep(key, drawn);
    return drawn;
  } finally {
    underWay.delete(key);
  }
}

let scenes: Promise<string[]> | null = null;

/** The painted scenes as data addresses: a drawing that is made into pixels must not ask for anything. */
function sceneHrefs(): Promise<string[]> {
  scenes ??= Promise.all(
    Array.from({ length: 13 }, async (_, index) => {
      const file = path.join(process.cwd(), 'public/showcase', `${index}.jpg`);
      const bytes = await readFile(/* turbopackIgnore: true */ file);
      return `data:image/jpeg;base64,${bytes.toString('base64')}`;
    }),
  );
  return scenes;
}
