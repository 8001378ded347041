import type { Document } from './world';

/** 100 mm. */
const SIDE_PT = 283.46;
const MARGIN_PT = 14;

const LATIN: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: 'iu',
  я: 'ia',
  '№': 'No.',
};

/** A PDF knows these letters without a font of its own: Ukrainian names in the passport's spelling. */
function latin(text: string): string {
  const spelled = [...text]
    .map((letter) => {
      const small = LATIN[letter.toLowerCase()];
      if (small === undefined) return letter;
      return letter === letter.toLowerCase()
        ? small
        : small.charAt(0).toUpperCase() + small.slice(1);
    })
    .join('');
  return spelled.replace(/[^\x20-\x7e]/g, '').replace(/[\\()]/g, '\\$&');
}

/** Widths of bars and gaps of Code 128 set C, by value; 105 starts, 106 stops. */
const CODE_128 = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 ' +
  '122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 ' +
  '322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 ' +
  '112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 ' +
  '331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 ' +
  '112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 ' +
  '124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 ' +
  '411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');

/** Pairs of digits as bars: drawing operators of a PDF page. */
function barcode(digits: string, x: number, y: number, width: number, height: number): string {
  const values = (digits.match(/../g) ?? []).map(Number);
  const check = values.reduce((sum, value, index) => sum + value * (index + 1), 105) % 103;
  const widths = [105, ...values, check, 106].map((value) => CODE_128[value] ?? '').join('');
  const unit = width / [...widths].reduce((sum, modules) => sum + Number(modules), 0);
  let at = x;
  let bars = '';
  for (const [index, modules] of [...widths].entries()) {
    const bar = Number(modules) * unit;
    if (index % 2 === 0) bars += `${at.toFixed(2)} ${y} ${bar.toFixed(2)} ${height} re\n`;
    at += bar;
  }
  return `${bars}f\n`;
}

function pageContent(document: Document): string {
  const line = (size: number, y: number, text: string) =>
    `BT /F1 ${size} Tf ${MARGIN_PT} ${y} Td (${latin(text)}) Tj ET\n`;
  const grouped = document.number.replace(/^(\d{2})(\d{4})(\d{4})(\d{4})$/, '$1 $2 $3 $4');
  return [
    line(15, 256, 'NOVA POSHTA (sandbox)'),
    line(9, 238, document.clientNumber),
    '0.7 w 14 230 m 269 230 l S\n',
    line(14, 208, document.recipient),
    line(11, 192, `+${document.phone}`),
    line(12, 170, document.city),
    ...(document.address.match(/.{1,40}(\s|$)/g) ?? []).map((part, index) =>
      line(10, 154 - index * 13, part.trim()),
    ),
    line(10, 110, `${document.weightKg} kg  ${document.declared} UAH`),
    barcode(document.number, 24, 40, 235, 58),
    line(15, 18, grouped),
  ].join('');
}

/** Labels to stick on, one on each page of 100 x 100 mm. */
export function drawLabels(documents: readonly Document[]): Buffer {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${documents.length} /Kids [${documents.map((_, index) => `${4 + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
  ];
  for (const [index, document] of documents.entries()) {
    const content = pageContent(document);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${SIDE_PT} ${SIDE_PT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}endstream`,
    );
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
