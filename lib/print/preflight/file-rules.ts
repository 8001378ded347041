import type { FileRule, InkReport, PreflightFinding } from '../preflight';
import type { FileExpectation } from './file-expectation';
import type { FontCache } from './file-fonts';
import { metadataRules } from './file-metadata';
import { filePageRules } from './file-page';
import { structureRules } from './file-structure';
import { openPdfObjects, PdfDamage, type PdfObjects, type PdfSource } from './pdf-objects';

/**
 * Opens a finished print file and checks it: against PDF/X-4 as its structure, metadata, colours, fonts and pictures
 * show it, and against the pages it was painted from, text by text and picture by picture. Reads the file's own bytes,
 * so a fault of the painter shows here and not at the press. Holds one page's content at a time; of pictures only
 * their heads are read.
 */
export async function preflightFile(
  source: PdfSource,
  expected: FileExpectation,
): Promise<FileReport> {
  try {
    return await reportOn(await openPdfObjects(source), expected);
  } catch (error) {
    if (!(error instanceof PdfDamage)) throw error;
    return { findings: [finding('file-damaged', null)], ink: null };
  }
}

export type FileReport = {
  findings: PreflightFinding[];
  /** null for an edition that is not printed with inks, and for a damaged file. */
  ink: InkReport | null;
};

function finding(rule: FileRule, pageIndex: number | null): PreflightFinding {
  const params: PreflightFinding['params'] = pageIndex === null ? {} : { page: pageIndex + 1 };
  return { rule, severity: 'blocked', pageIndex, slotIndex: null, params };
}

async function reportOn(objects: PdfObjects, expected: FileExpectation): Promise<FileReport> {
  const root = await objects.dict(objects.trailer.get('Root'));
  const { rules, picturesInk } = await metadataRules(objects, root, expected);
  const whole = [...(await structureRules(objects, root, expected.edition)), ...rules];
  const findings = whole.map((rule) => finding(rule, null));
  const tree = await objects.dict(root.get('Pages'));
  const kids = await objects.resolve(tree.get('Kids'));
  const { pages, press } = expected;
  const hasAll = Array.isArray(kids) && kids.length === pages.length;
  if (!hasAll || tree.get('Count') !== pages.length) {
    return { findings: [...findings, finding('file-pages', null)], ink: null };
  }
  const fonts: FontCache = new Map();
  let shapesInk = 0;
  for (const [index, page] of pages.entries()) {
    const dict = await objects.dict(kids[index]);
    const { rules: found, inkMax } = await filePageRules(objects, dict, page, expected, fonts);
    shapesInk = Math.max(shapesInk, inkMax);
    findings.push(...[...new Set(found)].map((rule) => finding(rule, page.index)));
  }
  const percent = (share: number) => Math.round(share * 100);
  const ink = picturesInk !== null && {
    limitPercent: press.inkLimitPercent,
    shapesPercent: percent(shapesInk),
    picturesPercent: percent(picturesInk),
  };
  return { findings, ink: ink || null };
}
