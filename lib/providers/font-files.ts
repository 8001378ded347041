import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assert } from '@/lib/core/assert';
import { FONT_FAMILIES } from '@/lib/print/font-families';
import type { FontId } from '@/lib/print/operations';

/** How the packages call a weight in folder and file names. */
const WEIGHT_NAMES: Readonly<Record<number, string>> = {
  100: '100Thin',
  200: '200ExtraLight',
  300: '300Light',
  400: '400Regular',
  500: '500Medium',
  600: '600SemiBold',
  700: '700Bold',
  800: '800ExtraBold',
  900: '900Black',
};

export const FONT_IDS: readonly FontId[] = Object.entries(FONT_FAMILIES).flatMap(
  ([family, { weights, italics }]) => [
    ...weights.map((weight) => `${family}/${weight}`),
    ...italics.map((weight) => `${family}/${weight}-italic`),
  ],
);

/**
 * The bytes of a font of the installed packages. Apart from the font book, so that a process that only embeds fonts need
 * not load what shapes them.
 * @throws when the font is unknown or its package is not installed
 */
export function readFontFile(fontId: FontId): Uint8Array {
  return readFileSync(/* turbopackIgnore: true */ fontPath(fontId));
}

/**
 * Walks up from the working directory, as Node's own resolution does. Not `require.resolve`: a bundler would try to
 * take 5 MB font files into the server bundle.
 */
function fontPath(fontId: FontId): string {
  const [name = '', style = ''] = fontId.split('/');
  const [weight = '', slant] = style.split('-');
  const weightName = WEIGHT_NAMES[Number(weight)];
  const family = FONT_FAMILIES[name];
  assert(weightName && family, `font ${fontId} is known`);
  const styleName = slant ? `${weightName}_Italic` : weightName;
  const file = path.join(
    name,
    family.isFlat ? '' : styleName,
    `${family.fileName}_${styleName}.ttf`,
  );
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
