import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import type { Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import { PT_PER_MM } from './numbers';
import type { PreparedPicture } from './prepared-picture';
import { srgbProfile } from './srgb-profile';

/** An indirect object of the file. */
export type PdfReference = {
  id: number;
  offset: number;
  compress: boolean;
  data: Record<string, unknown>;
  write(chunk: string | Uint8Array): void;
  end(chunk?: string | Uint8Array): void;
};

/** A font as pdfkit embeds it: the glyphs that were used, renumbered from 1. */
type PdfkitFont = {
  id: string;
  scale: number;
  subset: { glyphs: number[]; includeGlyph(glyphId: number): number };
  /** Advance widths in thousandths of the size, by number in the subset. */
  widths: (number | undefined)[];
  /** The code points that each glyph of the subset stands for. */
  unicode: (number[] | undefined)[];
  ref(): PdfReference;
};

type GlyphRun = ReturnType<Font['layout']>;

/** A font in the file. */
export type EmbeddedFont = {
  /** Its name in the resources of every page. */
  id: string;
  font: Font;
  /** A line as the font's default features place it: what the layout measured. The same line is shaped once. */
  layout(text: string): GlyphRun;
  /** The number under which the file shows a glyph that stands for these characters; adds it when it is new. */
  code(glyphId: number, codePoints: readonly number[], advanceUnits: number): number;
};

type PdfPageParts = {
  dictionary: PdfReference;
  fonts: Record<string, PdfReference>;
  xobjects: Record<string, PdfReference>;
  ext_gstates: Record<string, unknown>;
  colorSpaces: Record<string, unknown>;
  write(chunk: string): void;
};

/**
 * The parts of pdfkit 0.20.2 that its types leave out. It reads whole pictures into memory, queues whatever is not yet
 * written, takes the clock for its dates and does not escape its XML; these parts let us do those four things ourselves.
 */
type PdfkitParts = {
  info: Record<string, unknown>;
  page: PdfPageParts;
  push(chunk: Uint8Array | null): boolean;
  read(): Uint8Array | null;
  ref(data: Record<string, unknown>): PdfReference;
  endMetadata(): void;
  flushPages(): void;
  end(): void;
  _font: PdfkitFont;
  _id: Uint8Array;
  _offset: number;
  _root: PdfReference;
  _refEnd(reference: PdfReference): void;
  _write(data: string | Uint8Array): void;
};

/** A box on the page in points from the lower left corner of the media: left, bottom, right, top. */
export type PdfBox = [number, number, number, number];

export type PdfFile = {
  /** Starts a page; `content` goes into it until the next one is started or the file is finished. */
  addPage(page: { widthPt: number; heightPt: number; trim: PdfBox; bleed: PdfBox }): void;
  content(operators: string): void;
  /** The name in the page's resources under which a font, picture or opacity may be used. */
  font(fontId: string, font: Font): EmbeddedFont;
  picture(picture: PreparedPicture): Promise<string>;
  opacity(value: number): string;
  /** Writes all finished pages and waits until the sink has taken them. */
  endPage(): Promise<void>;
  /** Writes the rest. The sink stays open. */
  finish(): Promise<{ sha256: string; byteLength: number }>;
};

export type PdfFileOptions = { title: string; language: string };

/** The colour space of everything that is not pure black. */
export const SRGB = 'Srgb';

const PRODUCER = 'Twelvefold';

/** A file's bytes must not depend on the day it was made: every file carries this one. */
const FIXED_DATE = '2000-01-01T00:00:00Z';

/** Opens a PDF 1.6 file that is written to `sink` piece by piece and never held in memory. */
export function openPdf(options: PdfFileOptions, sink: Writable): PdfFile {
  const document = new PDFDocument({
    pdfVersion: '1.6',
    autoFirstPage: false,
    displayTitle: true,
    lang: options.language,
    // Without a default font: pdfkit would load Helvetica, which must not be in the file.
    font: null as unknown as string,
  }) as unknown as PdfkitParts;
  const output = createOutput(sink);
  // What the constructor has already pushed waits in the stream; take it over before anything else is written.
  for (let early = document.read(); early; early = document.read()) output.take(early);
  document.push = (chunk) => {
    if (chunk) output.take(chunk);
    return true;
  };
  const pdfDate = `D:${FIXED_DATE.replace(/\D/g, '')}Z`;
  document.info = {
    Title: options.title,
    Creator: PRODUCER,
    Producer: PRODUCER,
    CreationDate: pdfDate,
    ModDate: pdfDate,
  };
  document.endMetadata = () => {
    const metadata = document.ref({ Type: 'Metadata', Subtype: 'XML' });
    metadata.compress = false;
    metadata.end(new TextEncoder().encode(xmp(options)));
    document._root.data.Metadata = metadata;
  };
  const profile = document.ref({ N: 3, Alternate: 'DeviceRGB' });
  profile.end(srgbProfile());
  const srgb = ['ICCBased', profile];

  const embedded = new Map<string, { font: EmbeddedFont; reference: PdfReference }>();
  const pictures = new Map<string, PdfReference>();
  const publicDocument = document as unknown as PDFKit.PDFDocument;

  return {
    addPage({ widthPt, heightPt, trim, bleed }) {
      publicDocument.addPage({ size: [widthPt, heightPt], margin: 0 });
      const { data } = document.page.dictionary;
      delete data.UserUnit;
      data.TrimBox = trim;
      data.BleedBox = bleed;
      // Colours are mixed in the space they are given in, whatever the device.
      data.Group = { Type: 'Group', S: 'Transparency', CS: srgb };
      document.page.colorSpaces[SRGB] = srgb;
    },

    content: (operators) => document.page.write(operators),

    font(fontId, font) {
      let known = embedded.get(fontId);
      if (!known) {
        publicDocument.registerFont(fontId, font as unknown as PDFKit.Mixins.PDFFontSource);
        publicDocument.font(fontId);
        const pdfkitFont = document._font;
        known = { font: embeddedFont(pdfkitFont, font), reference: pdfkitFont.ref() };
        embedded.set(fontId, known);
      }
      document.page.fonts[known.font.id] ??= known.reference;
      return known.font;
    },

    async picture(picture) {
      let reference = pictures.get(picture.key);
      if (!reference) {
        reference = await writePicture(document, output, picture, srgb);
        pictures.set(picture.key, reference);
      }
      const name = `P${reference.id}`;
      document.page.xobjects[name] = reference;
      return name;
    },

    opacity(value) {
      const name = `Op${Math.round(value * 1000)}`;
      document.page.ext_gstates[name] ??= { Type: 'ExtGState', ca: value, CA: value };
      return name;
    },

    async endPage() {
      document.flushPages();
      await output.flush();
    },

    async finish() {
      document.flushPages();
      await output.flush();
      // The file's identity is its content so far, which is everything but a few names.
      document._id = output.digestSoFar().subarray(0, 16);
      document.end();
      await output.flush();
      return { sha256: output.digestSoFar().toString('hex'), byteLength: output.byteLength() };
    },
  };
}

/**
 * Some fonts draw the Latin and the Cyrillic "A" with one glyph. It goes into the subset once for each, so that a text
 * that is copied from the file, or searched in it, is the text that was written.
 */
function embeddedFont(pdfkitFont: PdfkitFont, font: Font): EmbeddedFont {
  const codes = new Map<string, number>();
  const { subset, widths, unicode } = pdfkitFont;
  const runs = new Map<string, GlyphRun>();
  return {
    id: pdfkitFont.id,
    font,
    layout(text) {
      const run = runs.get(text) ?? font.layout(text);
      runs.set(text, run);
      return run;
    },
    code(glyphId, codePoints, advanceUnits) {
      const key = `${glyphId}:${codePoints.join()}`;
      const known = codes.get(key);
      if (known !== undefined) return known;
      let code = subset.includeGlyph(glyphId);
      if (unicode[code] !== undefined) code = subset.glyphs.push(glyphId) - 1;
      widths[code] = advanceUnits * pdfkitFont.scale;
      unicode[code] = [...codePoints];
      codes.set(key, code);
      return code;
    },
  };
}

type Output = ReturnType<typeof createOutput>;

/** Collects small pieces, hands them on in one, and waits each time until the sink wants more. */
function createOutput(sink: Writable) {
  const hash = createHash('sha256');
  let waiting: Uint8Array[] = [];
  let length = 0;
  const write = (bytes: Uint8Array) => {
    hash.update(bytes);
    length += bytes.length;
    return new Promise<void>((resolve, reject) => {
      sink.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  };
  const flush = async () => {
    if (waiting.length === 0) return;
    const bytes = Buffer.concat(waiting);
    waiting = [];
    await write(bytes);
  };
  return {
    take: (bytes: Uint8Array) => {
      waiting.push(bytes);
    },
    flush,
    /** Returns when the sink no longer needs `bytes`. */
    pass: async (bytes: Uint8Array) => {
      await flush();
      await write(bytes);
    },
    digestSoFar: () => hash.copy().digest(),
    byteLength: () => length,
  };
}

/** Writes a picture straight from its source: only one piece of it is in memory. */
async function writePicture(
  document: PdfkitParts,
  output: Output,
  picture: PreparedPicture,
  srgb: readonly unknown[],
): Promise<PdfReference> {
  const [, profile] = srgb as [string, PdfReference];
  const reference = document.ref({ Filter: 'DCTDecode' });
  reference.offset = document._offset;
  const space = picture.colour === 'grey' ? '/DeviceGray' : `[/ICCBased ${profile.id} 0 R]`;
  document._write(
    [
      `${reference.id} 0 obj`,
      '<< /Type /XObject /Subtype /Image',
      `/Width ${picture.widthPx} /Height ${picture.heightPx}`,
      `/BitsPerComponent 8 /ColorSpace ${space}`,
      `/Filter /DCTDecode /Length ${picture.byteLength} >>`,
      'stream',
    ].join('\n'),
  );
  let written = 0;
  for await (const bytes of picture.read()) {
    written += bytes.length;
    document._offset += bytes.length;
    await output.pass(bytes);
  }
  if (written !== picture.byteLength) {
    throw new Error(`Picture ${picture.key} has ${written} bytes, not ${picture.byteLength}`);
  }
  document._write('\nendstream\nendobj');
  document._refEnd(reference);
  return reference;
}

function xmp({ title, language }: PdfFileOptions): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapedXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escapedXml(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>${FIXED_DATE}</xmp:CreateDate>
<xmp:ModifyDate>${FIXED_DATE}</xmp:ModifyDate>
<xmp:MetadataDate>${FIXED_DATE}</xmp:MetadataDate>
<pdf:Producer>${PRODUCER}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

function escapedXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A length on the page in points. */
export function pt(mm: number): number {
  return mm * PT_PER_MM;
}
