import { isDict, PdfDamage, PdfName, PdfParser, type PdfValue } from './pdf-objects';

/** A colour as the content gives it: a device space or a name of the resources, and its channels. */
export type ContentColour = { space: string; values: readonly number[] };

export type ContentText = {
  font: string;
  codes: number[];
  /** What readers are told instead of the glyphs. */
  actualText: string | null;
  /** Left end of the baseline, in points from the lower left of the media. */
  x: number;
  y: number;
  sizePt: number;
  colour: ContentColour;
  isOverprinted: boolean;
};

/** What a page's content draws, as far as preflight cares. Points count from the lower left of the media. */
export type PageContent = {
  /** Text objects in painting order. */
  texts: ContentText[];
  /** Pictures with the corners of their box. */
  pictures: { name: string; left: number; bottom: number; right: number; top: number }[];
  /** Names of colour spaces that are used, "DeviceGray" and the like for those without a name. */
  colourSpaces: Set<string>;
  operators: Set<string>;
  /** Graphics states of the resources that are used. */
  states: Set<string>;
  /** The most ink that areas, lines and texts ask for: the sum of four channels, 0 to 4. */
  inkMax: number;
  /** Width of the thinnest line; null where none is drawn. */
  thinnestLinePt: number | null;
  /** Whether an area or a line is printed over what lies beneath. */
  hasOverprintedShapes: boolean;
  /** Whether something is painted outside all marked content. */
  hasUnmarkedContent: boolean;
};

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const DEVICE_SPACES: Record<string, { space: string; channels: number }> = {
  g: { space: 'DeviceGray', channels: 1 },
  rg: { space: 'DeviceRGB', channels: 3 },
  k: { space: 'DeviceCMYK', channels: 4 },
};
const BLACK: ContentColour = { space: 'DeviceGray', values: [0] };

const FILLING = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const STROKING = new Set(['S', 's', 'B', 'B*', 'b', 'b*']);
/** Ours go to a handful. */
const SAVED_MAX = 64;

type Graphics = {
  matrix: Matrix;
  fill: ContentColour;
  stroke: ContentColour;
  lineWidth: number;
  isOverprinted: boolean;
};

/**
 * Follows the operators of a content stream.
 * @param overprinting the graphics states that switch overprinting on
 * @throws PdfDamage when they are not well formed
 */
