import { createFontBook, type FontBook } from '@/lib/print/font-book';
import type { FontId } from '@/lib/print/operations';
import { FONT_IDS, readFontFile } from './font-files';

let whole: FontBook | null = null;

/**
 * The font book over the installed font packages (SIL Open Font License). Files are read when a page first uses them
 * and kept for the life of the process.
 * @param fontIds restricts the book, so that using any other font is an error; all fonts by default
 * @throws when a font package is not installed
 */
export function loadFontBook(fontIds?: readonly FontId[]): FontBook {
  if (!fontIds) {
    whole ??= createFontBook(fontFilesOnDisk(FONT_IDS));
    return whole;
  }
  return createFontBook(fontFilesOnDisk(fontIds));
}

function fontFilesOnDisk(fontIds: readonly FontId[]) {
  const read = new Map<FontId, Uint8Array>();
  const known = new Set(fontIds.filter((fontId) => FONT_IDS.includes(fontId)));
  return {
    has: (fontId: FontId) => known.has(fontId),
    keys: () => known.keys(),
    get(fontId: FontId) {
      if (!known.has(fontId)) return undefined;
      const bytes = read.get(fontId) ?? readFontFile(fontId);
      read.set(fontId, bytes);
      return bytes;
    },
  };
}
