import type { FilterId } from '@/lib/calendars/document';
import { filterMatrix } from './filters';
import { type FontBook, MM_PER_PT } from './font-book';
import type {
  ImageOperation,
  LineOperation,
  Operation,
  Page,
  PathOperation,
  RectOperation,
  TextOperation,
} from './operations';
import { SVG_PICTURE_SIDE, svgPictureTransform } from './picture-matrix';
import type { Watermark } from './print-input';
import { rounded } from './typesetter';
import { layoutWatermark } from './watermark';

export type SvgOptions = {
  /** The font book that the page was laid out with. */
  fonts: FontBook;
  /** Where the screen finds a picture. The whole upright picture: the painter cuts the source out of it. */
  pictureHref: (operation: ImageOperation) => string;
  /** Shows the bleed around the trimmed page too. */
  showBleed: boolean;
  watermark: Watermark;
  /** Put before every id, so that several pages can stand in one HTML document. */
  idPrefix: string;
};

/**
 * Paints a page for the screen. Text becomes glyph outlines of the very fonts that are embedded in the print file:
 * a browser needs no fonts, cannot set a line differently, and no text of a person ever becomes markup.
 */
export function paintSvg(page: Page, options: SvgOptions): string {
  const bleedMm = options.showBleed ? page.bleedMm : 0;
  const { widthMm, heightMm } = page.trim;
  const glyphs = createGlyphs(options.fonts, options.idPrefix);
  glyphs.expect(page.operations);
  const extras = createExtras(options.idPrefix);
  const body = page.operations
    .map((operation) => painted(operation, options, glyphs, extras))
    .join('');
  const watermark = options.watermark === null ? '' : paintWatermark(page, options, glyphs);
  const viewBox = [-bleedMm, -bleedMm, widthMm + 2 * bleedMm, heightMm + 2 * bleedMm].map(rounded);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox.join(' ')}">`,
    glyphs.definitions(),
    extras.definitions(),
    body,
    watermark,
    '</svg>',
  ].join('');
}

type Line = Pick<TextOperation, 'text' | 'font' | 'sizePt' | 'letterSpacingPt' | 'direction'>;

type Glyphs = {
  /** Tells which lines will come, so that those that come more than once are written once. */
  expect(operations: readonly Operation[]): void;
  /** A line of glyphs from its left end on the baseline. */
  line(line: Line): string;
  definitions(): string;
};