export function readContent(bytes: Uint8Array, overprinting: ReadonlySet<string>): PageContent {
  const parser = new PdfParser(bytes);
  const content: PageContent = {
    texts: [],
    pictures: [],
    colourSpaces: new Set(),
    operators: new Set(),
    states: new Set(),
    inkMax: 0,
    thinnestLinePt: null,
    hasOverprintedShapes: false,
    hasUnmarkedContent: false,
  };
  let state: Graphics = {
    matrix: IDENTITY,
    fill: BLACK,
    stroke: BLACK,
    lineWidth: 1,
    isOverprinted: false,
  };
  const saved: Graphics[] = [];
  let font = '';
  let fontSize = 0;
  /** Of each piece of marked content that is open. */
  const actualTexts: (string | null)[] = [];

  const painted = ({ space, values }: ContentColour) => {
    if (actualTexts.length === 0) content.hasUnmarkedContent = true;
    if (space !== 'DeviceCMYK') return;
    const ink = values.reduce((sum, value) => sum + value, 0);
    content.inkMax = Math.max(content.inkMax, ink);
  };
  const paintShape = (operator: string) => {
    if (FILLING.has(operator)) painted(state.fill);
    if (STROKING.has(operator)) {
      painted(state.stroke);
      const widthPt = state.lineWidth * scaleOf(state.matrix);
      content.thinnestLinePt = Math.min(content.thinnestLinePt ?? widthPt, widthPt);
    }
    if (state.isOverprinted) content.hasOverprintedShapes = true;
  };
  const setColour = (operator: string, operands: readonly PdfValue[]) => {
    const isFill = operator === operator.toLowerCase();
    const device = DEVICE_SPACES[operator.toLowerCase()];
    const side = isFill ? 'fill' : 'stroke';
    if (device) {
      content.colourSpaces.add(device.space);
      const values = numbers(operands, device.channels);
      state = { ...state, [side]: { space: device.space, values } };
    } else if (operator.toLowerCase() === 'cs') {
      const space = nameOf(operands[0]);
      content.colourSpaces.add(space);
      state = { ...state, [side]: { space, values: [] } };
    } else {
      const values = operands.filter((value) => typeof value === 'number');
      state = { ...state, [side]: { ...state[side], values } };
    }
  };
  const openText = () => {
    const text = content.texts.at(-1);
    if (!text) throw new PdfDamage('text outside a text object');
    return text;
  };

  const apply = (operator: string, operands: readonly PdfValue[]) => {
    content.operators.add(operator);
    if (FILLING.has(operator) || STROKING.has(operator)) {
      paintShape(operator);
      return;
    }
    switch (operator) {
      case 'q':
        if (saved.length >= SAVED_MAX) throw new PdfDamage('q too often');
        saved.push(state);
        break;
      case 'Q': {
        const restored = saved.pop();
        if (!restored) throw new PdfDamage('Q without q');
        state = restored;
        break;
      }
      case 'cm':
        state = { ...state, matrix: times(matrixOf(operands), state.matrix) };
        break;
      case 'w':
        state = { ...state, lineWidth: numbers(operands, 1)[0] as number };
        break;
      case 'gs': {
        const name = nameOf(operands[0]);
        content.states.add(name);
        if (overprinting.has(name)) state = { ...state, isOverprinted: true };
        break;
      }
      case 'g':
      case 'G':
      case 'rg':
      case 'RG':
      case 'k':
      case 'K':
      case 'cs':
      case 'CS':
      case 'sc':
      case 'SC':
      case 'scn':
      case 'SCN':
        setColour(operator, operands);
        break;
      case 'Do':
        if (actualTexts.length === 0) content.hasUnmarkedContent = true;
        content.pictures.push({ name: nameOf(operands[0]), ...unitBox(state.matrix) });
        break;
      case 'Tf':
        font = nameOf(operands[0]);
        fontSize = numbers(operands.slice(1), 1)[0] as number;
        break;
      case 'BT':
        content.texts.push({
          font: '',
          codes: [],
          actualText: actualTexts.at(-1) ?? null,
          x: 0,
          y: 0,
          sizePt: 0,
          colour: state.fill,
          isOverprinted: state.isOverprinted,
        });
        break;
      case 'Tm': {
        const matrix = times(matrixOf(operands), state.matrix);
        const sizePt = fontSize * scaleOf(matrix);
        Object.assign(openText(), { font, x: matrix[4], y: matrix[5], sizePt });
        break;
      }
      case 'BMC':
      case 'BDC':
        actualTexts.push(readActualText(operands[1]) ?? actualTexts.at(-1) ?? null);
        break;
      case 'EMC':
        actualTexts.pop();
        break;
      case 'TJ':
      case 'Tj': {
        const text = openText();
        text.font = font;
        text.colour = state.fill;
        painted(state.fill);
        for (const part of operands.flat()) {
          if (part instanceof Uint8Array) text.codes.push(...codesOf(part));
        }
        break;
      }
    }
  };

  let operands: PdfValue[] = [];
  while (true) {
    const token = parser.token();
    if (token === undefined) break;
    const value = parser.valueFrom(token);
    if (value !== undefined) {
      operands.push(value);
      continue;
    }
    apply(token, operands);
    operands = [];
  }
  if (saved.length > 0) throw new PdfDamage('q without Q');
  return content;
}

function nameOf(value: PdfValue | undefined): string {
  if (!(value instanceof PdfName)) throw new PdfDamage('a name is missing');
  return value.name;
}

function readActualText(properties: PdfValue | undefined): string | null {
  const text = properties !== undefined && isDict(properties) ? properties.get('ActualText') : null;
  if (!(text instanceof Uint8Array)) return null;
  return new TextDecoder('utf-16be').decode(text);
}

function numbers(values: readonly PdfValue[], count: number): readonly number[] {
  if (values.length !== count || !values.every((value) => typeof value === 'number')) {
    throw new PdfDamage('a number is missing');
  }
  return values as readonly number[];
}

const matrixOf = (values: readonly PdfValue[]) => numbers(values, 6) as unknown as Matrix;

/** How much larger lengths come out, for a matrix that keeps shapes. */
function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

/** Where the unit square, which every picture fills, comes to lie. */
function unitBox([a, b, c, d, e, f]: Matrix) {
  const [xs, ys] = [
    [e, e + a, e + c, e + a + c],
    [f, f + b, f + d, f + b + d],
  ];
  return {
    left: Math.min(...xs),
    bottom: Math.min(...ys),
    right: Math.max(...xs),
    top: Math.max(...ys),
  };
}

/** Our fonts have two bytes to a glyph. */
function codesOf(bytes: Uint8Array): number[] {
  const codes: number[] = [];
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    codes.push(((bytes[i] as number) << 8) | (bytes[i + 1] as number));
  }
  return codes;
}

/** The text of each code, from a ToUnicode map of `bfrange` lists. */
export function readToUnicode(bytes: Uint8Array): Map<number, string> {
  const text = new TextDecoder('latin1').decode(bytes);
  const map = new Map<number, string>();
  for (const [, start, , list] of text.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    let code = Number.parseInt(start ?? '', 16);
    for (const [, units] of (list ?? '').matchAll(/<([^>]*)>/g)) {
      const parts = (units ?? '').match(/[0-9a-f]{4}/gi) ?? [];
      map.set(code, String.fromCharCode(...parts.map((unit) => Number.parseInt(unit, 16))));
      code += 1;
    }
  }
  return map;
}
