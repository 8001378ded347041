import { expect, test } from 'vitest';
import { csvLine } from '@/lib/admin/board/csv';

test('no text becomes a formula, in whatever a spreadsheet takes for the end of a cell', () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '"=1'];
  const around = ['', 'Anna;', 'Anna; ', 'Anna,', 'Anna\t', 'Anna|', 'Anna\n', 'Anna";'];
  for (const before of around) {
    for (const formula of formulas) {
      const line = csvLine([before + formula]);
      for (const separator of [',', ';', '\t', '|', '\n', '\r']) {
        for (const cell of line.split(separator)) {
          expect(cell.replace(/^[\s"]+/, ''), JSON.stringify(line)).not.toMatch(/^[=+\-@＝＋－＠]/);
        }
      }
    }
  }
});

test('numbers stay numbers, and ordinary words stay as they are', () => {
  expect(csvLine([-5, null, 'Anna-Maria', '2027-01-02', 'a "b", c'])).toBe(
    '-5,,Anna-Maria,2027-01-02,"a ""b"", c"\r\n',
  );
});
