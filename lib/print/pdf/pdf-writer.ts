import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { deflateSync } from 'node:zlib';
import { assert } from '@/lib/core/assert';
import { reference } from './pdf-values';

/** Writes the objects of a PDF one after the other. An object is never held once it is written. */
export type PdfWriter = {
  /** The number of an object that will be written later, so that others can already refer to it. */
  reserve(): number;
  /** Writes an object; returns its number. */
  object(body: string, id?: number): number;
  /** Writes a stream, Flate-coded unless told otherwise; `entries` go into its dictionary. */
  stream(entries: string, bytes: Uint8Array, options?: { id?: number; isPlain?: boolean }): number;
  /**
   * Writes a stream of known length piece by piece: only one piece of it is in memory. A piece may be overwritten by
   * its source as soon as the next one is asked for.
   */
  pipe(entries: string, byteLength: number, pieces: AsyncIterable<Uint8Array>): Promise<number>;
  /** Hands everything written so far to the sink and waits until it has taken it. */
  flush(): Promise<void>;
  /** SHA-256 of everything handed to the sink so far. */
  digest(): Uint8Array;
  /** Writes the cross-reference table and the trailer. The sink stays open. */
  finish(trailer: string): Promise<{ sha256: string; byteLength: number }>;
};

/** The second line tells programs that look at the first bytes that the file is not text. */
const HEADER = '%PDF-1.6\n%\u00e2\u00e3\u00cf\u00d3\n';

export function createPdfWriter(sink: Writable): PdfWriter {
  const output = createOutput(sink);
  /** Where each object begins, by its number; number 0 is never used. */
  const offsets: number[] = [0];

  const reserve = () => offsets.push(-1) - 1;
  const begin = (id: number) => {
    assert(offsets[id] === -1, `object ${id} is written once`);
    offsets[id] = output.position();
    output.text(`${id} 0 obj\n`);
  };

  output.text(HEADER);
  return {
    reserve,

    object(body, id = reserve()) {
      begin(id);
      output.text(`${body}\nendobj\n`);
      return id;
    },

    stream(entries, bytes, { id = reserve(), isPlain = false } = {}) {
      const coded = isPlain ? bytes : deflateSync(bytes);
      const filter = isPlain ? '' : '/Filter /FlateDecode ';
      begin(id);
      output.text(`<< ${entries} ${filter}/Length ${coded.length} >>\nstream\n`);
      output.bytes(coded);
      output.text('\nendstream\nendobj\n');
      return id;
    },

    async pipe(entries, byteLength, pieces) {
      const id = reserve();
      begin(id);
      output.text(`<< ${entries} /Length ${byteLength} >>\nstream\n`);
      await output.flush();
      const start = output.position();
      for await (const piece of pieces) await output.pass(piece);
      const written = output.position() - start;
      assert(written === byteLength, `a stream of ${byteLength} bytes has ${written}`);
      output.text('\nendstream\nendobj\n');
      return id;
    },

    flush: output.flush,
    digest: output.digest,

    async finish(trailer) {
      const tableAt = output.position();
      const rows = offsets.slice(1).map((offset, index) => {
        assert(offset >= 0, `object ${index + 1} is written`);
        return `${String(offset).padStart(10, '0')} 00000 n \n`;
      });
      output.text(`xref\n0 ${offsets.length}\n0000000000 65535 f \n${rows.join('')}`);
      output.text(`trailer\n<< /Size ${offsets.length} ${trailer} >>\n`);
      output.text(`startxref\n${tableAt}\n%%EOF\n`);
      await output.flush();
      const sha256 = Buffer.from(output.digest()).toString('hex');
      return { sha256, byteLength: output.position() };
    },
  };
}

/** Collects small pieces, hands them on in one, and waits each time until the sink wants more. */
function createOutput(sink: Writable) {
  const hash = createHash('sha256');
  let waiting: Uint8Array[] = [];
  let position = 0;
  const bytes = (piece: Uint8Array) => {
    waiting.push(piece);
    position += piece.length;
  };
  const write = (piece: Uint8Array) => {
    const taken = new Promise<void>((resolve, reject) => {
      sink.write(piece, (error) => (error ? reject(error) : resolve()));
    });
    // While another thread writes.
    hash.update(piece);
    return taken;
  };
  return {
    bytes,
    text: (text: string) => bytes(Buffer.from(text, 'latin1')),
    async flush() {
      if (waiting.length === 0) return;
      const whole = Buffer.concat(waiting);
      waiting = [];
      await write(whole);
    },
    /** Only after a flush. Returns when the sink no longer needs the piece. */
    async pass(piece: Uint8Array) {
      position += piece.length;
      await write(piece);
    },
    digest: (): Uint8Array => hash.copy().digest(),
    /** Bytes so far, those that wait included. */
    position: () => position,
  };
}

/** A dictionary of references, as resources are written. */
export function referenceDict(entries: Iterable<readonly [string, number]>): string {
  const written = Array.from(entries, ([key, id]) => `/${key} ${reference(id)}`);
  return `<< ${written.join(' ')} >>`;
}
