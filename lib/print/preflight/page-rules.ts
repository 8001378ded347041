import { addMonths, lastDayOf, monthPartsOf, partsOf } from '@/lib/core/plain-date';
import { bindingZoneOf, formatOf, safeBoxOf } from '../formats';
import type { Box, Page, TextOperation } from '../operations';
import { digits } from '../page-words';
import type { PreflightFinding, PreflightRule, Severity } from '../preflight';
import type { PrintInput } from '../print-input';
import { faintText } from './contrast-rules';
import { faceRules } from './face-rules';

/** Coordinates are rounded to a micrometre and outlines to a font unit; a tenth of a millimetre is below any knife. */
const TOLERANCE_MM = 0.1;
/** Below it letters fill with ink. */
const TEXT_MIN_PT = 4;

/** What is wrong with the texts and dates of one page. */
export function pageRules(page: Page, input: PrintInput): PreflightFinding[] {
  const texts = page.operations.filter((operation) => operation.kind === 'text');
  const faint = faintText(page, input, (operation) => inkOf(operation, input));
  return [
    ...placeRules(page, texts, input),
    ...(faint ? [finding(page, 'text-contrast', 'amber', { text: faint.text })] : []),
    ...faceRules(page, input),
    ...monthRules(page, texts, input),
  ];
}

function finding(
  page: Page,
  rule: PreflightRule,
  severity: Severity,
  params: PreflightFinding['params'] = {},
): PreflightFinding {
  const all = { page: page.index + 1, ...params };
  return { rule, severity, pageIndex: page.index, slotIndex: null, params: all };
}

/** Of each kind of fault the first text is named: twenty findings about one margin would hide the others. */
function placeRules(
  page: Page,
  texts: readonly TextOperation[],
  input: PrintInput,
): PreflightFinding[] {
  const format = formatOf(input.document.formatId, input.press);
  const trim: Box = { xMm: 0, yMm: 0, ...page.trim };
  const [safe, binding] = [safeBoxOf(format), bindingZoneOf(format)];
  const found = new Map<PreflightRule, PreflightFinding>();
  const note = (rule: PreflightRule, severity: Severity, text: string) => {
    if (!found.has(rule)) found.set(rule, finding(page, rule, severity, { text }));
  };
  for (const operation of texts) {
    if (operation.role === 'overflow') {
      // A lone mark stands where whole lines of notes found no room.
      const isMark = operation.text.trim() === '…';
      note(isMark ? 'entries-hidden' : 'text-shortened', 'amber', operation.text);
    }
    if (operation.sizePt < TEXT_MIN_PT) note('text-small', 'amber', operation.text);
    const ink = inkOf(operation, input);
    if (!ink) continue;
    if (!contains(trim, ink)) note('text-cut-off', 'blocked', operation.text);
    else if (binding && overlap(binding, ink)) note('text-in-binding', 'blocked', operation.text);
    else if (!contains(safe, ink)) note('text-near-edge', 'amber', operation.text);
  }
  return [...found.values()];
}

function inkOf(operation: TextOperation, { fonts }: PrintInput): Box | null {
  const { text, font, sizePt, letterSpacingPt, direction, xMm, yMm } = operation;
  const ink = fonts.inkBox(text, font, sizePt, letterSpacingPt, direction);
  if (!ink) return null;
  return {
    xMm: xMm + ink.leftMm,
    yMm: yMm + ink.topMm,
    widthMm: ink.rightMm - ink.leftMm,
    heightMm: ink.bottomMm - ink.topMm,
  };
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.xMm >= outer.xMm - TOLERANCE_MM &&
    inner.yMm >= outer.yMm - TOLERANCE_MM &&
    inner.xMm + inner.widthMm <= outer.xMm + outer.widthMm + TOLERANCE_MM &&
    inner.yMm + inner.heightMm <= outer.yMm + outer.heightMm + TOLERANCE_MM
  );
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.xMm + one.widthMm > other.xMm + TOLERANCE_MM &&
    other.xMm + other.widthMm > one.xMm + TOLERANCE_MM &&
    one.yMm + one.heightMm > other.yMm + TOLERANCE_MM &&
    other.yMm + other.heightMm > one.yMm + TOLERANCE_MM
  );
}

/** A month page says which year it is, and has every day of its month exactly once, each in its own cell. */
function monthRules(
  page: Page,
  texts: readonly TextOperation[],
  { document }: PrintInput,
): PreflightFinding[] {
  if (page.role !== 'month' || page.monthIndex === null) return [];
  const month = addMonths(document.from, page.monthIndex);
  const year = digits(monthPartsOf(month).year, document);
  const found: PreflightFinding[] = [];
  const saysYear = texts.some(({ role, text }) => {
    return (role === 'year' || role === 'month') && text.includes(year);
  });
  if (!saysYear) found.push(finding(page, 'month-year', 'blocked', { month }));

  const dayCount = partsOf(lastDayOf(month)).day;
  const printed = texts.filter((operation) => operation.role === 'day');
  const isRight =
    printed.length === dayCount &&
    page.days.length === dayCount &&
    page.days.every((cell, index) => {
      const isInOrder = cell.date === `${month}-${String(index + 1).padStart(2, '0')}`;
      return (
        isInOrder &&
        printed.some((day) => stands(day, cell) && day.text === digits(index + 1, document))
      );
    });
  if (!isRight) found.push(finding(page, 'month-days', 'blocked', { month }));
  return found;
}

function stands({ xMm, yMm }: TextOperation, cell: Box): boolean {
  return (
    xMm >= cell.xMm - TOLERANCE_MM &&
    xMm <= cell.xMm + cell.widthMm + TOLERANCE_MM &&
    yMm >= cell.yMm - TOLERANCE_MM &&
    yMm <= cell.yMm + cell.heightMm + TOLERANCE_MM
  );
}
