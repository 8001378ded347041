import { inflateSync } from 'node:zlib';

/** Reads stretches of a finished file, so that a file of 100 MB never is in memory. */
export type PdfSource = {
  byteLength: number;
  read(offset: number, length: number): Promise<Uint8Array>;
};

export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
export class PdfReference {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}
export type PdfDict = ReadonlyMap<string, PdfValue>;
export type PdfValue =
  | number
  | boolean
  | null
  | Uint8Array
  | PdfName
  | PdfReference
  | PdfDict
  | PdfValue[];

/** Something in the file is not as its own structure says. */
export class PdfDamage extends Error {}

export type PdfObjects = {
  /** The first line and the beginning of the second. */
  header: string;
  trailer: PdfDict;
  /** Entries of the cross-reference table, the free one included. */
  entryCount: number;
  /** Follows references until there is a value. */
  resolve(value: PdfValue | undefined): Promise<PdfValue>;
  dict(value: PdfValue | undefined): Promise<PdfDict>;
  /** The decoded bytes of a stream object; of a picture use only its dictionary. */
  stream(value: PdfValue | undefined): Promise<Uint8Array>;
  /** Where the coded bytes of a stream object lie; they are not read. */
  coded(value: PdfValue | undefined): Promise<CodedStream>;
};

export type CodedStream = {
  dict: PdfDict;
  byteLength: number;
  read(offset: number, length: number): Promise<Uint8Array>;
};

const HEADER_BYTES = 16;
const TAIL_BYTES = 1024;
const OBJECT_BYTES = 2048;
/** No object of ours but a stream comes near it. */
const OBJECT_BYTES_MAX = 1 << 20;
const STREAM_BYTES_MAX = 32 << 20;

/** Opens the objects of a PDF with a classic cross-reference table, as our painter writes it. @throws PdfDamage */
export async function openPdfObjects(source: PdfSource): Promise<PdfObjects> {
  const header = latin1(await source.read(0, Math.min(HEADER_BYTES, source.byteLength)));
  if (!/^%PDF-\d\.\d/.test(header)) throw new PdfDamage('no header');
  const tailAt = Math.max(0, source.byteLength - TAIL_BYTES);
  const tail = latin1(await source.read(tailAt, source.byteLength - tailAt));
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail);
  if (!start) throw new PdfDamage('no end');
  const xrefAt = Number(start[1]);
  if (xrefAt >= source.byteLength) throw new PdfDamage('cross-reference beyond the end');
  const { offsets, trailer } = readXref(await source.read(xrefAt, source.byteLength - xrefAt));
  const cache = new Map<number, { value: PdfValue; streamAt: number | null }>();

  const load = async (id: number) => {
    const known = cache.get(id);
    if (known) return known;
    const offset = offsets[id];
    if (offset === undefined) throw new PdfDamage(`object ${id} is not in the table`);
    for (let length = OBJECT_BYTES; ; length *= 8) {
      const bytes = await source.read(offset, Math.min(length, source.byteLength - offset));
      const read = readObject(bytes, id);
      if (read) {
        const streamAt = read.streamAt === null ? null : offset + read.streamAt;
        const object = { value: read.value, streamAt };
        cache.set(id, object);
        return object;
      }
      if (length >= OBJECT_BYTES_MAX) throw new PdfDamage(`object ${id} does not end`);
    }
  };

  const resolve = async (value: PdfValue | undefined): Promise<PdfValue> => {
    let current = value ?? null;
    for (let hops = 0; current instanceof PdfReference; hops += 1) {
      if (hops > 8) throw new PdfDamage('references go in circles');
      current = (await load(current.id)).value;
    }
    return current;
  };

  const coded = async (value: PdfValue | undefined): Promise<CodedStream> => {
    if (!(value instanceof PdfReference)) throw new PdfDamage('a stream is missing');
    const { value: dict, streamAt } = await load(value.id);
    if (streamAt === null || !isDict(dict)) throw new PdfDamage(`object ${value.id} is no stream`);
    const byteLength = await resolve(dict.get('Length'));
    const isSensible =
      typeof byteLength === 'number' &&
      Number.isInteger(byteLength) &&
      byteLength >= 0 &&
      streamAt + byteLength <= source.byteLength;
    if (!isSensible) throw new PdfDamage(`stream ${value.id} has no sensible length`);
    return {
      dict,
      byteLength,
      read: (offset, length) => {
        const start = Math.min(Math.max(0, offset), byteLength);
        return source.read(streamAt + start, Math.min(length, byteLength - start));
      },
    };
  };

  return {
    header,
    trailer,
    entryCount: offsets.length,
    resolve,
    async dict(value) {
      const resolved = await resolve(value);
      if (!isDict(resolved)) throw new PdfDamage('a dictionary is missing');
      return resolved;
    },
    coded,
    async stream(value) {
      const { dict, byteLength, read } = await coded(value);
      if (byteLength > STREAM_BYTES_MAX) throw new PdfDamage('a stream is too long');
      const bytes = await read(0, byteLength);
      const filter = await resolve(dict.get('Filter'));
      if (filter === null) return bytes;
      if (filter instanceof PdfName && filter.name === 'FlateDecode') return inflated(bytes);
      throw new PdfDamage('a stream is coded in an unknown way');
    },
  };
}

function inflated(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: STREAM_BYTES_MAX });
  } catch (error) {
    throw new PdfDamage('a stream does not decompress', { cause: error });
  }
}

export function isNamed(value: PdfValue | undefined, name: string): boolean {
  return value instanceof PdfName && value.name === name;
}

