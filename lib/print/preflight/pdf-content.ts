import { PdfDamage, PdfName, PdfParser, type PdfValue } from './pdf-objects';

/** What a page's content draws, as far as preflight cares. */
export type PageContent = {
  /** Text objects in painting order, each as the codes of one font. */
  texts: { font: string; codes: number[] }[];
  /** Pictures with the corners of their box: points from the lower left of the media. */
  pictures: { name: string; left: number; bottom: number; right: number; top: number }[];
  /** Names of colour spaces that are used, "DeviceGray" and the like for those without a name. */
  colourSpaces: Set<string>;
};

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const DEVICE_SPACES: Record<string, string> = {
  g: 'DeviceGray',
  G: 'DeviceGray',
  rg: 'DeviceRGB',
  RG: 'DeviceRGB',
  k: 'DeviceCMYK',
  K: 'DeviceCMYK',
};

/** Follows the operators of a content stream. @throws PdfDamage when they are not well formed */
export function readContent(bytes: Uint8Array): PageContent {
  const parser = new PdfParser(bytes);
  const content: PageContent = { texts: [], pictures: [], colourSpaces: new Set() };
  let operands: PdfValue[] = [];
  let matrix = IDENTITY;
  const saved: Matrix[] = [];
  let font = '';

  const apply = (operator: string) => {
    const space = DEVICE_SPACES[operator];
    if (space) content.colourSpaces.add(space);
    switch (operator) {
      case 'q':
        saved.push(matrix);
        break;
      case 'Q': {
        const restored = saved.pop();
        if (!restored) throw new PdfDamage('Q without q');
        matrix = restored;
        break;
      }
      case 'cm':
        matrix = times(numbers(operands), matrix);
        break;
      case 'cs':
      case 'CS':
        content.colourSpaces.add(nameOf(operands[0]));
        break;
      case 'Do':
        content.pictures.push({ name: nameOf(operands[0]), ...unitBox(matrix) });
        break;
      case 'Tf':
        font = nameOf(operands[0]);
        break;
      case 'BT':
        content.texts.push({ font: '', codes: [] });
        break;
      case 'TJ':
      case 'Tj': {
        const text = content.texts.at(-1);
        if (!text) throw new PdfDamage('text outside a text object');
        text.font = font;
        for (const part of operands.flat()) {
          if (part instanceof Uint8Array) text.codes.push(...codesOf(part));
        }
        break;
      }
    }
  };

  while (true) {
    const token = parser.token();
    if (token === undefined) break;
    const value = parser.valueFrom(token);
    if (value !== undefined) {
      operands.push(value);
      continue;
    }
    apply(token);
    operands = [];
  }
  if (saved.length > 0) throw new PdfDamage('q without Q');
  return content;
}

function nameOf(value: PdfValue | undefined): string {
  if (!(value instanceof PdfName)) throw new PdfDamage('a name is missing');
  return value.name;
}

function numbers(values: readonly PdfValue[]): Matrix {
  if (values.length !== 6 || !values.every((value) => typeof value === 'number')) {
    throw new PdfDamage('a matrix is missing');
  }
  return values as unknown as Matrix;
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
      const parts = (units ?? '').split(' ').filter(Boolean);
      map.set(code, String.fromCharCode(...parts.map((unit) => Number.parseInt(unit, 16))));
      code += 1;
    }
  }
  return map;
}
