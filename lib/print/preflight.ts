import type { Page } from './operations';
import { documentRules } from './preflight/document-rules';
import { pageRules } from './preflight/page-rules';
import { pictureRules, type RatedPicture, ratePictures } from './preflight/picture-rules';
import type { PrintInput } from './print-input';

/** Each rule has its sentence in i18n: preflight.rule.<rule>. */
export const PREFLIGHT_RULES = [
  'empty-slot',
  'picture-too-coarse',
  'picture-coarse',
  'picture-repeated',
  'text-cut-off',
  'text-in-binding',
  'text-near-edge',
  'text-shortened',
  'missing-glyphs',
  'page-count',
  'month-days',
  'month-year',
  'file-damaged',
  'file-pages',
  'file-boxes',
  'file-fonts',
  'file-colours',
  'file-pictures',
  'file-text',
] as const;
export type PreflightRule = (typeof PREFLIGHT_RULES)[number];

/** info is a note; amber is printed when the customer says so; blocked cannot be ordered. */
export type Severity = 'info' | 'amber' | 'blocked';

export type PreflightFinding = {
  rule: PreflightRule;
  severity: Severity;
  /** Counts from 0, the cover; null for the whole calendar. */
  pageIndex: number | null;
  slotIndex: number | null;
  /** For the sentence. `page` counts from 1. */
  params: Record<string, string | number>;
};

export type Verdict = 'pass' | 'warn' | 'blocked';

/** The report of a calendar or of its print file. Plain JSON: kept with the proof and with the order. */
export type Preflight = {
  verdict: Verdict;
  pageCount: number;
  findings: PreflightFinding[];
  pictures: RatedPicture[];
};

/** Checks laid out pages of a calendar, all of them, before there is a file. */
export function preflightDocument(pages: readonly Page[], input: PrintInput): Preflight {
  const pictures = pages.flatMap((page) => ratePictures(page, input.pictures));
  return preflightReport(
    pages.length,
    [...documentRules(pages, input), ...pages.flatMap((page) => findingsOf(page, input))],
    pictures,
  );
}

/** Checks one page while it is being edited: what `preflightDocument` would say about it alone. */
export function preflightPage(
  page: Page,
  input: PrintInput,
): Pick<Preflight, 'findings' | 'pictures'> {
  return { findings: findingsOf(page, input), pictures: ratePictures(page, input.pictures) };
}

function findingsOf(page: Page, input: PrintInput): PreflightFinding[] {
  return [...pictureRules(page, input.pictures), ...pageRules(page, input)];
}

/** Adds what was found in the finished file to what was found in the pages. */
export function withFileFindings(report: Preflight, found: PreflightFinding[]): Preflight {
  return preflightReport(report.pageCount, [...report.findings, ...found], report.pictures);
}

const ORDER: Record<Severity, number> = { blocked: 0, amber: 1, info: 2 };

function preflightReport(
  pageCount: number,
  findings: PreflightFinding[],
  pictures: RatedPicture[],
): Preflight {
  const worst = findings.some((finding) => finding.severity === 'blocked')
    ? 'blocked'
    : findings.some((finding) => finding.severity === 'amber')
      ? 'warn'
      : 'pass';
  const sorted = findings.toSorted(
    (a, b) => ORDER[a.severity] - ORDER[b.severity] || (a.pageIndex ?? -1) - (b.pageIndex ?? -1),
  );
  return { verdict: worst, pageCount, findings: sorted, pictures };
}
