import type { Writable } from 'node:stream';
import { assert } from '@/lib/core/assert';
import type { FontId } from '../operations';
import type { PaintFonts } from '../paint-fonts';
import type { OutputConditionId } from '../press';
import { type EmbeddedFont, embedFont } from './embedded-font';
import { type FileFacts, infoDictionary, xmpPacket } from './metadata';
import { num } from './numbers';
import { writeOutline } from './outline';
import { writeOutputIntent } from './output-intent';
import { SRGB } from './page-colours';
import { reference, textString } from './pdf-values';
import { createPdfWriter, type PdfWriter, referenceDict } from './pdf-writer';
import type { PreparedPicture } from './prepared-picture';
import { srgbProfile } from './srgb-profile';
import type { StructureNode } from './structure-node';
import { createStructureTree, type PageTags } from './structure-tree';

/** A box on the page in points from the lower left corner of the media: left, bottom, right, top. */
export type PdfBox = readonly [number, number, number, number];

export type PdfPageFrame = { widthPt: number; heightPt: number; trim: PdfBox; bleed: PdfBox };

export type PdfFile = {
  /** Starts a page; `content` goes into it until it is ended. */
  addPage(frame: PdfPageFrame): void;
  content(operators: string): void;
  /** These make a thing ready for the page that was started, and give its name in the page's resources. */
  font(fontId: FontId): EmbeddedFont;
  picture(picture: PreparedPicture): Promise<string>;
  opacity(value: number): string;
  overprint(): string;
  /** Writes the page and waits until the sink has taken it. */
  endPage(tagged?: { root: StructureNode; tags: PageTags; bookmark: string }): Promise<void>;
  /** Writes the rest. The sink stays open. */
  finish(): Promise<{ sha256: string; byteLength: number }>;
};

export type PdfFileOptions = FileFacts & {
  fonts: Pick<PaintFonts, 'file'>;
  /** The condition whose inks the colours are in; null for colours in sRGB. */
  output: { condition: OutputConditionId; profile: Uint8Array } | null;
};

type OpenPage = {
  id: number;
  frame: PdfPageFrame;
  content: string[];
  fonts: Map<string, number>;
  pictures: Map<string, number>;
  states: Map<string, number>;
  isTransparent: boolean;
};

/** Opens a PDF 1.6 file that is written to `sink` piece by piece and never held in memory. */
export function openPdf(options: PdfFileOptions, sink: Writable): PdfFile {
  const writer = createPdfWriter(sink);
  const pagesId = writer.reserve();
  const srgbId = options.output === null ? writeSrgb(writer) : null;
  const blendSpace = srgbId === null ? '/DeviceCMYK' : reference(srgbId);
  const fonts = new Map<FontId, EmbeddedFont>();
  const pictures = new Map<string, number>();
  const states = new Map<string, number>();
  const structure = options.edition === 'digital' ? createStructureTree(writer) : null;
  const pageIds: number[] = [];
  const bookmarks: { title: string; pageId: number }[] = [];
  let open: OpenPage | null = null;

  const current = () => {
    assert(open, 'a page is started');
    return open;
  };
  const state = (name: string, entries: string) => {
    let id = states.get(name);
    if (id === undefined) {
      id = writer.object(`<< /Type /ExtGState ${entries} >>`);
      states.set(name, id);
    }
    current().states.set(name, id);
    return name;
  };

  return {
    addPage(frame) {
      assert(open === null, 'one page at a time');
      const id = writer.reserve();
      pageIds.push(id);
      open = {
        id,
        frame,
        content: [],
        fonts: new Map(),
        pictures: new Map(),
        states: new Map(),
        isTransparent: false,
      };
    },

    content: (operators) => {
      current().content.push(operators);
    },

    font(fontId) {
      let font = fonts.get(fontId);
      if (!font) {
        font = embedFont(options.fonts.file(fontId), `F${fonts.size + 1}`, writer);
        fonts.set(fontId, font);
      }
      current().fonts.set(font.resource, font.id);
      return font;
    },

    async picture(picture) {
      let id = pictures.get(picture.key);
      if (id === undefined) {
        id = await writePicture(writer, picture, srgbId);
        pictures.set(picture.key, id);
      }
      current().pictures.set(`P${id}`, id);
      return `P${id}`;
    },

    opacity(value) {
      current().isTransparent = true;
      return state(`Op${Math.round(value * 1000)}`, `/ca ${num(value)} /CA ${num(value)}`);
    },

    overprint: () => state('Over', '/OP true /op true /OPM 1'),

    async endPage(tagged) {
      const page = current();
      const contentId = writer.stream('', Buffer.from(page.content.join('\n'), 'latin1'));
      let tabOrder = '';
      if (structure && tagged) {
        const key = structure.addPage(page.id, tagged.root, tagged.tags);
        tabOrder = `/StructParents ${key} /Tabs /S`;
        bookmarks.push({ title: tagged.bookmark, pageId: page.id });
      }
      writer.object(
        pageObject(page, pagesId, contentId, { srgbId, blendSpace, tabOrder }),
        page.id,
      );
      open = null;
      await writer.flush();
    },

    async finish() {
      assert(open === null, 'the last page is ended');
      for (const font of fonts.values()) font.write();
      const kids = pageIds.map(reference).join(' ');
      writer.object(`<< /Type /Pages /Count ${pageIds.length} /Kids [${kids}] >>`, pagesId);
      const catalog = [
        `<< /Type /Catalog /Pages ${reference(pagesId)} /Lang ${textString(options.language)}`,
        '/ViewerPreferences << /DisplayDocTitle true >>',
      ];
      if (options.output) {
        const { condition, profile } = options.output;
        catalog.push(
          `/OutputIntents [${reference(writeOutputIntent(writer, condition, profile))}]`,
        );
      }
      if (structure) {
        catalog.push(
          `/MarkInfo << /Marked true >> /StructTreeRoot ${reference(structure.write())}`,
        );
        catalog.push(`/Outlines ${reference(writeOutline(writer, bookmarks))}`);
      }
      const info = writer.object(infoDictionary(options));
      await writer.flush();
      // The file's identity is its content so far, which is everything but a few names.
      const contentId = writer.digest().subarray(0, 16);
      const metadata = writer.stream(
        '/Type /Metadata /Subtype /XML',
        xmpPacket(options, contentId),
        {
          isPlain: true,
        },
      );
      const root = writer.object([...catalog, `/Metadata ${reference(metadata)} >>`].join('\n'));
      const id = `<${Buffer.from(contentId).toString('hex')}>`;
      return writer.finish(`/Root ${reference(root)} /Info ${reference(info)} /ID [${id} ${id}]`);
    },
  };
}

