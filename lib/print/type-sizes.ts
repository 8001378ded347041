import type { PrintLanguage } from '@/lib/calendars/document';
import type { TextStyle, Typesetter } from './typesetter';

/** The size at which capitals of a font are this tall. */
export function sizeForCapitals(typesetter: Typesetter, font: string, capHeightMm: number): number {
  return capHeightMm / typesetter.capHeightMm({ font, sizePt: 1 });
}

export function fittingScale(neededMm: number, availableMm: number): number {
  return neededMm > availableMm ? availableMm / neededMm : 1;
}

export function scaled(style: TextStyle, factor: number): TextStyle {
  return {
    ...style,
    sizePt: style.sizePt * factor,
    letterSpacingPt: (style.letterSpacingPt ?? 0) * factor,
  };
}

/** Scripts whose letters join hands: space between them would tear words apart. */
const JOINED: ReadonlySet<PrintLanguage> = new Set(['ar', 'fa', 'hi']);

/** Extra space between letters, in em, as far as the script of a language allows it. */
export function spacingEm(language: PrintLanguage, em: number): number {
  return JOINED.has(language) ? 0 : em;
}