export function isDict(value: PdfValue): value is PdfDict {
  return value instanceof Map;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function readXref(bytes: Uint8Array): { offsets: (number | undefined)[]; trailer: PdfDict } {
  const text = latin1(bytes);
  const head = /^xref\s+0 (\d+)\s+/.exec(text);
  const trailerAt = text.indexOf('trailer');
  if (!head || trailerAt < 0) throw new PdfDamage('no cross-reference table');
  const entries = [...text.slice(head[0].length, trailerAt).matchAll(/(\d{10}) \d{5} ([nf])/g)];
  if (entries.length !== Number(head[1])) throw new PdfDamage('cross-reference table is short');
  const offsets = entries.map(([, offset, kind]) => (kind === 'n' ? Number(offset) : undefined));
  const trailer = new PdfParser(bytes.subarray(trailerAt + 'trailer'.length)).value();
  if (trailer === undefined || !isDict(trailer)) throw new PdfDamage('no trailer');
  return { offsets, trailer };
}

/** @returns null when the bytes end before the object does */
function readObject(
  bytes: Uint8Array,
  id: number,
): { value: PdfValue; streamAt: number | null } | null {
  const parser = new PdfParser(bytes);
  const [number, generation, keyword] = [parser.token(), parser.token(), parser.token()];
  if (number !== String(id) || generation !== '0' || keyword !== 'obj') {
    throw new PdfDamage(`object ${id} is not where the table says`);
  }
  const value = parser.value();
  const next = parser.token();
  if (value === undefined || next === undefined) return null;
  if (next !== 'stream') return { value, streamAt: null };
  const lineEnd = bytes[parser.at] === 0x0d ? 2 : 1;
  return { value, streamAt: parser.at + lineEnd };
}

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));

/** Ours go to 4. */
const DEPTH_MAX = 32;

/** Reads PDF syntax from bytes. Everything it returns is undefined once the bytes have ended. */
export class PdfParser {
  at = 0;
  private depth = 0;
  private readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The next token as text: a number, a keyword, "/Name" or a delimiter. */
  token(): string | undefined {
    this.skipWhite();
    const { bytes } = this;
    const first = bytes[this.at];
    if (first === undefined) return undefined;
    const start = this.at;
    this.at += 1;
    if (first === 0x3c || first === 0x3e) {
      if (bytes[this.at] === first) this.at += 1;
    } else if (first === 0x2f || !DELIMITERS.has(first)) {
      while (this.at < bytes.length && !this.isEnd(bytes[this.at] as number)) this.at += 1;
    }
    return latin1(bytes.subarray(start, this.at));
  }

  value(): PdfValue | undefined {
    const token = this.token();
    return token === undefined ? undefined : this.valueFrom(token);
  }

  /** The value that begins with a token; undefined for a keyword, such as an operator. */
  valueFrom(token: string): PdfValue | undefined {
    if (token === '<<') return this.nested(() => this.dictionary());
    if (token === '[') return this.nested(() => this.array());
    if (token === '<') return this.hexString();
    if (token === '(') return this.literalString();
    if (token.startsWith('/')) return new PdfName(decodedName(token.slice(1)));
    if (token === 'true' || token === 'false') return token === 'true';
    if (token === 'null') return null;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(token)) return undefined;
    if (/^\d+$/.test(token)) {
      const back = this.at;
      const [generation, keyword] = [this.token(), this.token()];
      if (keyword === 'R' && generation !== undefined && /^\d+$/.test(generation)) {
        return new PdfReference(Number(token));
      }
      this.at = back;
    }
    return Number(token);
  }

  private nested<Value>(read: () => Value): Value {
    this.depth += 1;
    if (this.depth > DEPTH_MAX) throw new PdfDamage('nested too deeply');
    const value = read();
    this.depth -= 1;
    return value;
  }

  private isEnd(byte: number): boolean {
    return WHITE.has(byte) || DELIMITERS.has(byte);
  }

  private skipWhite(): void {
    const { bytes } = this;
    while (this.at < bytes.length) {
      const byte = bytes[this.at] as number;
      if (byte === 0x25) {
        while (this.at < bytes.length && bytes[this.at] !== 10 && bytes[this.at] !== 13)
          this.at += 1;
      } else if (WHITE.has(byte)) this.at += 1;
      else return;
    }
  }

  private dictionary(): PdfDict | undefined {
    const entries = new Map<string, PdfValue>();
    while (true) {
      const key = this.token();
      if (key === undefined) return undefined;
      if (key === '>>') return entries;
      const value = this.value();
      if (value === undefined) return undefined;
      entries.set(decodedName(key.slice(1)), value);
    }
  }

  private array(): PdfValue[] | undefined {
    const items: PdfValue[] = [];
    while (true) {
      const token = this.token();
      if (token === undefined) return undefined;
      if (token === ']') return items;
      const item = this.valueFrom(token);
      if (item === undefined) return undefined;
      items.push(item);
    }
  }

  private hexString(): Uint8Array | undefined {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end < 0) return undefined;
    const digits = latin1(this.bytes.subarray(this.at, end)).replace(/\s/g, '');
    this.at = end + 1;
    return Uint8Array.from(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'));
  }

  private literalString(): Uint8Array | undefined {
    const out: number[] = [];
    let depth = 1;
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at] as number;
      this.at += 1;
      if (byte === 0x5c) {
        out.push(this.bytes[this.at] ?? 0);
        this.at += 1;
        continue;
      }
      if (byte === 0x28) depth += 1;
      if (byte === 0x29) depth -= 1;
      if (depth === 0) return Uint8Array.from(out);
      out.push(byte);
    }
    return undefined;
  }
}

function decodedName(name: string): string {
  return name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
