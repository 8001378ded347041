import type { Page } from '../operations';
import { PT_PER_MM } from '../pdf/numbers';
import { pageMargins } from '../pdf/page-margins';
import type { FileRule } from '../preflight';
import type { Edition } from '../press';
import { contentRules } from './file-content';
import { broken, type FileExpectation } from './file-expectation';
import { type FontCache, fontRules, readFonts } from './file-fonts';
import { filePictureRules, isIccBased } from './file-pictures';
import { type PageContent, readContent } from './pdf-content';
import { isDict, isNamed, type PdfDict, type PdfObjects } from './pdf-objects';

/** A hundredth of a millimetre. */
const BOX_TOLERANCE_PT = 0.03;

/** What is wrong with one page of the file. */
export async function filePageRules(
  objects: PdfObjects,
  dict: PdfDict,
  page: Page,
  expected: FileExpectation,
  fonts: FontCache,
): Promise<{ rules: FileRule[]; inkMax: number }> {
  const resources = await objects.dict(dict.get('Resources'));
  const states = await readStates(objects, resources);
  const overprinting = new Set(
    [...states].flatMap(([name, state]) => (state.get('op') === true ? [name] : [])),
  );
  const content = readContent(await objects.stream(dict.get('Contents')), overprinting);
  const pageFonts = await readFonts(objects, resources, fonts);
  const { edition } = expected;
  const rules = [
    ...(await boxRules(objects, dict, page, expected)),
    ...broken({
      'file-annotations': !['Annots', 'AA', 'B', 'Trans', 'PresSteps'].some((key) => dict.has(key)),
      'file-resources': hasRightResources(resources, edition),
      'file-states': hasRightStates(states, content),
      'file-transparency': await hasRightGroup(objects, dict, states, content, edition),
      'file-colours': await hasRightColours(objects, resources, content, edition),
    }),
    ...(edition === 'digital'
      ? broken({ 'file-tags': isNamed(dict.get('Tabs'), 'S') && dict.has('StructParents') })
      : []),
    ...contentRules(content, pageFonts, page, expected),
    ...fontRules(pageFonts, content),
    ...(await filePictureRules(objects, resources, content, page, expected)),
  ];
  return { rules, inkMax: content.inkMax };
}

type Sides = readonly [left: number, bottom: number, right: number, top: number];

async function boxRules(
  objects: PdfObjects,
  dict: PdfDict,
  page: Page,
  expected: FileExpectation,
): Promise<FileRule[]> {
  const { aroundMm, bleedMm } = pageMargins(page, expected);
  const wanted = (growMm: number): Sides => {
    const startPt = (aroundMm - growMm) * PT_PER_MM;
    const end = (sideMm: number) => (aroundMm + sideMm + growMm) * PT_PER_MM;
    return [startPt, startPt, end(page.trim.widthMm), end(page.trim.heightMm)];
  };
  const read = async (name: string) => sidesOf(await objects.resolve(dict.get(name)));
  const [media, bleed, trim] = [
    await read('MediaBox'),
    await read('BleedBox'),
    await read('TrimBox'),
  ];
  return broken({
    'file-boxes':
      isSame(media, wanted(aroundMm)) && isSame(bleed, wanted(bleedMm)) && isSame(trim, wanted(0)),
    // An art box besides a trim box leaves open where to cut; a crop box hides the bleed.
    'file-box-nesting':
      !dict.has('ArtBox') &&
      !dict.has('CropBox') &&
      isWithin(trim, bleed) &&
      isWithin(bleed, media),
    // Scaled or turned pages arrive at the press in another size than the boxes say.
    'file-scaling': !dict.has('UserUnit') && !dict.has('Rotate'),
  });
}

function sidesOf(value: unknown): Sides | null {
  if (!Array.isArray(value) || value.length !== 4) return null;
  return value.every((side) => typeof side === 'number') ? (value as unknown as Sides) : null;
}

function isSame(one: Sides | null, other: Sides): boolean {
  return one?.every((side, at) => Math.abs(side - (other[at] ?? 0)) <= BOX_TOLERANCE_PT) ?? false;
}

function isWithin(inner: Sides | null, outer: Sides | null): boolean {
  if (!inner || !outer) return false;
  const [left, bottom, right, top] = inner;
  return (
    left < right &&
    bottom < top &&
    left >= outer[0] - BOX_TOLERANCE_PT &&
    bottom >= outer[1] - BOX_TOLERANCE_PT &&
    right <= outer[2] + BOX_TOLERANCE_PT &&
    top <= outer[3] + BOX_TOLERANCE_PT
  );
}

async function readStates(objects: PdfObjects, resources: PdfDict): Promise<Map<string, PdfDict>> {
  const states = new Map<string, PdfDict>();
  if (!resources.has('ExtGState')) return states;
  for (const [name, state] of await objects.dict(resources.get('ExtGState'))) {
    states.set(name, await objects.dict(state));
  }
  return states;
}

/** No patterns, shadings or properties; in a press file no colour space but the device's own inks. */
function hasRightResources(resources: PdfDict, edition: Edition): boolean {
  const allowed = new Set(['Font', 'XObject', 'ExtGState', 'ProcSet']);
  if (edition !== 'press') allowed.add('ColorSpace');
  return [...resources.keys()].every((key) => allowed.has(key));
}

/** Of graphics states: opacity and overprint. Transfer curves, halftones, soft masks and the like are not among them. */
const STATE_KEYS = new Set(['Type', 'ca', 'CA', 'OP', 'op', 'OPM']);

function hasRightStates(states: ReadonlyMap<string, PdfDict>, content: PageContent): boolean {
  const isRight = [...states.values()].every((state) => {
    const isKnown = [...state.keys()].every((key) => STATE_KEYS.has(key));
    // In mode 0 an ink that is not in a colour would knock out all the same.
    const isOverprint = state.get('op') === true || state.get('OP') === true;
    return isKnown && (!isOverprint || state.get('OPM') === 1);
  });
  return isRight && [...content.states].every((name) => states.has(name));
}

/** What is translucent is mixed in the inks of the press, or in sRGB, whatever device shows it. */
async function hasRightGroup(
  objects: PdfObjects,
  dict: PdfDict,
  states: ReadonlyMap<string, PdfDict>,
  content: PageContent,
  edition: Edition,
): Promise<boolean> {
  const isTranslucent = [...content.states].some((name) => {
    const state = states.get(name);
    return [state?.get('ca'), state?.get('CA')].some((share) => share !== undefined && share !== 1);
  });
  const group = await objects.resolve(dict.get('Group'));
  if (group === null) return !isTranslucent;
  if (!isDict(group) || !isNamed(group.get('S'), 'Transparency')) return false;
  const space = group.get('CS');
  return edition === 'press' ? isNamed(space, 'DeviceCMYK') : isIccBased(objects, space);
}

/** Inks for the press, which its output intent explains; elsewhere black ink alone, or sRGB by its profile. */
async function hasRightColours(
  objects: PdfObjects,
  resources: PdfDict,
  content: PageContent,
  edition: Edition,
): Promise<boolean> {
  const named = await objects.resolve(resources.get('ColorSpace'));
  for (const name of content.colourSpaces) {
    if (name === 'DeviceGray' || (edition === 'press' && name === 'DeviceCMYK')) continue;
    if (edition === 'press') return false;
    if (!isDict(named) || !(await isIccBased(objects, named.get(name)))) return false;
  }
  return true;
}
