/** A number as a PDF writes it: no exponent, no more digits than a press can show. */
export function num(value: number): string {
  const text = value.toFixed(4);
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}

/** Points in a millimetre. */
export const PT_PER_MM = 72 / 25.4;
