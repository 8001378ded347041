import type { PlainDate } from '@/lib/core/plain-date';
import type { Page } from './operations';
import { documentRules } from './preflight/document-rules';
import { pageRules } from './preflight/page-rules';
import { pictureRules, type RatedPicture, ratePictures } from './preflight/picture-rules';
import type { PrintInput } from './print-input';

/** What is checked in the finished file. Whatever breaks one of these is a fault of ours, and nothing is printed. */
export const FILE_RULES = [
  'file-damaged',
  'file-header',
  'file-trailer',
  'file-identity',
  'file-encryption',
  'file-active',
  'file-language',
  'file-tags',
  'file-xmp',
  'file-standard',
  'file-metadata',
  'file-document-ids',
  'file-trapped',
  'file-intent',
  'file-profile',
  'file-profile-ink',
  'file-pages',
  'file-boxes',
  'file-box-nesting',
  'file-scaling',
  'file-annotations',
  'file-resources',
  'file-states',
  'file-transparency',
  'file-colours',
  'file-operators',
  'file-ink',
  'file-lines',
  'file-overprint',
  'file-black-text',
  'file-text',
  'file-text-place',
  'file-fonts',
  'file-font-kind',
  'file-font-unicode',
  'file-font-glyphs',
  'file-font-widths',
  'file-pictures',
  'file-picture-coding',
  'file-picture-space',
  'file-picture-header',
  'file-picture-decode',
  'file-picture-resolution',
] as const;
export type FileRule = (typeof FILE_RULES)[number];

/** Each rule has its sentence in i18n: preflight.rule.<rule>. */
export const PREFLIGHT_RULES = [
  'empty-slot',
  'picture-too-coarse',
  'picture-coarse',
  'picture-repeated',
  'picture-alike',
  'face-in-binding',
  'face-cut',
  'face-covered',
  'text-cut-off',
  'text-in-binding',
  'text-near-edge',
  'text-shortened',
  'text-small',
  'text-contrast',
  'entries-hidden',
  'missing-glyphs',
  'page-count',
  'month-days',
  'month-year',
  'year-passed',
  'year-far',
  'year-in-title',
  'date-outside',
  'person-missing',
  ...FILE_RULES,
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

/** How much ink the printed file asks for, all four added, in percent of full ink. */
export type InkReport = {
  /** What the paper takes. */
  limitPercent: number;
  /** The most of any area, line or text. */
  shapesPercent: number;
  /** The most that the profile gives any colour of a picture. */
  picturesPercent: number;
};

/** The report of a calendar or of its print file. Plain JSON: kept with the proof and with the order. */
export type Preflight = {
  verdict: Verdict;
  pageCount: number;
  findings: PreflightFinding[];
  pictures: RatedPicture[];
  /** Of a press file. */
  ink?: InkReport;
};

/**
 * Checks laid out pages of a calendar, all of them, before there is a file.
 * @param today the customer's, to tell a calendar that is over; null where no day is known
 */
export function preflightDocument(
  pages: readonly Page[],
  input: PrintInput,
  today: PlainDate | null = null,
): Preflight {
  const pictures = pages.flatMap((page) => ratePictures(page, input.pictures));
  return preflightReport(
    pages.length,
    [...documentRules(pages, input, today), ...pages.flatMap((page) => findingsOf(page, input))],
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
export function withFileReport(
  report: Preflight,
  file: { findings: PreflightFinding[]; ink: InkReport | null },
): Preflight {
  const findings = [...report.findings, ...file.findings];
  const whole = preflightReport(report.pageCount, findings, report.pictures);
  return file.ink ? { ...whole, ink: file.ink } : whole;
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
