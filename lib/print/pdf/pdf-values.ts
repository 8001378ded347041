/** A reference to an object, as other objects write it. */
export function reference(id: number): string {
  return `${id} 0 R`;
}

/** A text for people: plain letters as they are, everything else as UTF-16. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<${utf16Hex(`\ufeff${text}`)}>`;
}

/** The UTF-16 units of a text, four hexadecimal digits each. */
export function utf16Hex(text: string): string {
  let hex = '';
  for (let i = 0; i < text.length; i += 1) {
    hex += text.charCodeAt(i).toString(16).padStart(4, '0');
  }
  return hex;
}

/** A name; characters that a PDF would take for syntax are written by their number. */
export function name(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let written = '/';
  for (const byte of bytes) {
    const letter = String.fromCharCode(byte);
    written += /[A-Za-z0-9_+.-]/.test(letter) ? letter : `#${byte.toString(16).padStart(2, '0')}`;
  }
  return written;
}
