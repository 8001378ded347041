import type { FileRule } from '../preflight';
import type { Edition, OutputConditionId, PressProfile } from '../press';
import { broken } from './file-expectation';
import { readIcc } from './icc-profile';
import { isDict, isNamed, type PdfDict, type PdfObjects, type PdfValue } from './pdf-objects';

type MetadataReport = {
  rules: FileRule[];
  /** The most ink that the profile gives any colour of a picture, 0 to 4; null without a profile. */
  picturesInk: number | null;
};

/** What the file says of itself: metadata packet, Info dictionary, output intent. */
export async function metadataRules(
  objects: PdfObjects,
  root: PdfDict,
  { edition, press }: { edition: Edition; press: PressProfile },
): Promise<MetadataReport> {
  const info = await objects.dict(objects.trailer.get('Info'));
  const metadata = await objects.dict(root.get('Metadata'));
  const bytes = await objects.stream(root.get('Metadata'));
  const xmp = new TextDecoder().decode(bytes);
  const isPlain = isNamed(metadata.get('Subtype'), 'XML') && !metadata.has('Filter');
  const said = (tag: string) => xmpValue(xmp, tag);
  const written = async (key: string) => textOf(await objects.resolve(info.get(key)));
  const pairs: [string | null, string | null][] = [
    [await written('Title'), said('dc:title')],
    [await written('Creator'), said('xmp:CreatorTool')],
    [await written('Producer'), said('pdf:Producer')],
    [digitsOf(await written('CreationDate')), digitsOf(said('xmp:CreateDate'))],
    [digitsOf(await written('ModDate')), digitsOf(said('xmp:ModifyDate'))],
  ];
  const isPress = edition === 'press';
  const standard = isPress ? 'PDF/X-4' : null;
  const ids = ['xmpMM:DocumentID', 'xmpMM:VersionID', 'xmpMM:RenditionClass', 'xmp:MetadataDate'];
  const trapped = await objects.resolve(info.get('Trapped'));
  const isTrappedSaid =
    (isNamed(trapped, 'False') && said('pdf:Trapped') === 'False') ||
    (isNamed(trapped, 'True') && said('pdf:Trapped') === 'True');
  const intent = await intentRules(objects, root, isPress ? press : null);
  const rules = [
    ...broken({
      'file-xmp': isPlain && xmp.includes('<?xpacket begin=') && isWellFormed(xmp),
      'file-standard':
        said('pdfxid:GTS_PDFXVersion') === standard &&
        (await written('GTS_PDFXVersion')) === standard &&
        (said('pdfuaid:part') === '1') === (edition === 'digital'),
      'file-metadata': pairs.every(([one, other]) => one !== null && one === other),
      'file-document-ids': ids.every((tag) => (said(tag) ?? '') !== ''),
      'file-trapped': isPress ? isTrappedSaid : trapped === null,
    }),
    ...intent.rules,
  ];
  return { rules, picturesInk: intent.picturesInk };
}

/** How the ICC registry calls the conditions (registry.color.org/cmyk-registry). */
const REGISTERED: Record<OutputConditionId, string> = {
  fogra39: 'FOGRA39',
  gracol2006: 'CGATS TR 006',
};
/** Curves are rounded to their entries. */
const INK_TOLERANCE = 0.005;

async function intentRules(
  objects: PdfObjects,
  root: PdfDict,
  press: PressProfile | null,
): Promise<MetadataReport> {
  const without = (rules: FileRule[]) => ({ rules, picturesInk: null });
  const listed = await objects.resolve(root.get('OutputIntents'));
  const intents = Array.isArray(listed) ? listed : [];
  if (press === null) return without(broken({ 'file-intent': intents.length === 0 }));
  const [only] = intents;
  const intent = only === undefined ? null : await objects.resolve(only);
  if (intents.length !== 1 || intent === null || !isDict(intent)) {
    return without(['file-intent']);
  }
  const saidText = async (key: string) => textOf(await objects.resolve(intent.get(key)));
  const isRight =
    isNamed(intent.get('S'), 'GTS_PDFX') &&
    (await saidText('OutputConditionIdentifier')) === REGISTERED[press.condition] &&
    ((await saidText('Info')) ?? '') !== '';
  if (!intent.has('DestOutputProfile')) {
    return without([...broken({ 'file-intent': isRight }), 'file-profile']);
  }
  const { dict } = await objects.coded(intent.get('DestOutputProfile'));
  const icc = readIcc(await objects.stream(intent.get('DestOutputProfile')));
  const rules = broken({
    'file-intent': isRight,
    'file-profile':
      icc.isProfile &&
      icc.deviceClass === 'prtr' &&
      icc.colourSpace === 'CMYK' &&
      (await objects.resolve(dict.get('N'))) === 4,
    'file-profile-ink':
      icc.inkMax !== null && icc.inkMax <= press.inkLimitPercent / 100 + INK_TOLERANCE,
  });
  return { rules, picturesInk: icc.inkMax };
}

/** A text string of a PDF (ISO 32000-1, 7.9.2.2). */
function textOf(value: PdfValue): string | null {
  if (!(value instanceof Uint8Array)) return null;
  const isWide = value[0] === 0xfe && value[1] === 0xff;
  return new TextDecoder(isWide ? 'utf-16be' : 'latin1').decode(value);
}

function digitsOf(date: string | null): string | null {
  return date?.replaceAll(/\D/g, '') ?? null;
}

/** The text of an element, without the containers that lists of one are wrapped in. */
function xmpValue(xmp: string, tag: string): string | null {
  const [, inner] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(xmp) ?? [];
  if (inner === undefined) return null;
  return unescaped(inner.replaceAll(/<[^>]*>/g, ''));
}

function unescaped(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => named[name] ?? '');
}

/** Every element is closed in its order, every attribute quoted, and no sign of markup stands loose in a text. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  let end = 0;
  for (const match of xml.matchAll(/<(\?[^>]*\?|\/?[A-Za-z][^<>]*)>/g)) {
    if (!isCleanText(xml.slice(end, match.index))) return false;
    end = match.index + match[0].length;
    const [, tag = ''] = match;
    if (tag.startsWith('?')) continue;
    const name = /^\/?([\w:.-]+)/.exec(tag)?.[1];
    if (name === undefined) return false;
    if (tag.startsWith('/')) {
      if (open.pop() !== name) return false;
    } else {
      if (!/^[\w:.-]+(\s+[\w:.-]+="[^"<]*")*\s*\/?$/.test(tag)) return false;
      if (!tag.endsWith('/')) open.push(name);
    }
  }
  return open.length === 0 && isCleanText(xml.slice(end));
}

function isCleanText(text: string): boolean {
  return !text.includes('<') && !/&(?!(lt|gt|quot|apos|amp|#\d+|#x[0-9a-fA-F]+);)/.test(text);
}