function writeSrgb(writer: PdfWriter): number {
  const profile = writer.stream('/N 3 /Alternate /DeviceRGB', srgbProfile());
  return writer.object(`[/ICCBased ${reference(profile)}]`);
}

function pageObject(
  { frame, fonts, pictures, states, isTransparent }: OpenPage,
  parentId: number,
  contentId: number,
  { srgbId, blendSpace, tabOrder }: { srgbId: number | null; blendSpace: string; tabOrder: string },
): string {
  const box = (sides: PdfBox) => `[${sides.map(num).join(' ')}]`;
  const resources: string[] = [];
  if (srgbId !== null) resources.push(`/ColorSpace << /${SRGB} ${reference(srgbId)} >>`);
  if (fonts.size > 0) resources.push(`/Font ${referenceDict(fonts)}`);
  if (pictures.size > 0) resources.push(`/XObject ${referenceDict(pictures)}`);
  if (states.size > 0) resources.push(`/ExtGState ${referenceDict(states)}`);
  return [
    `<< /Type /Page /Parent ${reference(parentId)}`,
    `/MediaBox ${box([0, 0, frame.widthPt, frame.heightPt])}`,
    `/BleedBox ${box(frame.bleed)} /TrimBox ${box(frame.trim)}`,
    `/Resources << ${resources.join('\n')} >>`,
    `/Contents ${reference(contentId)}`,
    // Translucent colours are mixed in the space they are given in, whatever the device.
    ...(isTransparent ? [`/Group << /Type /Group /S /Transparency /CS ${blendSpace} >>`] : []),
    ...(tabOrder ? [tabOrder] : []),
    '>>',
  ].join('\n');
}

function writePicture(
  writer: PdfWriter,
  picture: PreparedPicture,
  srgbId: number | null,
): Promise<number> {
  const entries = [
    '/Type /XObject /Subtype /Image',
    `/Width ${picture.widthPx} /Height ${picture.heightPx} /BitsPerComponent 8`,
    `/ColorSpace ${pictureSpace(picture, srgbId)}`,
    // Adobe's CMYK JPEGs count the paper that is left, not the ink.
    ...(picture.components === 4 ? ['/Decode [1 0 1 0 1 0 1 0]'] : []),
    '/Filter /DCTDecode',
  ];
  return writer.pipe(entries.join('\n'), picture.byteLength, picture.read());
}

function pictureSpace({ key, colour, components }: PreparedPicture, srgbId: number | null): string {
  switch (colour) {
    case 'grey':
      assert(components === 1, `grey picture ${key} has one component`);
      return '/DeviceGray';
    case 'press':
      assert(srgbId === null && components === 4, `picture ${key} is for the press`);
      return '/DeviceCMYK';
    case 'srgb':
      assert(srgbId !== null && components === 3, `picture ${key} is for the screen`);
      return reference(srgbId);
  }
}
