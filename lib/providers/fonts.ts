import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assert } from '@/lib/core/assert';
import { createFontBook, type FontBook } from '@/lib/print/font-book';
import type { FontId } from '@/lib/print/operations';

/** How the packages spell each family in their file names. */
const FAMILIES: Record<string, string> = {
  alegreya: 'Alegreya',
  commissioner: 'Commissioner',
  cormorant: 'Cormorant',
  'eb-garamond': 'EBGaramond',
  literata: 'Literata',
  manrope: 'Manrope',
  'noto-sans': 'NotoSans',
  'noto-sans-jp': 'NotoSansJP',
  'noto-serif-jp': 'NotoSerifJP',
};

const STYLES: Record<string, string> = {
  '200': '200ExtraLight',
  '300': '300Light',
  '400': '400Regular',
  '400-italic': '400Regular_Italic',
  '500': '500Medium',
  '500-italic': '500Medium_Italic',
  '600': '600SemiBold',
  '700': '700Bold',
};

const FONT_IDS: readonly FontId[] = Object.keys(FAMILIES).flatMap((family) =>
  Object.keys(STYLES).map((style) => `${family}/${style}`),
);

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
      const bytes = read.get(fontId) ?? readFileSync(/* turbopackIgnore: true */ fontPath(fontId));
      read.set(fontId, bytes);
      return bytes;
    },
  };
}

/**
 * Walks up from the working directory, as Node's own resolution does. Not `require.resolve`: a bundler would try to
 * take 5 MB font files into the server bundle.
 */
function fontPath(fontId: FontId): string {
  const [family = '', style = ''] = fontId.split('/');
  const styleName = STYLES[style];
  const familyName = FAMILIES[family];
  assert(styleName && familyName, `font ${fontId} is known`);
  const file = path.join(family, styleName, `${familyName}_${styleName}.ttf`);
  let folder = process.cwd();
  while (true) {
    const candidate = path.join(
      /* turbopackIgnore: true */ folder,
      'node_modules',
      '@expo-google-fonts',
      file,
    );
    if (existsSync(candidate)) return candidate;
    const parent = path.dirname(folder);
    assert(parent !== folder, `font file ${file} is installed`);
    folder = parent;
  }
}