/** Each glyph's outline is written once and then referred to. */
function createGlyphs(fonts: FontBook, idPrefix: string): Glyphs {
  const ids = new Map<string, string>();
  const definitions: string[] = [];
  const counts = new Map<string, number>();
  const keyOf = ({ font, text, sizePt, letterSpacingPt, direction }: Line) =>
    `${font} ${direction}\n${text}\n${letterSpacingPt === 0 ? 0 : letterSpacingPt / sizePt}`;
  const idOf = (fontId: string, glyphId: number): string | null => {
    const key = `${fontId}/${glyphId}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const d = fonts.glyphPath(fontId, glyphId);
    if (d === '') return null;
    const id = `${idPrefix}${ids.size.toString(36)}`;
    ids.set(key, id);
    definitions.push(`<path id="${escaped(id)}" d="${d}"/>`);
    return id;
  };
  const drawn = ({ text, font, sizePt, letterSpacingPt, direction }: Line): string => {
    const { glyphs, unitsPerEm } = fonts.shape(text, font, direction);
    const spacingUnits = (letterSpacingPt / sizePt) * unitsPerEm;
    return glyphs
      .flatMap(({ glyphId, xUnits, yUnits }, index) => {
        const id = idOf(font, glyphId);
        if (id === null) return [];
        const x = Math.round(xUnits + index * spacingUnits);
        const place = `${x === 0 ? '' : ` x="${x}"`}${yUnits === 0 ? '' : ` y="${yUnits}"`}`;
        return [`<use href="#${escaped(id)}"${place}/>`];
      })
      .join('');
  };
  return {
    expect(operations) {
      for (const operation of operations) {
        if (operation.kind !== 'text') continue;
        counts.set(keyOf(operation), (counts.get(keyOf(operation)) ?? 0) + 1);
      }
    },
    line(line) {
      const key = keyOf(line);
      if ((counts.get(key) ?? 0) < 2 || [...line.text].length < 2) return drawn(line);
      const known = ids.get(key);
      const id = known ?? `${idPrefix}w${ids.size.toString(36)}`;
      if (known === undefined) {
        const group = drawn(line);
        ids.set(key, id);
        definitions.push(`<g id="${escaped(id)}">${group}</g>`);
      }
      return `<use href="#${escaped(id)}"/>`;
    },
    definitions: () => `<defs>${definitions.join('')}</defs>`,
  };
}

function painted(
  operation: Operation,
  options: SvgOptions,
  glyphs: Glyphs,
  extras: Extras,
): string {
  switch (operation.kind) {
    case 'rect':
      return paintRect(operation);
    case 'line':
      return paintLine(operation);
    case 'path':
      return paintPath(operation);
    case 'image':
      return paintImage(operation, options, extras);
    case 'placeholder':
      return `<rect ${boxAttributes(operation)} fill="${operation.fill}"/>`;
    case 'text':
      return paintText(operation, options.fonts, glyphs);
  }
}

function boxAttributes(box: {
  xMm: number;
  yMm: number;
  widthMm: number;
  heightMm: number;
}): string {
  return `x="${box.xMm}" y="${box.yMm}" width="${box.widthMm}" height="${box.heightMm}"`;
}

function paintRect({ fill, opacity, stroke, radiusMm, ...box }: RectOperation): string {
  const corner = radiusMm > 0 ? ` rx="${radiusMm}"` : '';
  return `<rect ${boxAttributes(box)}${corner}${paintAttributes(fill, opacity, stroke)}/>`;
}

function paintPath({ d, fill, opacity, stroke }: PathOperation): string {
  return `<path d="${escaped(d)}"${paintAttributes(fill, opacity, stroke)}/>`;
}

function paintAttributes(
  fill: RectOperation['fill'],
  opacity: number,
  stroke: RectOperation['stroke'],
): string {
  const outline = stroke ? ` stroke="${stroke.colour}" stroke-width="${stroke.widthMm}"` : '';
  const veil = opacity === 1 ? '' : ` opacity="${opacity}"`;
  return ` fill="${fill ?? 'none'}"${outline}${veil}`;
}

function paintLine({ x1Mm, y1Mm, x2Mm, y2Mm, colour, widthMm }: LineOperation): string {
  return `<path d="M${x1Mm} ${y1Mm}L${x2Mm} ${y2Mm}" stroke="${colour}" stroke-width="${widthMm}"/>`;
}

/** A window onto the picture: an inner drawing of the box's size cuts off what lies outside. */
function paintImage(operation: ImageOperation, options: SvgOptions, extras: Extras): string {
  const { xMm, yMm, widthMm, heightMm, radiusMm, filter, slotIndex } = operation;
  const effect = filter === 'none' ? '' : ` filter="url(#${extras.filter(filter)})"`;
  const clip =
    radiusMm > 0 ? ` clip-path="url(#${extras.corners(widthMm, heightMm, radiusMm)})"` : '';
  const side = SVG_PICTURE_SIDE;
  const slot = slotIndex === null ? '' : ` data-slot="${slotIndex}"`;
  return [
    `<svg ${boxAttributes({ xMm, yMm, widthMm, heightMm })} viewBox="0 0 ${widthMm} ${heightMm}" preserveAspectRatio="none">`,
    `<g${clip}><image${slot} width="${side}" height="${side}" preserveAspectRatio="none"`,
    ` transform="${svgPictureTransform(operation)}"${effect} href="${escaped(options.pictureHref(operation))}"/></g>`,
    '</svg>',
  ].join('');
}

/** Filters and clips of pictures, each written once. */
type Extras = {
  filter(filter: FilterId): string;
  corners(widthMm: number, heightMm: number, radiusMm: number): string;
  definitions(): string;
};

function createExtras(idPrefix: string): Extras {
  const known = new Map<string, string>();
  const definitions: string[] = [];
  const once = (key: string, define: (id: string) => string): string => {
    const id = known.get(key) ?? `${escaped(idPrefix)}x${known.size.toString(36)}`;
    if (!known.has(key)) {
      known.set(key, id);
      definitions.push(define(id));
    }
    return id;
  };
  return {
    filter: (filter) =>
      once(filter, (id) => {
        const rows = filterMatrix(filter) ?? [];
        const values = rows.map(([r, g, b, offset]) => `${r} ${g} ${b} 0 ${offset}`).join(' ');
        return `<filter id="${id}" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feColorMatrix values="${values} 0 0 0 1 0"/></filter>`;
      }),
    corners: (widthMm, heightMm, radiusMm) =>
      once(`${widthMm}/${heightMm}/${radiusMm}`, (id) => {
        const size = `width="${widthMm}" height="${heightMm}" rx="${radiusMm}"`;
        return `<clipPath id="${id}"><rect ${size}/></clipPath>`;
      }),
    definitions: () => (definitions.length === 0 ? '' : `<defs>${definitions.join('')}</defs>`),
  };
}

function paintText(operation: TextOperation, fonts: FontBook, glyphs: Glyphs): string {
  const scale = glyphScale(fonts, operation.font, operation.sizePt);
  const place = `translate(${operation.xMm} ${operation.yMm}) scale(${scale} -${scale})`;
  const line = glyphs.line(operation);
  const dress = `transform="${place}" fill="${operation.colour}"`;
  // A line of a single reference needs no group around it.
  const single = /^<use href="[^"]*"\/>$/.exec(line);
  return single ? line.replace('<use', `<use ${dress}`) : `<g ${dress}>${line}</g>`;
}

function glyphScale(fonts: FontBook, font: string, sizePt: number): number {
  return Number(((sizePt * MM_PER_PT) / fonts.font(font).unitsPerEm).toPrecision(6));
}

function paintWatermark(page: Page, { fonts, watermark }: SvgOptions, glyphs: Glyphs): string {
  const marks = layoutWatermark(page, watermark ?? '', fonts);
  return marks
    .map((mark) => {
      const scale = glyphScale(fonts, mark.font, mark.sizePt);
      const place = `translate(${mark.xMm} ${mark.yMm}) rotate(${mark.angleDeg}) scale(${scale} -${scale})`;
      return `<g transform="${place}" fill="${mark.colour}" opacity="${mark.opacity}">${glyphs.line(mark)}</g>`;
    })
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
